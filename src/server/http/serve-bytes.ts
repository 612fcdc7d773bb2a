import { createHash } from 'node:crypto';
import type { Context } from 'hono';

export interface ServedBytes {
  plain: Uint8Array<ArrayBuffer>;
  /** The same compressed, the best first. */
  compressed: readonly { name: 'br' | 'gzip'; bytes: Uint8Array<ArrayBuffer> }[];
  contentType: string;
  cacheControl: string;
  headers?: Readonly<Record<string, string>>;
}

/** Answers with bytes that are in memory, compressed for whoever takes it, and not again to whoever has them. */
export function serveBytes({
  plain,
  compressed,
  contentType,
  cacheControl,
  headers: more = {},
}: ServedBytes): (c: Context) => Response {
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const headers = {
    ...more,
    'content-type': contentType,
    'cache-control': cacheControl,
    ...(compressed.length > 0 ? { vary: 'accept-encoding' } : {}),
  };
  return c => {
    const encoding = compressed.find(({ name }) => accepts(c.req.header('accept-encoding'), name));
    const tag = encoding ? `${etag.slice(0, -1)}-${encoding.name}"` : etag;
    if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304, { ...headers, etag: tag });
    const bytes = encoding?.bytes ?? plain;
    return c.body(bytes, 200, {
      ...headers,
      etag: tag,
      'content-length': String(bytes.byteLength),
      ...(encoding ? { 'content-encoding': encoding.name } : {}),
    });
  };
}

/** Whether the browser takes an answer in this encoding. */
export function accepts(header: string | undefined, encoding: string): boolean {
  return (header ?? '').split(',').some(part => {
    const [name, weight] = part.split(';').map(text => text.trim());
    return name === encoding && !/^q=0(\.0*)?$/.test(weight ?? '');
  });
}
