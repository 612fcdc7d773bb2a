import type { SeenText } from '#theming/checks/seen';
import { whileForced } from './forced-states';
import { inspectTexts } from './inspect-text';
import type { Inspected } from './inspected';
import { isDisabled, isShown } from './shown-text';

/** The labels of what can be pressed, while it is pointed at and while it is held down. */
export function inspectHeld(document: Document): Inspected<SeenText>[] {
  const pressable = [...document.querySelectorAll('button, a, .list li, .mobile-button')];
  const able = pressable.filter(one => isShown(one) && !isDisabled(one));
  return able.flatMap(element =>
    (['hover', 'pressed'] as const).flatMap(state =>
      whileForced(element, state, () => inspectTexts(document, state, element)),
    ),
  );
}
