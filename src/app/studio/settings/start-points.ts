import { createTheme, type Theme } from '#contract/theme';
import { defaultTheme } from '#theming/default-theme';
import { presets } from '#theming/presets';

/** A look that a theme can begin with; its name is a text. */
export interface StartPoint {
  id: string;
  theme: Theme;
}

export const startPoints: readonly StartPoint[] = [
  { id: 'provider', theme: createTheme('provider') },
  { id: 'page', theme: defaultTheme },
  ...presets,
];

/** The theme with another's look: what it is called, what it says and the rules written for it stay. */
export function startFrom(theme: Theme, { theme: look }: StartPoint): Theme {
  const { name, texts, logo } = theme;
  const rules = theme.rules.trim() === '' || isStart(theme) ? look.rules : theme.rules;
  const { logo: _, ...rest } = look;
  return { ...rest, name, texts, rules, ...(logo ? { logo } : {}) };
}

/** Whether a theme is one of the starting points still, so that nothing of its own can be lost. */
export function isStart(theme: Theme): boolean {
  return startPoints.some(({ theme: look }) => isLike(theme, look));
}

/** Whether a theme still looks as the other does, its mark and its texts aside. */
export function isLike(theme: Theme, look: Theme): boolean {
  const lookOf = ({ name: _, texts: __, logo: ___, ...rest }: Theme) => JSON.stringify(rest, sortKeys);
  return lookOf(theme) === lookOf(look);
}

function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
