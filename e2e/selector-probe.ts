/** A selector made fit for `querySelectorAll` on a page that nobody touches. */
export interface SelectorProbe {
  selector: string;
  /** Matches the elements that the selector would match while they are hovered, pressed or focused. */
  elements: string;
  /** The part of each element that the selector is about, if it is not the element itself. */
  pseudoElement: string | null;
}

const pseudoElementPattern = /::[\w-]+|:(?:before|after|first-line|first-letter)(?![\w-])/g;
const statePattern = /:(?:hover|active|focus|-moz-focusring)(?![\w-])/g;

/** States that only a person can bring about are taken away; those of the page itself stay. */
export function toProbe(selector: string): SelectorProbe {
  const [pseudoElement = null] = selector.match(pseudoElementPattern) ?? [];
  const elements = selector
    .replace(/:not\(:(?:hover|active|focus)\)/g, '')
    .replace(pseudoElementPattern, '')
    .replace(statePattern, '')
    .trim();
  return { selector, elements: elements || '*', pseudoElement: pseudoElement?.replace(/^:*/, '::') ?? null };
}

/** Runs in the page: the selectors that have an element here which is drawn, and the part of it that is meant. */
export function findMatches(probes: readonly SelectorProbe[]): string[] {
  const isDrawn = (element: Element) =>
    element.getClientRects().length > 0 || ['HTML', 'OPTION'].includes(element.tagName);

  function hasPart(element: Element, pseudoElement: string | null): boolean {
    switch (pseudoElement) {
      case '::before':
      case '::after':
        return getComputedStyle(element, pseudoElement).content !== 'none';
      case '::placeholder':
        return Boolean(element.getAttribute('placeholder'));
      case '::marker':
        return getComputedStyle(element).display === 'list-item';
      case '::-webkit-calendar-picker-indicator':
        return element.matches('input[type=date]');
      default:
        return true;
    }
  }
  return probes
    .filter(({ elements, pseudoElement }) =>
      [...document.querySelectorAll(elements)].some(element => isDrawn(element) && hasPart(element, pseudoElement)),
    )
    .map(({ selector }) => selector);
}
