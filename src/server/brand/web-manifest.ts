import type { Hono } from 'hono';
import type { Configuration } from '#contract/configuration';
import type { Look } from '../themes/assigned-looks';

const usualName = 'Identity check';

/** Under which name and colours a phone keeps the page among its apps. */
export function addWebManifest(
  app: Hono,
  { brand, readLook }: { brand: Configuration['brand']; readLook: () => Promise<Pick<Look, 'paper'>> },
): void {
  const manifest = {
    id: '/',
    name: brand.name ?? usualName,
    short_name: brand.name ?? usualName,
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    icons: [192, 512].flatMap(size =>
      (['any', 'maskable'] as const).map(purpose => ({
        src: `/icons/${purpose === 'any' ? 'icon' : 'maskable'}-${size}.png`,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose,
      })),
    ),
  };
  app.get('/manifest.webmanifest', async c => {
    const { light } = (await readLook()).paper;
    return c.body(JSON.stringify({ ...manifest, background_color: light, theme_color: light }), 200, {
      'content-type': 'application/manifest+json',
      'cache-control': 'no-cache',
    });
  });
}
