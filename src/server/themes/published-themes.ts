import { createHash } from 'node:crypto';
import { compileTheme } from '#theming/compile-theme';
import { defaultTheme } from '#theming/default-theme';
import type { FontFace } from '#theming/theme';

export interface PublishedTheme {
  /** Path of the stylesheet; the hash of the text is in it, so it never changes what it answers. */
  path: string;
  css: string;
}

export function publishDefaultTheme(fontFaces: readonly FontFace[]): PublishedTheme {
  const css = compileTheme(defaultTheme, fontFaces);
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 16);
  return { path: `/themes/${defaultTheme.name}/${hash}.css`, css };
}
