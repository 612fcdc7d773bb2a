import { converter, formatCss, formatHex, formatHex8, inGamut, parse } from 'culori';

/** OKLCH: lightness and chroma as CSS has them (0 to 1, 0 to about 0.4), hue in degrees, opacity 0 to 1. */
export interface Oklch {
  l: number;
  c: number;
  h: number;
  alpha: number;
}

const toOklch = converter('oklch');
const toRgb = converter('rgb');
const fitsScreen = inGamut('rgb');

/** Undefined for what has no value of its own, as `var(--brand)`. */
export function readOklch(text: string): Oklch | undefined {
  const colour = toOklch(parse(text.trim()));
  if (!colour) return undefined;
  const { l, c, h = 0, alpha = 1 } = colour;
  return { l, c: c < 0.0005 ? 0 : c, h: Number.isNaN(h) ? 0 : h, alpha };
}

/** `#rrggbb` where every screen can show the colour, else `oklch(…)`. */
export function writeColour({ l, c, h, alpha }: Oklch): string {
  const colour = { mode: 'oklch', l, c, h, alpha } as const;
  if (fitsScreen(roundTo(toRgb(colour)))) return alpha < 1 ? formatHex8(colour) : formatHex(colour);
  return formatCss({ mode: 'oklch', l: round(l, 4), c: round(c, 4), h: round(h, 2), alpha: round(alpha, 3) });
}

/** Whether only screens of a wide gamut show it as it is written. */
export function isWide(text: string): boolean {
  const colour = toRgb(parse(text.trim()));
  return colour !== undefined && !fitsScreen(roundTo(colour));
}

/** Colours on the edge of the gamut stay within it through the arithmetic. */
function roundTo<T extends { r: number; g: number; b: number }>(colour: T): T {
  return { ...colour, r: round(colour.r, 3), g: round(colour.g, 3), b: round(colour.b, 3) };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
