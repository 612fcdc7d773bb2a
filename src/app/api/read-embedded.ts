import * as v from 'valibot';
import { parseJson } from './http';

/** What the server wrote into the page; undefined where there is nothing that can be read. */
export function readEmbedded<Content>(
  schema: v.GenericSchema<unknown, Content>,
  text: string | null | undefined,
): Content | undefined {
  const parsed = v.safeParse(schema, parseJson(text ?? ''));
  return parsed.success ? parsed.output : undefined;
}
