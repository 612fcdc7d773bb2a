import type { Hono } from 'hono';
import { Refusal } from '../problems';
import type { PublishedTheme } from './published-themes';
import type { ThemeFonts } from './theme-fonts';

/** For the page, and for the SDK frame, which is another origin: readable from everywhere, cached for ever. */
const openForEver = {
  'cache-control': 'public, max-age=31536000, immutable',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

export function addThemeRoutes(app: Hono, { theme, fonts }: { theme: PublishedTheme; fonts: ThemeFonts }): void {
  app.get('/themes/fonts/:file', c => {
    const bytes = fonts.read(c.req.param('file'));
    if (!bytes) throw new Refusal('not-found', 'No theme uses a font of this name');
    return c.body(bytes, 200, { 'content-type': 'font/woff2', ...openForEver });
  });
  app.get('/themes/:name/:file', c => {
    const sheet = [theme.frame, theme.page].find(published => published?.path === c.req.path);
    if (!sheet) throw new Refusal('not-found', 'No theme was published under this address');
    return c.body(sheet.css, 200, { 'content-type': 'text/css; charset=utf-8', ...openForEver });
  });
}
