import { createHash } from 'node:crypto';
import type { Theme } from '#contract/theme';
import { compilePageTheme, type PageTheme } from '#theming/compile-page-theme';
import { compileTheme } from '#theming/compile-theme';
import type { FontFace } from '#theming/fonts-of';
import { type Adjustment, makeReadable } from '#theming/make-readable';
import { toSlug } from './name-theme';

interface Stylesheet {
  /** Its address; the hash of the text is in it, so it never changes what it answers. */
  path: string;
  css: string;
}

/** One theme as two stylesheets, so that the seam between the page and the frame does not show. */
export interface PublishedTheme {
  frame: Stylesheet;
  /** Undefined where the page looks so by itself. */
  page: Stylesheet | undefined;
  paper: PageTheme['paper'];
  /** What of the theme could not be read, and what was used instead. */
  adjustments: readonly Adjustment[];
}

export function publishTheme(asked: Theme, fontFaces: readonly FontFace[]): PublishedTheme {
  const { theme, adjustments } = makeReadable(asked);
  const { css, paper } = compilePageTheme(theme);
  return {
    frame: toStylesheet(theme.name, compileTheme(theme, fontFaces)),
    page: css === undefined ? undefined : toStylesheet(theme.name, css),
    paper,
    adjustments,
  };
}

function toStylesheet(name: string, css: string): Stylesheet {
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 16);
  return { path: `/themes/${toSlug(name)}/${hash}.css`, css };
}
