import { type Scheme, schemes, type Theme } from '#contract/theme';
import { type ColourSeeds, completeColours, type PageSeed, pageSeeds } from './complete-theme';
import { isColour, textContrast, toContrast, toHex, toPassing } from './contrast';
import { readColours } from './derive-shades';

/** A colour that could not be read as it was asked for. */
export interface Adjustment {
  scheme: Scheme;
  seed: PageSeed;
  asked: string;
  used: string;
  /** The contrast that the asked one had. */
  contrast: number;
}

const texts = ['text', 'mutedText', 'success', 'warning', 'danger'] as const;

/**
 * The theme with every colour that it says in sRGB and everything readable on the surface, and what had to be changed for
 * it. The accent stays as asked, since it is a brand's: what is written on it gives way. A colour that only the widget's page can
 * tell, as `var(--x)`, is the default theme's.
 */
export function makeReadable(theme: Theme): { theme: Theme; adjustments: Adjustment[] } {
  const adjustments: Adjustment[] = [];
  const readable = { ...theme };
  for (const scheme of schemes) {
    const complete = completeColours(theme, scheme);
    const seeds = Object.fromEntries(pageSeeds.map(seed => [seed, toHex(complete[seed])])) as Record<PageSeed, string>;
    const own = { ...theme[scheme] };
    const said = readColours(theme, scheme);
    for (const seed of pageSeeds) {
      const isUntold = said[seed] !== undefined && !isColour(said[seed]);
      if (own[seed] !== undefined || isUntold) own[seed] = seeds[seed];
    }
    const adjust = (seed: PageSeed, ground: string) => {
      const asked = seeds[seed];
      const used = seed === 'onAccent' ? chooseOnAccent(seeds) : toPassing(asked, [ground], textContrast);
      if (used === asked) return;
      adjustments.push({ scheme, seed, asked, used, contrast: toContrast(asked, ground) });
      seeds[seed] = used;
      own[seed] = used;
    };
    for (const seed of texts) adjust(seed, seeds.surface);
    adjust('onAccent', seeds.accent);
    readable[scheme] = own;
  }
  return { theme: readable, adjustments };
}

/** One of the theme's own colours before a new one. */
function chooseOnAccent({ onAccent, surface, text, accent }: ColourSeeds): string {
  const own = [onAccent, surface, text].find(colour => toContrast(colour, accent) >= textContrast);
  return own ?? toPassing(onAccent, [accent], textContrast);
}
