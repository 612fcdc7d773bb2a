import { textContrast, toContrast, toHex, toPassing } from './contrast';
import { type Scheme, schemes } from './page-colours';
import type { ColourSeeds, Theme } from './theme';

/** A colour that could not be read as it was asked for. */
export interface Adjustment {
  scheme: Scheme;
  seed: keyof ColourSeeds;
  asked: string;
  used: string;
  /** The contrast that the asked one had. */
  contrast: number;
}

const texts = ['text', 'mutedText', 'success', 'warning', 'danger'] as const;

/**
 * The theme with every colour in sRGB and everything readable on the surface, and what had to be changed for it. The
 * accent stays as asked, since it is a brand's: what is written on it gives way.
 */
export function makeReadable(theme: Theme): { theme: Theme; adjustments: Adjustment[] } {
  const adjustments: Adjustment[] = [];
  const readable = { ...theme };
  for (const scheme of schemes) {
    const seeds = { ...theme[scheme] };
    for (const seed of Object.keys(seeds) as (keyof ColourSeeds)[]) seeds[seed] = toHex(seeds[seed]);
    const adjust = (seed: keyof ColourSeeds, ground: string) => {
      const asked = seeds[seed];
      const used = seed === 'onAccent' ? chooseOnAccent(seeds) : toPassing(asked, [ground], textContrast);
      if (used === asked) return;
      adjustments.push({ scheme, seed, asked, used, contrast: toContrast(asked, ground) });
      seeds[seed] = used;
    };
    for (const seed of texts) adjust(seed, seeds.surface);
    adjust('onAccent', seeds.accent);
    readable[scheme] = seeds;
  }
  return { theme: readable, adjustments };
}

/** One of the theme's own colours before a new one. */
function chooseOnAccent({ onAccent, surface, text, accent }: ColourSeeds): string {
  const own = [onAccent, surface, text].find(colour => toContrast(colour, accent) >= textContrast);
  return own ?? toPassing(onAccent, [accent], textContrast);
}
