import { checkSyntax } from '#theming/checks/check-syntax';
import type { Finding } from '#theming/checks/finding';
import { readSheet, type SheetPart } from '#theming/read-sheet';

/** Why a text is left as it is: a fault that formatting could turn into something else, or that it did. */
export type Formatted =
  | { readonly kind: 'formatted'; readonly text: string }
  | { readonly kind: 'faulty'; readonly fault: Finding }
  | { readonly kind: 'otherMeaning' };

/** Lays a stylesheet out anew; a browser reads the same of it as before. */
export async function formatCss(text: string): Promise<Formatted> {
  const [fault] = checkSyntax(text);
  if (fault) return { kind: 'faulty', fault };
  const [{ format }, postcss] = await Promise.all([import('prettier/standalone'), import('prettier/plugins/postcss')]);
  try {
    const formatted = await format(text, { parser: 'css', plugins: [postcss], printWidth: 100 });
    const isSame = spellOut(readSheet(formatted)) === spellOut(readSheet(text));
    return isSame ? { kind: 'formatted', text: formatted } : { kind: 'otherMeaning' };
  } catch {
    return { kind: 'otherMeaning' };
  }
}

/** What is left of a sheet without the ways of writing it. */
function spellOut(parts: readonly SheetPart[]): string {
  return JSON.stringify(parts.map(spellPart));
}

function spellPart(part: SheetPart): unknown {
  switch (part.kind) {
    case 'declaration':
      return [toPlain(part.property), toPlain(part.value), part.important];
    case 'rule':
      return [toPlain(part.selector), part.contents.map(spellPart)];
    case 'at-rule':
      return [part.name, toPlain(part.prelude), part.contents.map(spellPart)];
    case 'rubbish':
      return part.kind;
  }
}

/** Blanks that part nothing, quotes, letter case and zeros are for the reader's eye. */
function toPlain(text: string): string {
  return text
    .replace(/\s*([>+~,()/*])\s*/g, '$1')
    .replace(/:\s+/g, ':')
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll("'", '"')
    .toLowerCase()
    .replace(/(?<![\d.])0+(?=\.\d|\d)/g, '')
    .replace(/(\.\d*?)0+(?!\d)/g, '$1')
    .replace(/\.(?!\d|[a-z_-])/g, '')
    .replace(/\be\+/g, 'e');
}
