import { splitAtCommas } from './split-at-commas';

/** Each level may double what is around it, so a few dozen would fill all memory. */
const longest = 20_000;

/** A selector in a rule of another, as it would be written by itself; undefined where that is past all measure. */
export function nestSelector(selector: string, parent: string): string | undefined {
  const whole = `:is(${parent})`;
  const pieces = splitAtCommas(selector);
  const uses = pieces.reduce((sum, { text }) => sum + Math.max(1, text.split('&').length - 1), 0);
  if (selector.length + uses * whole.length > longest) return undefined;
  return pieces.map(({ text }) => (text.includes('&') ? text.replaceAll('&', whole) : `${whole} ${text}`)).join(', ');
}
