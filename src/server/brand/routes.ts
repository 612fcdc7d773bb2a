import type { Hono } from 'hono';
import type { Logo } from './read-logo';

export function addBrandRoutes(app: Hono, logo: Logo | undefined): void {
  if (!logo) return;
  app.get(logo.path, c =>
    c.body(logo.bytes, 200, {
      'content-type': logo.contentType,
      'cache-control': 'public, max-age=31536000, immutable',
      // Opened by itself, a drawing is a document of this origin: it may show itself and nothing else.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    }),
  );
}
