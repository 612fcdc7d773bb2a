import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FontFace } from '#theming/fonts-of';

export interface ThemeFonts {
  faces: FontFace[];
  /** The bytes of a font file that a theme may ask for, undefined for any other name. */
  read(file: string): Uint8Array<ArrayBuffer> | undefined;
}

/**
 * The page's own font for the frame, which as another origin cannot use the page's copy. By absolute addresses, so that the
 * text of a stylesheet holds wherever it is put.
 */
export function loadThemeFonts(publicUrl: string): ThemeFonts {
  const manifest = createRequire(import.meta.url).resolve('@fontsource-variable/golos-text/unicode.json');
  const ranges = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>;
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const faces = Object.entries(ranges).map(([subset, unicodeRange]) => {
    const file = `golos-text-${subset}-wght-normal.woff2`;
    files.set(file, new Uint8Array(readFileSync(join(dirname(manifest), 'files', file))));
    return { family: 'Golos Text Variable', url: `${publicUrl}/themes/fonts/${file}`, unicodeRange };
  });
  return { faces, read: file => files.get(file) };
}
