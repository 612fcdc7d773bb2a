import type { Theme } from '#contract/theme';
import { compileTheme } from '#theming/compile-theme';
import type { FontFace } from '#theming/fonts-of';
import { type CssSource, toStringLiteral, writeLoaderSnippet, writeReactSnippet } from '#theming/integration-snippet';
import { writeThemeTokens } from '#theming/write-theme-tokens';
import type { PublishedSheet } from './published-sheets';

export const exportFormats = ['css', 'string', 'loader', 'react', 'theme', 'tokens'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface Exported {
  readonly text: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** Every text that the theme can leave as. `address`: of the same stylesheet, where it is published. */
export function writeExports(theme: Theme, fontFaces: readonly FontFace[], sheets: readonly PublishedSheet[]) {
  const css = compileTheme(theme, fontFaces);
  const address = css === '' ? undefined : sheets.find(sheet => sheet.css === css)?.url;
  const source: CssSource = address === undefined ? { kind: 'text', css } : { kind: 'address', url: address };
  const { texts } = theme;
  const slug = toSlug(theme.name);
  const exports: Record<ExportFormat, Exported> = {
    css: { text: css, fileName: `${slug}.css`, mediaType: 'text/css' },
    string: { text: toStringLiteral(css), fileName: `${slug}.css.js`, mediaType: 'text/javascript' },
    loader: { text: writeLoaderSnippet({ source, texts }), fileName: `${slug}.js`, mediaType: 'text/javascript' },
    react: { text: writeReactSnippet({ source, texts }), fileName: `${slug}.jsx`, mediaType: 'text/javascript' },
    theme: { text: toJson(theme), fileName: `${slug}.theme.json`, mediaType: 'application/json' },
    tokens: {
      text: toJson(writeThemeTokens(theme)),
      fileName: `${slug}.tokens.json`,
      mediaType: 'application/json',
    },
  };
  return { exports, address };
}

export function toSlug(name: string): string {
  const slug = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return slug.replace(/^-|-$/g, '') || 'theme';
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
