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

/** Whether a theme still looks as the other does, its name, its mark and its texts aside. */
export function isLike(theme: Theme, look: Theme): boolean {
  return isSame({ ...theme, ...sayNothing }, { ...look, ...sayNothing });
}

const sayNothing = { name: '', texts: {}, logo: undefined };

/** Whatever the order of their keys. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [ones, others] = [Object.entries(one), other as Record<string, unknown>];
  return ones.length === Object.keys(others).length && ones.every(([key, value]) => isSame(value, others[key]));
}
