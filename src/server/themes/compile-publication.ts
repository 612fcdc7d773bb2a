import { parse, walk } from 'css-tree';
import { maxSheetBytes, type PublishNote } from '#contract/studio';
import type { Theme } from '#contract/theme';
import type { FontFace } from '#theming/fonts-of';
import { parseTheme, ThemeError } from '#theming/parse-theme';
import { Refusal } from '../problems';
import { type PublishedTheme, publishTheme } from './published-themes';

/**
 * What of a theme goes out, and what is to be said of it.
 * @throws {Refusal} where a value would leave its place, the sheet is too large, or it is no text that every system can keep
 */
export function compilePublication(
  theme: Theme,
  fontFaces: readonly FontFace[],
): { files: PublishedTheme; notes: PublishNote[] } {
  const files = publishTheme(requireTheme(theme), fontFaces);
  const { body: css } = files.frame;
  requireSheet(css);
  return { files, notes: hasRule(css) ? [] : ['no-rule'] };
}

function requireTheme(theme: Theme): Theme {
  try {
    return parseTheme(theme);
  } catch (error) {
    if (error instanceof ThemeError) throw new Refusal('malformed-request', error.message);
    throw error;
  }
}

function requireSheet(css: string): void {
  const bytes = Buffer.byteLength(css);
  if (bytes > maxSheetBytes) {
    throw new Refusal('body-too-large', `The stylesheet has ${bytes} bytes, and ${maxSheetBytes} is the most`);
  }
  // The database, and whoever encodes it, would keep another text than the one that was shown.
  if (css.includes('\0') || /\p{Cs}/u.test(css)) {
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
