import type { Hono } from 'hono';
import type { Configuration } from '#contract/configuration';
import type { PublishedTheme } from '../themes/published-themes';

const usualName = 'Identity check';

/** Under which name and colours a phone keeps the page among its apps. */
export function addWebManifest(
  app: Hono,
  { brand, theme }: { brand: Configuration['brand']; theme: Pick<PublishedTheme, 'paper'> },
): void {
  const manifest = {
    id: '/',
    name: brand.name ?? usualName,
    short_name: brand.name ?? usualName,
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: theme.paper.light,
    theme_color: theme.paper.light,
    icons: [192, 512].flatMap(size =>
      (['any', 'maskable'] as const).map(purpose => ({
        src: `/icons/${purpose === 'any' ? 'icon' : 'maskable'}-${size}.png`,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose,
      })),
    ),
  };
  app.get('/manifest.webmanifest', c =>
    c.body(JSON.stringify(manifest), 200, {
      'content-type': 'application/manifest+json',
      'cache-control': 'no-cache',
    }),
  );
}
