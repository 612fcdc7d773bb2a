import type { Context, Hono } from 'hono';
import type { Database } from '../database/database';
import { encodings } from '../http/compress-html';
import { serveBytes } from '../http/serve-bytes';
import { Refusal } from '../problems';
import { readThemeFileBody } from './publication-rows';
import type { PublishedTheme } from './published-themes';
import type { ThemeFonts } from './theme-fonts';
import { themeJsonSchema } from './theme-json-schema';

/** For the page, and for the SDK frame, which is another origin: readable from everywhere, cached for ever. */
const cacheControl = 'public, max-age=31536000, immutable';
const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

const types = { css: 'text/css; charset=utf-8', json: 'application/json' } as const;
type Kind = keyof typeof types;
type Serve = (c: Context) => Response;
const filePath = /^\/themes\/[a-z0-9-]+\/[0-9a-f]{32}\.(css|json)$/;
/** So many of those that were asked for last are answered without a question to the database. */
const keptInMemory = 32;

export function addThemeRoutes(
  app: Hono,
  { theme, fonts, database }: { theme: PublishedTheme; fonts: ThemeFonts; database: Pick<Database, 'query'> },
): void {
  const own = new Map<string, string>();
  for (const file of [theme.frame, theme.page, theme.texts]) if (file) own.set(file.path, file.body);
  const recent = new Map<string, Serve>();

  async function read(path: string, kind: Kind): Promise<Serve | undefined> {
    const known = recent.get(path);
    if (known) return known;
    const body = own.get(path) ?? (await readThemeFileBody(database, path));
    if (body === undefined) return undefined;
    const serve = await serveFile(body, kind);
    recent.set(path, serve);
    const [oldest] = recent.keys();
    if (recent.size > keptInMemory && oldest !== undefined) recent.delete(oldest);
    return serve;
  }

  app.get('/themes/fonts/:file', c => {
    const bytes = fonts.read(c.req.param('file'));
    if (!bytes) throw new Refusal('not-found', 'No theme uses a font of this name');
    return c.body(bytes, 200, { 'content-type': 'font/woff2', 'cache-control': cacheControl, ...open });
  });
  const schema = JSON.stringify(themeJsonSchema());
  app.get('/themes/schema.json', c =>
    c.body(schema, 200, {
      'content-type': 'application/schema+json',
      'cache-control': 'public, max-age=3600',
      ...open,
    }),
  );
  app.get('/themes/:name/:file', async c => {
    const kind = filePath.exec(c.req.path)?.[1] as Kind | undefined;
    const serve = kind && (await read(c.req.path, kind));
    if (!serve) throw new Refusal('not-found', 'No theme was published under this address');
    return serve(c);
  });
}

/** Compressed once, for all who ask while it is in memory. */
async function serveFile(body: string, kind: Kind): Promise<Serve> {
  const compressed = encodings.map(async ({ name, compress }) => ({
    name,
    bytes: new Uint8Array(await compress(body)),
  }));
  return serveBytes({
    ...{ plain: new TextEncoder().encode(body), compressed: await Promise.all(compressed) },
    ...{ contentType: types[kind], cacheControl, headers: open },
  });
}
