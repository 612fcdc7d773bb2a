import { converter, formatHex, toGamut } from 'culori';
import { type Scheme, type SeedName, type ShadeName, shadeNames, type Theme, type ThemeColours } from '#contract/theme';
import { mix, shiftLightness, textContrast, toContrast, toHex, toPassing } from './contrast';
import { mixInBrowser } from './mix-in-browser';
import { stockColours } from './stock-colours';

/** The seeds that each shade follows from; without the first of them there is none, and the provider's own stays. */
export const shadeSeeds: Readonly<Record<ShadeName, readonly SeedName[]>> = {
  mutedText: ['text', 'surface'],
  line: ['surface', 'text'],
  onAccent: ['accent'],
  accentHover: ['accent'],
  accentPressed: ['accent'],
  accentDisabled: ['accent', 'surface'],
  onAccentDisabled: ['accent', 'surface', 'text'],
  accentTint: ['accent', 'surface'],
};

/** Not in the document: they follow from the others and stand in the CSS only. */
export interface HiddenShades {
  /** Behind a card that stands out from it. */
  canvas: string;
  /** The accent as it can be read on the surface. */
  accentText: string;
  /** The line where it bounds a control, which has to be seen. */
  controlLine: string;
}

/**
 * What a scheme says: its own colours, and what it leaves out as in light. A shade that light pins is not taken over where
 * dark says a seed of it anew.
 */
export function readColours(theme: Pick<Theme, Scheme>, scheme: Scheme): ThemeColours {
  if (scheme === 'light') return theme.light;
  const kept = { ...theme.light };
  for (const shade of shadeNames) {
    if (shadeSeeds[shade].some(seed => theme.dark[seed] !== undefined)) delete kept[shade];
  }
  return { ...kept, ...theme.dark };
}

/**
 * Every shade of `readColours`: as it is pinned, else derived from the seeds in OKLCH as `#rrggbb`, the provider's own
 * colours standing in for seeds that are not given or are no colours. What follows from a colour that only the browser
 * can tell, as `var(--x)`, is left to the browser to mix.
 */
export function deriveShades(colours: ThemeColours, scheme: Scheme): Record<ShadeName, string> & HiddenShades {
  const seed = (name: SeedName) => readColour(colours[name]) ?? stockColours[scheme][name];
  const { surface, text, accent } = { surface: seed('surface'), text: seed('text'), accent: seed('accent') };
  const isDark = toContrast(surface, '#ffffff') > toContrast(surface, '#000000');
  const canvas = shiftLightness(surface, isDark ? -0.035 : -0.024);
  const pinned = (name: ShadeName) => readColour(colours[name]);

  const line = pinned('line') ?? mix(surface, text, isDark ? 0.22 : 0.18);
  const onAccent = pinned('onAccent') ?? chooseOnAccent(accent);
  const accentDisabled = pinned('accentDisabled') ?? mix(surface, accent, isDark ? 0.3 : 0.24);
  const accentTint = pinned('accentTint') ?? mix(surface, accent, isDark ? 0.14 : 0.09);
  const derived = {
    line,
    onAccent,
    accentDisabled,
    accentTint,
    mutedText: toPassing(mix(text, surface, 0.3), [surface, canvas], textContrast),
    accentHover: step(accent, onAccent, 0.045),
    accentPressed: step(accent, onAccent, 0.085),
    onAccentDisabled: toPassing(mix(text, accentDisabled, 0.25), [accentDisabled], textContrast),
  };
  const asked = Object.fromEntries(
    shadeNames.flatMap(name => (colours[name] === undefined ? [] : [[name, colours[name]]])),
  );
  return {
    ...derived,
    canvas,
    accentText: toPassing(accent, [surface, canvas, accentTint], textContrast),
    controlLine: toPassing(line, [surface], 3),
    ...mixInBrowser(colours, scheme),
    ...asked,
  };
}

/** Undefined for what is no colour that can be reckoned with, as `var(--x)` or a word half typed. */
function readColour(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return toHex(text);
  } catch {
    return undefined;
  }
}

const toOklch = converter('oklch');
const toScreen = toGamut('rgb', 'oklch');

/** White where it can be read, else the accent's own hue at its darkest. */
function chooseOnAccent(accent: string): string {
  if (toContrast('#ffffff', accent) >= textContrast) return '#ffffff';
  const { c = 0, h = 0 } = toOklch(accent) ?? {};
  return toPassing(formatHex(toScreen({ mode: 'oklch', l: 0.22, c: Math.min(c, 0.05), h })), [accent], textContrast);
}

/** Away from what is written on it, so that it is read the better; towards it only where there is no further. */
function step(accent: string, onAccent: string, by: number): string {
  const away = toContrast(onAccent, '#000000') > toContrast(accent, '#000000') ? -1 : 1;
  const { l } = toOklch(accent) ?? { l: 0.5 };
  const room = away < 0 ? l - 0.12 : 0.98 - l;
  const moved = shiftLightness(accent, room >= by ? away * by : -away * by * 1.6);
  return toContrast(moved, onAccent) >= Math.min(textContrast, toContrast(accent, onAccent)) ? moved : toHex(accent);
}
