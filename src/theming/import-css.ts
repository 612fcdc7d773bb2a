import { createTheme, type Theme } from '#contract/theme';
import { sdkVariables } from '#idngo/sdk-variables';
import { elementGroups } from './elements';
import { type Kept, type Lifted, liftRules } from './lift-rules';
import { readOwnCss } from './read-own-css';

export interface ImportedCss {
  readonly theme: Theme;
  /** `own`: it says all that the theme was, so everything is a setting again that was one. */
  readonly origin: 'own' | 'foreign';
  /** What of a foreign sheet became settings, and what stays CSS and why, by its place in the text. */
  readonly lifted: readonly Lifted[];
  readonly kept: readonly Kept[];
}

const elements = elementGroups.flatMap(group => group.elements);
const variables = sdkVariables.map(({ name }) => name);

/**
 * A stylesheet as a theme that looks the same. One that `compileTheme` wrote comes back as exactly the theme that it was,
 * but for texts, which are no CSS. Of any other, `liftRules` makes settings of what it can, and the rest is kept word for
 * word; `rules` alone hold a text as it is.
 */
export function importCss(text: string, name: string): ImportedCss {
  const own = readOwnCss(text, name);
  if (own) return { theme: own, origin: 'own', lifted: [], kept: [] };
  const { lifted, kept, rules } = liftRules(text, elements, variables);
  const light: Record<string, string> = {};
  const byElement: Record<string, Record<string, string>> = {};
  for (const { kind, element, property, value } of lifted) {
    if (kind === 'variable') light[property] = value;
    else byElement[element] = { ...byElement[element], [property]: value };
  }
  const theme = { ...createTheme(name), variables: { light, dark: {} }, elements: byElement, rules };
  return { theme, origin: 'foreign', lifted, kept };
}

/** The same sheet with nothing of it made into settings. */
export function keepAsRules(text: string, name: string): Theme {
  return { ...createTheme(name), rules: text };
}
