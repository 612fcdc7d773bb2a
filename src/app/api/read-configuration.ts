import * as v from 'valibot';
import { type Configuration, configurationSchema } from '#contract/configuration';
import { parseJson } from './http';

/** The configuration that the server wrote into the page; undefined where there is none that can be read. */
export function readConfiguration(text: string | null | undefined): Configuration | undefined {
  const parsed = v.safeParse(configurationSchema, parseJson(text ?? ''));
  return parsed.success ? parsed.output : undefined;
}
