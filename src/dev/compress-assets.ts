import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Leaves a .br and a .gz beside every text asset, for a server that hands out what the browser takes. */
export function compressAssets(directory: string): void {
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|svg|json)$/.test(name)) continue;
    const bytes = readFileSync(join(directory, name));
    writeFileSync(join(directory, `${name}.br`), brotliCompressSync(bytes));
    writeFileSync(join(directory, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
}
