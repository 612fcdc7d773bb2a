import type { Hono } from 'hono';
import { Refusal } from '../problems';
import type { PublishedTheme } from './published-themes';

/** Stylesheets for the SDK frame, which is another origin: readable from everywhere, cached for ever. */
export function addThemeRoutes(app: Hono, theme: PublishedTheme): void {
  app.get('/themes/:name/:file', c => {
    if (c.req.path !== theme.path) throw new Refusal('not-found', 'No theme was published under this address');
    return c.body(theme.css, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });
}
