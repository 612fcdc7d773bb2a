import { createHash } from 'node:crypto';
import type { Theme } from '#contract/theme';
import { compilePageTheme, type PageTheme } from '#theming/compile-page-theme';
import { compileTheme } from '#theming/compile-theme';
import type { FontFace } from '#theming/fonts-of';
import { type Adjustment, makeReadable } from '#theming/make-readable';
import { toSlug } from './name-theme';

export interface ThemeFile {
  /** Its address; the hash of the text is in it, so it never changes what it answers. */
  path: string;
  body: string;
}

/** One theme for the frame and for the page around it, so that the seam does not show. */
export interface PublishedTheme {
  frame: ThemeFile;
  /** Undefined where the page looks so by itself. */
  page: ThemeFile | undefined;
  /** What is said instead of the SDK's own texts. Undefined where nothing is. */
  texts: ThemeFile | undefined;
  paper: PageTheme['paper'];
  /** What of the theme could not be read on the page, and what is used there instead. */
  adjustments: readonly Adjustment[];
}

/** The frame gets exactly what the studio shows; the page around it gives way where nobody could read it. */
export function publishTheme(asked: Theme, fontFaces: readonly FontFace[]): PublishedTheme {
  const { theme, adjustments } = makeReadable(asked);
  const { css, paper } = compilePageTheme(theme);
  const slug = toSlug(theme.name);
  return {
    frame: toThemeFile(slug, compileTheme(asked, fontFaces), 'css'),
    page: css === undefined ? undefined : toThemeFile(slug, css, 'css'),
    texts: hasTexts(theme) ? toThemeFile(slug, JSON.stringify(theme.texts), 'json') : undefined,
    paper,
    adjustments,
  };
}

function hasTexts({ texts }: Theme): boolean {
  return Object.values(texts).some(values => Object.keys(values).length > 0);
}

function toThemeFile(slug: string, body: string, kind: 'css' | 'json'): ThemeFile {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 32);
  return { path: `/themes/${slug}/${hash}.${kind}`, body };
}
