import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { compressHtml } from './http/compress-html';

/** The theme studio, and the widget's screens with fixed data, which it shows in frames; for anybody. */
export function addStudioRoutes(
  app: Hono,
  { appDirectory, providerOrigin }: { appDirectory: string; providerOrigin: string },
): void {
  const studio = readPage(join(appDirectory, 'src/app/studio/studio.html'));
  const preview = readPage(join(appDirectory, 'src/stand-in/preview.html'));
  if (studio !== undefined) {
    app.get('/studio', c => {
      const nonce = randomBytes(16).toString('base64url');
      return compressHtml(c, addNonce(studio, nonce), 200, {
        'cache-control': 'no-store',
        'content-security-policy': createStudioPolicy(providerOrigin, nonce).join('; '),
      });
    });
  }
  if (preview !== undefined) {
    app.get('/studio/preview', c =>
      compressHtml(c, preview, 200, {
        'cache-control': 'no-store',
        'content-security-policy': createPreviewPolicy(c.req.query('remote') === 'none' ? '' : ' https:').join('; '),
        'x-frame-options': 'SAMEORIGIN',
      }),
    );
  }
  for (const path of ['/studio', '/studio/preview']) {
    app.get(`${path}/`, c => c.redirect(path + new URL(c.req.url).search, 308));
  }
}

function readPage(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Where the libraries of the controls and of the editor look for it, whose sheets are elements that they make. */
function addNonce(html: string, nonce: string): string {
  return html.replace('</head>', `  <meta property="csp-nonce" nonce="${nonce}" />\n  </head>`);
}

/** Of the designer's own CSS nothing comes into this page; it stands in the frames of the previews alone. */
function createStudioPolicy(providerOrigin: string, nonce: string): readonly string[] {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `frame-src 'self' ${providerOrigin}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    // The studio's own, which lets the empty text pass and nothing else (src/app/studio/refuse-html.ts).
    'trusted-types default',
  ];
}

/**
 * A theme may fetch pictures, fonts and sheets from anywhere, as it may in the provider's frame, and nothing else. `?remote=none`
 * is for one that nobody has taken yet: it fetches nothing, so that whoever sent it does not learn that it was looked at. No Trusted
 * Types: what draws a picture of the screen writes a frame's document into it.
 */
function createPreviewPolicy(anywhere: '' | ' https:'): readonly string[] {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'unsafe-inline'${anywhere}`,
    `img-src 'self' data: blob:${anywhere}`,
    `font-src 'self' data:${anywhere}`,
    `connect-src 'none'`,
    `frame-ancestors 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ];
}
