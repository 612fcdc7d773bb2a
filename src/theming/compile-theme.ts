import type { Theme } from '#contract/theme';
import { rule } from './css-text';
import { isDeclarationValue, isPropertyName } from './declaration-value';
import { findElement } from './elements';
import { type FontFace, fontsOf } from './fonts-of';
import { splitPrelude } from './split-prelude';
import { compileColours, compileRoot } from './theme-root';
import { compileRules } from './theme-rules';

export const elementsMarker = '/* Elements */';
export const rulesMarker = '/* Rules */';

/**
 * Theme → CSS text for `uiConf.customCss`; pure, deterministic, the only author of CSS for the frame. Nothing set is no
 * text; `rules` alone are the text. Otherwise, with an empty line between any two: the prelude of `rules`, as
 * `splitPrelude` finds it; an `@font-face` of each of `fontFaces` whose family is named; `:root` with the settings as
 * `--portico-…`, each on a line of its own and `pinned` behind a shade that is given, then `:root` with the theme's own
 * variables, and both for dark; the rules that follow; the marker and a rule for each element; the marker and the rest of
 * `rules`. A value that could end its declaration is left out.
 */
export function compileTheme(theme: Theme, fontFaces: readonly FontFace[] = []): string {
  const settings = compileSettings(theme, fontFaces);
  if (settings.length === 0) return theme.rules;
  const { prelude, rest } = splitPrelude(theme.rules);
  return [...(prelude ? [prelude] : []), ...settings, ...(rest ? [rulesMarker, rest] : [])].join('\n\n');
}

function compileSettings(theme: Theme, fontFaces: readonly FontFace[]): string[] {
  const families = fontsOf(theme);
  const colours = compileColours(theme);
  const elements = compileElements(theme);
  return [
    ...fontFaces.filter(({ family }) => families.includes(family)).map(compileFontFace),
    ...compileRoot(theme, colours),
    ...compileRules(theme, colours),
    ...(elements.length === 0 ? [] : [elementsMarker, ...elements]),
  ];
}

function compileFontFace({ family, url, unicodeRange }: FontFace): string {
  return rule('@font-face', [
    ['font-family', `'${family}'`],
    ['font-weight', '400 900'],
    ['font-display', 'swap'],
    ['src', `url('${url}') format('woff2')`],
    ['unicode-range', unicodeRange],
  ]);
}

function compileElements({ elements }: Theme): string[] {
  return Object.entries(elements).flatMap(([id, declarations]) => {
    const element = findElement(id);
    const safe = Object.entries(declarations).filter(
      ([property, value]) => isPropertyName(property) && isDeclarationValue(value),
    );
    return element && safe.length > 0 ? [rule(element.selector, safe)] : [];
  });
}
