import * as v from 'valibot';
import { maxThemeBytes } from '#contract/studio';
import { createBodyReader } from '../http/read-body';
import { Refusal } from '../problems';

/** More are refused for a moment, so that no flood of themes holds the memory that deliveries need. */
const maxArrivingBytes = 8 * 1024 * 1024;
const mostNamed = 5;

const read = createBodyReader({ maxBytes: maxThemeBytes, maxArrivingBytes });
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The request's JSON. @throws {Refusal} `malformed-request` that names what is wrong with it, `body-too-large`, `too-busy` */
export async function readJson<S extends v.GenericSchema>(request: Request, schema: S): Promise<v.InferOutput<S>> {
  const bytes = await read(request);
  const parsed = v.safeParse(schema, parseJson(bytes));
  if (parsed.success) return parsed.output;
  const wrong = parsed.issues
    .slice(0, mostNamed)
    .map(issue => `${v.getDotPath(issue) ?? 'the body'}: ${issue.message}`);
  throw new Refusal('malformed-request', wrong.join('; '));
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    throw new Refusal('malformed-request', 'The body is no JSON in UTF-8');
  }
}
