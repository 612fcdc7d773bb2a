import type { Scheme, Theme, ThemeColours } from '#contract/theme';
import { isColour } from './contrast';
import { defaultTheme } from './default-theme';
import { deriveShades, readColours } from './derive-shades';

/** The colours that those of the page around the frame follow from. */
export const pageSeeds = [
  'surface',
  'text',
  'mutedText',
  'line',
  'accent',
  'onAccent',
  'success',
  'warning',
  'danger',
] as const;
export type PageSeed = (typeof pageSeeds)[number];
export type ColourSeeds = Readonly<Record<PageSeed, string>>;

/**
 * A theme's colours for the page: what it leaves out, or says by a variable of the widget's page, follows from what it
 * says, or is the default theme's.
 */
export function completeColours(theme: Theme, scheme: Scheme): ColourSeeds {
  const said = ownValuesOf(readColours(theme, scheme));
  const usual = defaultTheme[scheme];
  const { surface = usual.surface, text = usual.text, accent = usual.accent } = said;
  const derived = deriveShades({ ...said, surface, text, accent }, scheme);
  const hasOwnInk = surface !== usual.surface || text !== usual.text;
  return {
    ...{ surface, text, accent },
    mutedText: said.mutedText ?? (hasOwnInk ? derived.mutedText : usual.mutedText),
    line: said.line ?? (hasOwnInk ? derived.line : usual.line),
    onAccent: said.onAccent ?? (accent === usual.accent ? usual.onAccent : derived.onAccent),
    success: said.success ?? usual.success,
    warning: said.warning ?? usual.warning,
    danger: said.danger ?? usual.danger,
  };
}

/** Without what depends on others. */
function ownValuesOf(colours: ThemeColours): ThemeColours {
  return Object.fromEntries(Object.entries(colours).filter(([, value]) => value !== undefined && isColour(value)));
}
