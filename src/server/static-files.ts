import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Context, Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { serveBytes } from './http/serve-bytes';

/** A page of its own, so that people's pages carry nothing of it. */
const operationsPage = 'src/app/operations/operations.html';

const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/** The built app: hashed files for ever. All of it is read now, so that no request ever names a file to the file system. */
export function addStaticFiles(app: Hono, directory: string): void {
  const operations = join(directory, operationsPage);
  if (existsSync(operations)) app.get('/operations', serve(operations, 'no-store'));
  const assets = new Map<string, ReturnType<typeof serve>>();
  for (const path of listFiles(directory)) {
    const [, asset] = /^assets\/(.+)$/.exec(path) ?? [];
    if (asset) assets.set(asset, serve(join(directory, path), 'public, max-age=31536000, immutable'));
    else app.get(`/${path}`, serve(join(directory, path), 'no-cache'));
  }
  app.get('/assets/:file{.+}', c => assets.get(c.req.param('file'))?.(c) ?? c.notFound());
}

/** Not the pages, which are known by other addresses, nor what tools leave in dot folders, nor the compressed copies. */
function listFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(path => !/(^|\/)\.|\.(html|br|gz)$/.test(path));
}

function serve(file: string, cacheControl: string): (c: Context) => Response {
  const compressed = encodings.flatMap(({ name, ending }) =>
    existsSync(file + ending) ? [{ name, bytes: readBytes(file + ending) }] : [],
  );
  const contentType = getMimeType(file) ?? 'application/octet-stream';
  return serveBytes({ plain: readBytes(file), compressed, contentType, cacheControl });
}

function readBytes(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(file));
}
