import * as v from 'valibot';
import { ApiError } from './api-error';
import { maxUploadBodyBytes } from './files/upload-limits';

const maxBodyBytes = 1024 * 1024;

/**
 * The raw bytes of a small body. Throws 413 above one megabyte; reads on to the end, so that a client which is still
 * sending hears of it, but cuts what is larger than any body may be.
 */
export async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body?.getReader();
  while (reader && bytes <= maxUploadBodyBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes <= maxBodyBytes) chunks.push(value);
  }
  if (bytes > maxUploadBodyBytes) await reader?.cancel();
  if (bytes > maxBodyBytes) throw new ApiError(413, 'HTTP 413 Request Entity Too Large');
  return Buffer.concat(chunks);
}

export function isJson({ headers }: { headers: Headers }): boolean {
  return /^application\/json\s*(?:;|$)/i.test(headers.get('Content-Type') ?? '');
}

/** The value a JSON text holds, checked. Throws 400 naming the field at fault. */
export function parseJson<const TSchema extends v.GenericSchema>(
  schema: TSchema,
  text: string,
): v.InferOutput<TSchema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ApiError(400, 'The body is not valid JSON');
  }
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new ApiError(400, `Invalid field '${v.getDotPath(issue) ?? '(body)'}': ${issue.message}`);
}
