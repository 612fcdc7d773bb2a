import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { compressHtml } from './http/compress-html';

const pages = { '/studio': 'src/app/studio/studio.html', '/studio/preview': 'src/stand-in/preview.html' } as const;

/** The theme studio, and the widget's screens with fixed data, which it shows in frames; for anybody. */
export function addStudioRoutes(
  app: Hono,
  { appDirectory, providerOrigin }: { appDirectory: string; providerOrigin: string },
): void {
  for (const [path, page] of Object.entries(pages)) {
    const file = join(appDirectory, page);
    if (!existsSync(file)) continue;
    const html = readFileSync(file, 'utf8');
    const policy = path === '/studio' ? createStudioPolicy(providerOrigin) : previewPolicy;
    const headers = {
      'cache-control': 'no-store',
      'content-security-policy': policy.join('; '),
      ...(path === '/studio' ? {} : { 'x-frame-options': 'SAMEORIGIN' }),
    };
    app.get(path, c => compressHtml(c, html, 200, headers));
    app.get(`${path}/`, c => c.redirect(path + new URL(c.req.url).search, 308));
  }
}

/** Styles stand in the page itself, since that is what a designer makes here; scripts never do. */
function createStudioPolicy(providerOrigin: string): readonly string[] {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `frame-src 'self' ${providerOrigin}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ];
}

/** A theme may fetch pictures, fonts and sheets from anywhere, as it may in the provider's frame, and nothing else. */
const previewPolicy: readonly string[] = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline' https:`,
  `img-src 'self' data: blob: https:`,
  `font-src 'self' data: https:`,
  `connect-src 'none'`,
  `frame-ancestors 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
];
