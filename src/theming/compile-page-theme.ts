import type { Scheme, Theme } from '#contract/theme';
import { completeColours } from './complete-theme';
import { defaultTheme } from './default-theme';
import { derivePageColours } from './derive-page-colours';
import { defaultPageColours, type PageColours } from './page-colours';

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
  const light = derivePageColours(completeColours(theme, 'light'), 'light');
  const dark = derivePageColours(completeColours(theme, 'dark'), 'dark');
  const paper = { light: light.paper, dark: dark.paper };
  const shape = compileShape(theme);
  if (isUsual(light, 'light') && isUsual(dark, 'dark') && Object.keys(shape).length === 0)
    return { css: undefined, paper };

  // Stronger than the page's own :root, whichever of the two sheets comes first, and weaker than what a script needs.
  const css = [
    rule('html:root', { ...light, ...shape }),
    `@media screen and (prefers-color-scheme: dark) {\n${rule('html:root:not([data-scheme])', dark)}\n}`,
    `@media screen {\n${rule('html:root[data-scheme="dark"]', dark)}\n}`,
  ].join('\n\n');
  return { css, paper };
}

function isUsual(colours: PageColours, scheme: Scheme): boolean {
  const usual = Object.entries(defaultPageColours[scheme]) as [keyof PageColours, string][];
  return usual.every(([name, colour]) => colours[name] === colour);
}

/** What of the page's shape is not the default theme's. */
function compileShape(theme: Theme): Record<string, string> {
  const {
    controlRadius = defaultTheme.controlRadius,
    cardRadius = defaultTheme.cardRadius,
    controlHeight = defaultTheme.controlHeight,
    fontFamily = defaultTheme.fontFamily,
  } = theme;
  return {
    ...(controlRadius === defaultTheme.controlRadius ? {} : { 'radius-control': `${controlRadius}px` }),
    ...(cardRadius === defaultTheme.cardRadius ? {} : { 'radius-card': `${cardRadius}px` }),
    ...(controlHeight === defaultTheme.controlHeight
      ? {}
      : { 'control-height': `${Math.max(smallestControl, controlHeight)}px` }),
    ...(fontFamily === defaultTheme.fontFamily ? {} : { font: fontFamily }),
  };
}

function rule(selector: string, tokens: Readonly<Record<string, string>>): string {
  const lines = Object.entries(tokens).map(([name, value]) => `  --${name}: ${value};`);
  return `${selector} {\n${lines.join('\n')}\n}`;
}
