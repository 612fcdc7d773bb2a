import * as v from 'valibot';
import { type Configuration, configurationSchema } from '#contract/configuration';

/** The configuration that the server wrote into the page; undefined where there is none that can be read. */
export function readConfiguration(text: string | null | undefined): Configuration | undefined {
  if (!text) return undefined;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), configurationSchema), text);
  return parsed.success ? parsed.output : undefined;
}
