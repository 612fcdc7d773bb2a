import { buttonElements } from './elements/buttons';
import { cameraElements, documentElements, phoneElements, uploadElements } from './elements/documents';
import type { ElementGroup, ThemeElement } from './elements/element';
import { choiceElements, fieldElements, pickerElements } from './elements/fields';
import { companyElements, errorElements, statusElements } from './elements/outcome';
import { loaderElements, pageElements, textElements } from './elements/page';
import { narrowStepElements, stepElements, subStepElements } from './elements/steps';

export {
  type ElementGroup,
  type ElementProperty,
  type ElementState,
  type PropertyKind,
  propertyKinds,
  type ThemeElement,
} from './elements/element';

/** All elements of the widget that a theme can name one by one, in groups; the ids stand in theme documents for good. */
export const elementGroups: readonly ElementGroup[] = [
  pageElements,
  textElements,
  buttonElements,
  fieldElements,
  choiceElements,
  pickerElements,
  stepElements,
  narrowStepElements,
  subStepElements,
  uploadElements,
  documentElements,
  phoneElements,
  cameraElements,
  statusElements,
  errorElements,
  loaderElements,
  companyElements,
];

const byId = new Map(elementGroups.flatMap(({ elements }) => elements.map(element => [element.id, element])));
const bySelector = new Map([...byId.values()].map(element => [element.selector, element]));

export function findElement(id: string): ThemeElement | undefined {
  return byId.get(id);
}

/** The element whose rule has exactly this selector, as `compileTheme` writes it. */
export function findElementBySelector(selector: string): ThemeElement | undefined {
  return bySelector.get(selector);
}

/**
 * A selector that finds an element in a page whatever state the pointer or the keyboard has brought it into, and where it
 * is drawn by `::before` or the like, the element that draws it.
 */
export function toSubject({ selector }: ThemeElement): string {
  return selector
    .replace(/:not\(:(?:disabled|active)\)|:not\(\.disabled\)/g, '')
    .replace(/:(?:hover|focus-visible|focus-within|focus|active|checked)(?![\w-])/g, '')
    .replace(/::?(?:before|after|placeholder)(?![\w-])/g, '');
}
