import { createHash } from 'node:crypto';
import { parse, walk } from 'css-tree';
import { maxSheetBytes, type PublishNote } from '#contract/studio';
import type { Theme } from '#contract/theme';
import { compilePageTheme, type PageTheme } from '#theming/compile-page-theme';
import { compileTheme } from '#theming/compile-theme';
import type { FontFace } from '#theming/fonts-of';
import { makeReadable } from '#theming/make-readable';
import { Refusal } from '../problems';
import { toSlug } from './name-theme';

export interface ThemeFile {
  /** Its address; the hash of the text is in it, so it never changes what it answers. */
  path: string;
  body: string;
}

/** One theme as it goes out: for the frame, and for the page around it, so that the seam does not show. */
export interface PublicationFiles {
  frame: ThemeFile;
  /** Undefined where the page looks so by itself. */
  page: ThemeFile | undefined;
  /** Over the SDK's own texts, by language. Undefined where there are none. */
  texts: ThemeFile | undefined;
  paper: PageTheme['paper'];
}

/** @throws {Refusal} where the stylesheet is too large, or no text that every system can keep */
export function compilePublication(
  theme: Theme,
  fontFaces: readonly FontFace[],
): { files: PublicationFiles; notes: PublishNote[] } {
  const css = compileTheme(theme, fontFaces);
  requireSheet(css);
  const page = compilePageTheme(makeReadable(theme).theme);
  const slug = toSlug(theme.name);
  const files = {
    frame: toThemeFile(slug, css, 'css'),
    page: page.css === undefined ? undefined : toThemeFile(slug, page.css, 'css'),
    texts: hasTexts(theme) ? toThemeFile(slug, JSON.stringify(theme.texts), 'json') : undefined,
    paper: page.paper,
  };
  return { files, notes: hasRule(css) ? [] : ['no-rule'] };
}

function hasTexts({ texts }: Theme): boolean {
  return Object.values(texts).some(values => Object.keys(values).length > 0);
}

function requireSheet(css: string): void {
  const bytes = Buffer.byteLength(css);
  if (bytes > maxSheetBytes) {
    throw new Refusal('body-too-large', `The stylesheet has ${bytes} bytes, and ${maxSheetBytes} is the most`);
  }
  // The database, and whoever encodes it, would keep another text than the one that was shown.
  if (/\0/.test(css) || /\p{Cs}/u.test(css)) {
    throw new Refusal('malformed-request', 'The rules have a NUL, or half of a character: remove it');
  }
}

/** Whether anything in it has an effect; the browser drops what it cannot read. */
function hasRule(css: string): boolean {
  let found = false;
  walk(parse(css, { parseValue: false, onParseError: () => undefined }), node => {
    if (node.type === 'Declaration' || (node.type === 'Atrule' && node.name === 'import')) found = true;
  });
  return found;
}

function toThemeFile(slug: string, body: string, kind: 'css' | 'json'): ThemeFile {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 32);
  return { path: `/themes/${slug}/${hash}.${kind}`, body };
}
