import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { serveBytes } from '../http/serve-bytes';
import type { OwnTexts } from './own-texts';

/** The operator's texts, kept for ever under their address as ours are under theirs. */
export function addTextRoutes(app: Hono, own: OwnTexts | undefined): void {
  for (const [path, text] of own?.files ?? []) {
    const plain = new TextEncoder().encode(text);
    const compressed = [
      { name: 'br', bytes: new Uint8Array(brotliCompressSync(plain)) },
      { name: 'gzip', bytes: new Uint8Array(gzipSync(plain, { level: 9 })) },
    ] as const;
    const cacheControl = 'public, max-age=31536000, immutable';
    app.get(
      `${own?.address}/${path}`,
      serveBytes({ plain, compressed, contentType: 'application/json', cacheControl }),
    );
  }
}
