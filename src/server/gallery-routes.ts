import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { PageRequest } from './page-document';

const page = 'src/app/gallery/gallery.html';

/** The wall of every state, and each state alone: the app with fixed data, in the operator's brand, for anybody. */
export function addGalleryRoutes(
  app: Hono,
  {
    appDirectory,
    render,
    publicUrl,
  }: {
    appDirectory: string;
    render: (template: string, request: Omit<PageRequest, 'look'>) => string | Promise<string>;
    publicUrl: string;
  },
): void {
  const file = join(appDirectory, page);
  if (!existsSync(file)) return;
  const template = readFileSync(file, 'utf8');
  const headers = { 'cache-control': 'no-store', ...createGalleryHeaders(publicUrl) };
  for (const path of ['/gallery', '/gallery/:state']) {
    app.get(path, async c => {
      const document = await render(template, {
        path: c.req.path,
        lang: 'en',
        acceptLanguage: undefined,
        configuration: undefined,
        session: undefined,
      });
      return c.html(document, 200, headers);
    });
  }
}

/**
 * What these pages have instead of the headers of every response, so that the browser itself keeps them from everybody:
 * nothing may be fetched but built files and the operator's texts, nothing sent, no device asked for, and the only frames are their own.
 */
function createGalleryHeaders(publicUrl: string): Record<string, string> {
  return {
    'content-security-policy': [
      `default-src 'none'`,
      `script-src 'self'`,
      `style-src 'self'`,
      `img-src 'self' data:`,
      `font-src 'self'`,
      `connect-src ${publicUrl}/assets/ ${publicUrl}/own-texts/`,
      `frame-src 'self'`,
      `frame-ancestors 'self'`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `require-trusted-types-for 'script'`,
      `trusted-types 'none'`,
    ].join('; '),
    'permissions-policy': ['camera', 'microphone', 'geolocation'].map(feature => `${feature}=()`).join(', '),
    'x-frame-options': 'SAMEORIGIN',
  };
}
