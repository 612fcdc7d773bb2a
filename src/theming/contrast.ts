import { converter, formatHex, interpolate, parse, toGamut, wcagContrast } from 'culori';

/** Ratio of WCAG 2.2 for text (1.4.3). */
export const textContrast = 4.5;

const toOklch = converter('oklch');
const toScreen = toGamut('rgb', 'oklch');

/** The contrast of WCAG between two CSS colours, 1 to 21. @throws where one of them is no colour. */
export function toContrast(one: string, other: string): number {
  return wcagContrast(requireColour(one), requireColour(other));
}

/** `#rrggbb` of any CSS colour, brought into sRGB. @throws where it is no colour. */
export function toHex(colour: string): string {
  return formatHex(toScreen(requireColour(colour)));
}

/** `share` of `other` in `one`, mixed as the eye sees it. */
export function mix(one: string, other: string, share: number): string {
  return formatHex(toScreen(interpolate([requireColour(one), requireColour(other)], 'oklab')(share)));
}

/** The same colour lighter or darker, by OKLCH lightness (0 to 1). */
export function shiftLightness(colour: string, by: number): string {
  const oklch = toOklch(requireColour(colour));
  return formatHex(toScreen({ ...oklch, l: Math.min(1, Math.max(0, oklch.l + by)) }));
}

const step = 0.005;

/** The colour itself where it passes on all grounds, else its nearest lightness that does, else black or white. */
export function toPassing(colour: string, grounds: readonly string[], ratio: number): string {
  const passes = (candidate: string) => grounds.every(ground => toContrast(candidate, ground) >= ratio);
  if (passes(colour)) return colour;
  for (let by = step; by <= 1; by += step) {
    const found = [shiftLightness(colour, -by), shiftLightness(colour, by)].find(passes);
    if (found) return found;
  }
  const worst = (candidate: string) => Math.min(...grounds.map(ground => toContrast(candidate, ground)));
  return worst('#000000') >= worst('#ffffff') ? '#000000' : '#ffffff';
}

function requireColour(text: string) {
  const colour = parse(text);
  if (!colour) throw new Error('Not a CSS colour');
  return colour;
}
