import { compareSpecificity, readSelectors, type Specificity } from '#theming/specificity';
import { toForcible } from './force-state';
import { splitSelectors } from './theme-sheet';

/** The selector of a list by which it applies to an element. */
export interface Match {
  readonly selector: string;
  readonly specificity: Specificity;
  /** `before` and the like, where the rule draws that and not the element. */
  readonly pseudoElement: string | undefined;
}

const pseudoElements = /::[\w-]+(?:\([^)]*\))?|:(?:before|after|first-line|first-letter)(?![\w(-])/g;

/** The strongest selector of a list that an element matches as it is now, or as it is held. */
export function findMatch(element: Element, list: string): Match | undefined {
  const found = splitSelectors(list).flatMap((selector): Match[] => {
    if (!matches(element, toForcible(selector).replace(pseudoElements, '') || '*')) return [];
    const [known] = readSelectors(selector) ?? [];
    return known ? [{ selector, specificity: known.specificity, pseudoElement: known.pseudoElement }] : [];
  });
  return found.toSorted((one, other) => compareSpecificity(other.specificity, one.specificity))[0];
}

const state = ':(?:hover|focus-visible|focus-within|focus|active|disabled)(?![\\w-])|\\.disabled(?![\\w-])';
const states = new RegExp(`:not\\((?:${state})\\)|${state}`, 'g');

/** The selector without the states of pointer and keyboard, and without a pseudo-element. */
export function toSubject(selector: string): string {
  return selector.replace(states, '').replace(pseudoElements, '');
}

/** Whether a list has a selector that only a state keeps from the element. */
export function matchesInSomeState(element: Element, list: string): boolean {
  return splitSelectors(list).some(selector => {
    const subject = toSubject(selector);
    return subject !== selector.replace(pseudoElements, '') && matches(element, subject || '*');
  });
}

export function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false; // no selector to this browser
  }
}
