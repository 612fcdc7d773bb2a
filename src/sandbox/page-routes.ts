import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Hono } from 'hono';
import { linkPagePath } from '#stand-in/frame-contract';
import type { SandboxEnv } from './api/wire-path';
import { ApiError } from './api-error';

/** Where the loader of each generation looks for the frame: on localhost, version 1, version 2 [C][P]. */
const framePages = ['/websdk.html', '/idensic/websdk.html', '/websdk/websdk.html'];

const frameHeaders = {
  'Referrer-Policy': 'no-referrer',
  // Integrators' own stylesheets go into the frame, and with them their fonts and images.
  'Content-Security-Policy': [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline' https: http:",
    "img-src 'self' blob: data: https: http:",
    "media-src 'self' blob: mediastream:",
    'font-src * data:',
    "connect-src 'self'",
  ].join('; '),
};
const linkHeaders = {
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'self'; frame-ancestors 'none'",
};
const panelHeaders = {
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': [
    "default-src 'self'",
    "img-src 'self' blob:",
    "style-src 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
};

const assetTypes: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** The built pages: the frame, the reviewer's panel, and what both load. */
export function addPageRoutes(app: Hono<SandboxEnv>, pagesDir: string | undefined): void {
  async function answerPage(path: string, headers: Record<string, string>): Promise<Response> {
    const html = pagesDir === undefined ? undefined : await readIfThere(join(pagesDir, path));
    if (!html) {
      return new Response("The sandbox's pages are not built: run npm run build first.\n", {
        status: 503,
        headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      });
    }
    return new Response(html, {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache', ...headers },
    });
  }

  for (const path of framePages) app.get(path, () => answerPage('src/stand-in/frame.html', frameHeaders));
  app.get(`${linkPagePath}:linkId`, () => answerPage('src/stand-in/link.html', linkHeaders));
  app.get('/', () => answerPage('src/sandbox/panel/panel.html', panelHeaders));
  app.get('/assets/:name{[\\w-]+(?:\\.[\\w-]+)+}', async c => {
    const name = c.req.param('name');
    const type = assetTypes[extname(name)];
    const bytes =
      pagesDir === undefined || type === undefined ? undefined : await readIfThere(join(pagesDir, 'assets', name));
    if (!bytes || type === undefined) throw new ApiError(404, 'HTTP 404 Not Found');
    return new Response(bytes, {
      headers: { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' },
    });
  });
  app.get('/favicon.ico', c => c.body(null, 204));
}

async function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
