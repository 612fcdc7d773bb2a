import type { Scheme } from '#contract/theme';
import type { ColourSeeds } from './complete-theme';
import { mix, shiftLightness, textContrast, toContrast, toPassing } from './contrast';
import { defaultTheme } from './default-theme';
import { defaultPageColours, type PageColour, type PageColours } from './page-colours';

/**
 * The page's colours from those of a theme. What depends on seeds that are the default theme's is the default page's; the
 * rest is derived, and moved in lightness, the least possible, until it can be read where it stands.
 */
export function derivePageColours(seeds: ColourSeeds, scheme: Scheme): PageColours {
  const usual = defaultTheme[scheme];
  const or = (colour: PageColour, from: readonly (keyof ColourSeeds)[], derive: () => string) =>
    from.every(seed => seeds[seed] === usual[seed]) ? defaultPageColours[scheme][colour] : derive();

  const { surface } = seeds;
  const paper = or('paper', ['surface'], () => shiftLightness(surface, -0.024));
  const sunk = or('sunk', ['surface'], () => shiftLightness(surface, -0.042));
  const plain = [paper, surface, sunk];
  const share = toContrast(surface, '#000000') > toContrast(surface, '#ffffff') ? 0.09 : 0.12;
  const tint = (colour: PageColour, seed: keyof ColourSeeds) =>
    or(colour, ['surface', seed], () => mix(surface, seeds[seed], share));
  const tints = {
    'accent-tint': tint('accent-tint', 'accent'),
    'good-tint': tint('good-tint', 'success'),
    'warn-tint': tint('warn-tint', 'warning'),
    'bad-tint': tint('bad-tint', 'danger'),
  };
  const toText = (colour: string, ...more: string[]) => toPassing(colour, [...plain, ...more], textContrast);

  const ink = toText(seeds.text, ...Object.values(tints));
  const fill = seeds.accent;
  const hover = or('accent-hover', ['accent', 'text', 'onAccent'], () => mix(fill, ink, 0.1));
  return {
    ...{ paper, surface, sunk, ink, ...tints },
    'ink-2': toText(seeds.mutedText),
    'ink-3': or('ink-3', ['mutedText', 'surface'], () => toText(mix(seeds.mutedText, surface, 0.16))),
    line: or('line', ['line', 'surface'], () => mix(seeds.line, surface, 0.5)),
    'line-2': seeds.line,
    accent: toText(seeds.accent, tints['accent-tint']),
    'accent-fill': fill,
    'accent-hover': toContrast(seeds.onAccent, hover) >= textContrast ? hover : fill,
    'on-accent': seeds.onAccent,
    'accent-faint': or('accent-faint', ['accent', 'surface'], () => mix(seeds.accent, surface, 0.6)),
    good: toText(seeds.success, tints['good-tint']),
    warn: toText(seeds.warning, tints['warn-tint']),
    'warn-line': or('warn-line', ['warning', 'surface'], () => mix(seeds.warning, surface, 0.55)),
    bad: toText(seeds.danger, tints['bad-tint']),
  };
}
