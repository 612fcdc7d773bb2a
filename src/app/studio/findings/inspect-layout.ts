import type { SeenTrouble } from '#theming/checks/seen';
import { nameElement, sampleOf } from './name-element';
import { styleOf } from './paints-behind';
import { centreOf, listShownTexts, type ShownText } from './shown-text';

/** Text that cannot be read whole, text that lies on text, and what makes the page wider than its frame. */
export function inspectLayout(document: Document): SeenTrouble[] {
  const texts = listShownTexts(document.body);
  return [...texts.flatMap(findCut), ...findOverlaps(document, texts), ...findOverflow(document, texts)];
}

function findCut({ element, boxes, node }: ShownText): SeenTrouble[] {
  for (let one: Element | null = element; one && one !== element.ownerDocument.body; one = one.parentElement) {
    const missingPx = Math.max(...boxes.map(box => measureCut(one, box)));
    if (missingPx > 1.5)
      return [{ ...nameElement(element, sampleOf(node.data)), kind: 'textCut', missingPx: Math.ceil(missingPx) }];
  }
  return [];
}

/** How far a line of text sticks out of what cuts it off, or out of a control that is too small for it. */
function measureCut(holder: Element | null, box: DOMRect): number {
  if (!holder) return 0;
  const { overflowX, overflowY, display } = styleOf(holder);
  if (display === 'inline' || display === 'contents') return 0;
  const isControl = holder.localName === 'button';
  const { left, right, top, bottom } = holder.getBoundingClientRect();
  const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip' || isControl;
  const across = cuts(overflowX) ? Math.max(left - box.left, box.right - right) : 0;
  // Lines are taller than their letters.
  const slack = box.height * 0.15;
  const down = cuts(overflowY) ? Math.max(top - box.top, box.bottom - bottom) - slack : 0;
  return Math.max(across, down);
}

function findOverlaps(document: Document, texts: readonly ShownText[]): SeenTrouble[] {
  const lines = texts.flatMap(text => text.boxes.map(box => ({ text, box })));
  lines.sort((one, other) => one.box.top - other.box.top);
  const found: SeenTrouble[] = [];
  for (const [index, one] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      if (other.box.top >= one.box.bottom) break;
      if (other.text.node === one.text.node) continue;
      const shared = intersect(one.box, other.box);
      if (!shared || !areBothSeen(document, shared, one.text.element, other.text.element)) continue;
      found.push({
        ...nameElement(one.text.element, sampleOf(one.text.node.data)),
        kind: 'textOverlaps',
        other: sampleOf(other.text.node.data),
      });
    }
  }
  return found;
}

/** Lines may touch: a third of the lower one's height, and more than a hair's breadth. */
function intersect(one: DOMRect, other: DOMRect): DOMRect | undefined {
  const [left, top] = [Math.max(one.left, other.left), Math.max(one.top, other.top)];
  const width = Math.min(one.right, other.right) - left;
  const height = Math.min(one.bottom, other.bottom) - top;
  const isMuch = width > 3 && height > Math.min(one.height, other.height) / 3;
  return isMuch ? new DOMRect(left, top, width, height) : undefined;
}

function areBothSeen(document: Document, shared: DOMRect, one: Element, other: Element): boolean {
  const { x, y } = centreOf(shared);
  const hits = document.elementsFromPoint(x, y);
  const [upper, lower] = [one, other].sort((a, b) => hits.indexOf(a) - hits.indexOf(b));
  if (!upper || !lower || !hits.includes(upper) || !hits.includes(lower)) return false;
  const between = hits.slice(hits.indexOf(upper), hits.indexOf(lower)).filter(hit => !hit.contains(lower));
  const above = hits.slice(0, hits.indexOf(upper)).filter(hit => !upper.contains(hit) && !lower.contains(hit));
  return ![...between, ...above].some(hit => !/^rgba\(.*, 0\)$|^transparent$/.test(styleOf(hit).backgroundColor));
}

function findOverflow(document: Document, texts: readonly ShownText[]): SeenTrouble[] {
  const { documentElement, body } = document;
  const missingPx = Math.max(documentElement.scrollWidth, body.scrollWidth) - documentElement.clientWidth;
  if (missingPx <= 1) return [];
  const widest = [...body.querySelectorAll('*')].find(one => {
    const { left, right, width } = one.getBoundingClientRect();
    return width > 0 && (right > documentElement.clientWidth + 1 || left < -1);
  });
  const culprit = widest ?? texts[0]?.element ?? body;
  return [{ ...nameElement(culprit, sampleOf(culprit.textContent ?? '')), kind: 'frameOverflow', missingPx }];
}
