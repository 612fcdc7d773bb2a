import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';

/** Addresses that are screens of the app: each answers with the page itself. */
export const screens = ['/', '/verify', '/status', '/handoff', '/studio', '/gallery'];

/** A page of its own, so that people's pages carry nothing of it. */
const operationsPage = 'src/app/operations/operations.html';

/**
 * The built app: hashed files for ever, the page always fresh, so that Back never shows an older one from the cache.
 * Returns the page.
 */
export function addStaticFiles(app: Hono, directory: string): string {
  const page = readFileSync(join(directory, 'index.html'), 'utf8');
  for (const path of screens) app.get(path, c => c.html(page, 200, { 'cache-control': 'no-store' }));
  app.get('/operations', serveStatic({ root: directory, path: operationsPage, onFound: neverKeep }));
  app.use(
    '/assets/*',
    serveStatic({
      root: directory,
      precompressed: true,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  // Not what tools leave in dot folders.
  app.use('/:file{[^.].*}', serveStatic({ root: directory, index: 'none', precompressed: true }));
  return page;
}

function neverKeep(_path: string, c: Context): void {
  c.header('cache-control', 'no-store');
}
