import * as v from 'valibot';
import { type Theme, themeSchema } from '#contract/theme';

/** The theme of a row, which was checked when it was written. */
export function readDocument(document: string): Theme {
  return v.parse(themeSchema, JSON.parse(document));
}
