import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import { accepts } from './serve-bytes';

/** Better ones cost more time than they save. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

export const encodings = [
  { name: 'br', compress: (text: string) => promisify(brotliCompress)(text, quality) },
  { name: 'gzip', compress: (text: string) => promisify(gzip)(text) },
] as const;

/**
 * Answers with a document made for this request, compressed for whoever takes it. Only for documents that hold no secret:
 * of one that does, the length would tell.
 */
export async function compressHtml(
  c: Context,
  html: string,
  status: 200 | 404,
  headers: Record<string, string>,
): Promise<Response> {
  const encoding = encodings.find(({ name }) => accepts(c.req.header('accept-encoding'), name));
  const varied = { ...headers, vary: 'accept-encoding' };
  if (!encoding) return c.html(html, status, varied);
  const bytes = new Uint8Array(await encoding.compress(html));
  return c.body(bytes, status, {
    ...varied,
    'content-type': 'text/html; charset=UTF-8',
    'content-encoding': encoding.name,
    'content-length': String(bytes.byteLength),
  });
}
