import { type SdkSelector, sdkSelectors } from '#idngo/sdk-selectors';
import { elementGroups, type ThemeElement } from '#theming/elements';
import { matches, toSubject } from './match-selector';
import { splitSelectors } from './theme-sheet';

/** Selectors of public themes that find an element, those that most projects use first. */
export function listKnownSelectors(element: Element): SdkSelector[] {
  return sdkSelectors
    .filter(({ selector }) => /^[^*]/.test(toSubject(selector)) && matches(element, toSubject(selector)))
    .toSorted((one, other) => countUses(other) - countUses(one));
}

export function countUses({ projects }: SdkSelector): number {
  return projects.own + projects.sample + projects.guessing;
}

/** The elements of the settings that an element is, the most particular first. */
export function listSettingsOf(element: Element): ThemeElement[] {
  return themeElements
    .filter(({ selector }) => finds(element, selector))
    .toSorted((one, other) => other.selector.length - one.selector.length);
}

/** The elements of the settings that a page shows, in their order, each at rest. */
export function listSettingsOn(page: Document): ThemeElement[] {
  return themeElements.filter(({ state, selector }) => state === 'rest' && find(page, selector) !== undefined);
}

/** The first element of a page that an element of the settings stands for. */
export function find(page: Document, selector: string): Element | undefined {
  try {
    return page.querySelector(splitSelectors(selector).map(toSubject).join(',')) ?? undefined;
  } catch {
    return undefined;
  }
}

function finds(element: Element, selector: string): boolean {
  return splitSelectors(selector).some(one => matches(element, toSubject(one) || '*'));
}

const themeElements = elementGroups.flatMap(({ elements }) => elements);
