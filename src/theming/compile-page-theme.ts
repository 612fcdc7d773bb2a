import { defaultTheme } from './default-theme';
import { derivePageColours } from './derive-page-colours';
import { type PageColours, type Scheme, schemes } from './page-colours';
import type { Theme } from './theme';

export interface PageTheme {
  /** The stylesheet; undefined where the page looks so by itself. */
  css: string | undefined;
  /** For what the browser draws around the page. */
  paper: Record<Scheme, string>;
}

/** Fingers need at least this much. */
const smallestControl = 44;

/** Theme → the tokens of the page around the frame; pure and deterministic. Takes what `makeReadable` gave. */
export function compilePageTheme(theme: Theme): PageTheme {
  const [light, dark] = schemes.map(scheme => derivePageColours(theme[scheme], scheme)) as [PageColours, PageColours];
  const paper = { light: light.paper, dark: dark.paper };
  const { name: _, ...look } = theme;
  const { name: __, ...usual } = defaultTheme;
  if (JSON.stringify(look) === JSON.stringify(usual)) return { css: undefined, paper };

  const shape = {
    'radius-control': `${theme.controlRadius}px`,
    'radius-card': `${theme.cardRadius}px`,
    'control-height': `${Math.max(smallestControl, theme.controlHeight)}px`,
    ...(theme.fontFamily === defaultTheme.fontFamily ? {} : { font: theme.fontFamily }),
  };
  // Stronger than the page's own :root, whichever of the two sheets comes first, and weaker than what a script needs.
  const css = [
    rule('html:root', { ...light, ...shape }),
    `@media screen and (prefers-color-scheme: dark) {\n${rule('html:root:not([data-scheme])', dark)}\n}`,
    `@media screen {\n${rule('html:root[data-scheme="dark"]', dark)}\n}`,
  ].join('\n\n');
  return { css, paper };
}

function rule(selector: string, tokens: Readonly<Record<string, string>>): string {
  const lines = Object.entries(tokens).map(([name, value]) => `  --${name}: ${value};`);
  return `${selector} {\n${lines.join('\n')}\n}`;
}
