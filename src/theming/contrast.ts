import { converter, formatHex, interpolate, parse, toGamut, wcagContrast, wcagLuminance } from 'culori';

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
const steps = 1 / step;

/** The colour itself where it passes on all grounds, else its nearest lightness that does, else black or white. */
export function toPassing(colour: string, grounds: readonly string[], ratio: number): string {
  const lights = grounds.map(ground => wcagLuminance(requireColour(ground)));
  const light = wcagLuminance(requireColour(colour));
  const near = lights.map(ground => [(ground + 0.05) / ratio - 0.05, (ground + 0.05) * ratio - 0.05] as const);
  if (!near.some(([low, high]) => light > low && light < high)) return colour;
  const [low, high] = joinAround(light, near);
  const down = findFirst(by => wcagLuminance(shiftLightness(colour, -by * step)) <= low);
  const up = findFirst(by => wcagLuminance(shiftLightness(colour, by * step)) >= high);
  if (down === undefined && up === undefined) {
    const [darkest, lightest] = [Math.min(...lights), Math.max(...lights)];
    return toRatio(0, darkest) >= toRatio(1, lightest) ? '#000000' : '#ffffff';
  }
  return (down ?? steps) <= (up ?? steps)
    ? shiftLightness(colour, -(down ?? 0) * step)
    : shiftLightness(colour, (up ?? 0) * step);
}

/** All the luminances about one that are too near to some ground, as one stretch. */
function joinAround(light: number, near: readonly (readonly [number, number])[]): readonly [number, number] {
  let [low, high] = [light, light];
  for (let grew = true; grew; ) {
    const touching = near.filter(([from, to]) => (from < high && to > low) || (from < light && to > light));
    const wider = [
      Math.min(low, ...touching.map(([from]) => from)),
      Math.max(high, ...touching.map(([, to]) => to)),
    ] as const;
    grew = wider[0] < low || wider[1] > high;
    [low, high] = wider;
  }
  return [low, high];
}

function toRatio(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** The first step from which on it holds. */
function findFirst(holds: (by: number) => boolean): number | undefined {
  let [no, yes] = [0, steps];
  if (!holds(yes)) return undefined;
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

function requireColour(text: string) {
  const colour = parse(text);
  if (!colour) throw new Error('Not a CSS colour');
  return colour;
}

/** Whether a browser takes it for a colour that can be reckoned with: not what depends on others, as `var(--x)`. */
export function isColour(text: string): boolean {
  // The parser is kinder than a browser: it takes hex digits without their hash and invents spaces of its own.
  return !/^[\da-f]+$|^color\(\s*--/i.test(text) && parse(text) !== undefined;
}
