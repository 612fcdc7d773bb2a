import type { Drawn, SeenControl } from '#theming/checks/seen';
import type { Inspected } from './inspected';
import { nameElement } from './name-element';
import { readPaintsBehind, styleOf } from './paints-behind';
import { centreOf, isDisabled, isShown } from './shown-text';

const fields = 'input:not([type=radio], [type=checkbox], [type=file], [type=hidden]), textarea, select';
/** Boxes that are drawn in the place of a field. */
const boxes = '.country-selector .country, .phone-input, .line-form-item, .email-input';
const marks = '.checkmark';
const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** The edges by which fields, check boxes and radio buttons can be told from what they stand on. */
export function inspectControls(document: Document): Inspected<SeenControl>[] {
  const found = [...document.querySelectorAll(`${fields}, ${marks}`)].filter(isShown);
  return found.map(control => {
    const drawn = [control, ...boxesAround(control)];
    const isOff = isDisabled(control) || control.parentElement?.querySelector(':scope > :disabled') !== null;
    return {
      element: control,
      seen: { ...nameElement(control, ''), disabled: isOff, edges: drawn.flatMap(readEdges) },
    };
  });
}

function boxesAround(control: Element): Element[] {
  const box = control.parentElement?.closest(boxes);
  return box ? [box, ...boxesAround(box)] : [];
}

function readEdges(element: Element): Drawn[] {
  const behind = readPaintsBehind(element, centreOf(element.getBoundingClientRect()), 'without-own');
  if (!behind) return [];
  const style = styleOf(element);
  const borders = sides.flatMap(side => {
    const isDrawn = Number.parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none';
    return isDrawn ? [style[`border${side}Color`]] : [];
  });
  return [...new Set([...borders, style.backgroundColor])].map(colour => ({ colour, behind }));
}
