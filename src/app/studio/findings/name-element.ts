import { type ElementName, elementNames } from '#theming/checks/element-names';
import type { SeenElement } from '#theming/checks/seen';

const names = Object.entries(elementNames) as [ElementName, readonly string[]][];

/** What an element is called, and the shortest selector that public themes would use for it. */
export function nameElement(element: Element, sample: string): SeenElement {
  for (const [name, selectors] of names) {
    const selector = selectors.find(one => element.closest(one));
    if (!selector) continue;
    return { name, selector: element.matches(selector) ? selector : `${selector} ${spellOwn(element)}`, sample };
  }
  return { name: 'other', selector: spellOwn(element), sample };
}

function spellOwn(element: Element): string {
  const [first] = element.classList;
  return first ? `.${CSS.escape(first)}` : element.localName;
}

export function sampleOf(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > 32 ? `${words.slice(0, 31).trimEnd()}…` : words;
}
