import { parse } from 'culori';

/**
 * The colours of each gradient in a computed `background-image`, the topmost first; `picture` where an image is among
 * them, whose colours nobody can tell.
 */
export function readStops(image: string): string[][] | 'picture' {
  if (image === 'none' || image === '') return [];
  const layers = splitAtCommas(image);
  if (layers.some(layer => !layer.includes('gradient('))) return 'picture';
  return layers.map(layer => {
    const inside = layer.slice(layer.indexOf('(') + 1, layer.lastIndexOf(')'));
    return splitAtCommas(inside).flatMap(part => findColour(part) ?? []);
  });
}

/** `rgb(1, 2, 3) 40%` → `rgb(1, 2, 3)`. */
function findColour(part: string): string | undefined {
  const words = part.match(/[a-z-]+\([^()]*\)|#[\da-f]+|[a-z]+/gi) ?? [];
  return words.find(word => parse(word) !== undefined);
}

function splitAtCommas(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map(part => part.trim());
}
