import { parse } from 'culori';
import { splitAtCommas } from './split-at-commas';

/**
 * The colours of each gradient in a computed `background-image`, the topmost first; `picture` where an image is among
 * them, whose colours nobody can tell.
 */
export function readStops(image: string): string[][] | 'picture' {
  if (image === 'none' || image === '') return [];
  const layers = splitAtCommas(image).map(({ text }) => text);
  if (layers.some(layer => !layer.includes('gradient('))) return 'picture';
  return layers.map(layer => {
    const inside = layer.slice(layer.indexOf('(') + 1, layer.lastIndexOf(')'));
    return splitAtCommas(inside).flatMap(({ text }) => findColour(text) ?? []);
  });
}

/** `rgb(1, 2, 3) 40%` → `rgb(1, 2, 3)`. */
function findColour(part: string): string | undefined {
  const words = part.match(/[a-z-]+\([^()]*\)|#[\da-f]+|[a-z]+/gi) ?? [];
  return words.find(word => parse(word) !== undefined);
}
