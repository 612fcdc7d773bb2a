import { styleOf } from './paints-behind';

const ancestorsThatCount = 5;

/** The same for elements that the same rules draw on the same ground: what is seen of one holds for the other. */
export function signatureOf(element: Element): string {
  const parts: string[] = [];
  let one: Element | null = element;
  for (let up = 0; one && up < ancestorsThatCount; up++, one = one.parentElement) {
    const { color, backgroundColor, backgroundImage, opacity } = styleOf(one);
    parts.push(one.localName, one.getAttribute('class') ?? '', color, backgroundColor, backgroundImage, opacity);
  }
  return parts.join('|');
}
