import * as v from 'valibot';
import { draftSummarySchema } from '#contract/studio';
import { type Theme, themeSchema } from '#contract/theme';

const keptAt = 'portico.studio.draft';

/** Which draft a tab has open, and what of it was on the bench. */
const keptDraftSchema = v.object({ draft: draftSummarySchema, print: v.string() });
export type KeptDraft = v.InferOutput<typeof keptDraftSchema>;

export function readKeptDraft(storage: Pick<Storage, 'getItem'>): KeptDraft | undefined {
  try {
    return v.parse(keptDraftSchema, JSON.parse(storage.getItem(keptAt) ?? ''));
  } catch {
    return undefined;
  }
}

/** Undefined: none is open. */
export function writeKeptDraft(storage: Pick<Storage, 'setItem' | 'removeItem'>, kept: KeptDraft | undefined): void {
  if (kept) storage.setItem(keptAt, JSON.stringify(kept));
  else storage.removeItem(keptAt);
}

/** The same for two themes that are the same, in whatever order their keys were written. */
export function toText(theme: Theme): string {
  return JSON.stringify(v.parse(themeSchema, theme));
}

/** Tells themes apart without keeping them: FNV-1a of the text. */
export function toPrint(theme: Theme): string {
  let hash = 0x811c9dc5;
  const text = toText(theme);
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return `${text.length}-${(hash >>> 0).toString(36)}`;
}
