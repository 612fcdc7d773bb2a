import { styleOf } from './paints-behind';

/** A run of text that can be seen, and where it stands in the document's viewport. */
export interface ShownText {
  node: Text;
  element: Element;
  boxes: DOMRect[];
}

/** Every text of a rendered element that somebody could read; not what is there for screen readers alone. */
export function listShownTexts(within: Element): ShownText[] {
  const { ownerDocument: document } = within;
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const found: ShownText[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text;
    const element = text.parentElement;
    if (!element || text.data.trim() === '' || element.closest('script, style, option')) continue;
    if (!isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0.5 && height > 0.5);
    if (boxes.length > 0) found.push({ node: text, element, boxes });
  }
  return found;
}

export function isShown(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  // Drawn in one pixel for those who listen.
  for (let one: Element | null = element; one; one = one.parentElement) {
    const { width, height } = one.getBoundingClientRect();
    if (width <= 1 && height <= 1 && styleOf(one).overflow !== 'visible') return false;
  }
  return true;
}

export function centreOf({ left, top, width, height }: DOMRect): { x: number; y: number } {
  return { x: left + width / 2, y: top + height / 2 };
}

export function isDisabled(element: Element): boolean {
  return element.closest(':disabled, .disabled, [aria-disabled="true"]') !== null;
}
