import type { SeenText } from '#theming/checks/seen';
import { whileForced } from './forced-states';
import { inspectTexts } from './inspect-text';
import type { Inspected } from './inspected';
import { isDisabled, isShown } from './shown-text';

export function listPressable(document: Document): Element[] {
  const pressable = [...document.querySelectorAll('button, a, .list li, .mobile-button')];
  return pressable.filter(one => isShown(one) && !isDisabled(one));
}

/** The labels of what can be pressed, while it is pointed at and while it is held down. */
export function inspectHeld(element: Element): Inspected<SeenText>[] {
  return (['hover', 'pressed'] as const).flatMap(state =>
    whileForced(element, state, () => inspectTexts(element.ownerDocument, state, element)),
  );
}
