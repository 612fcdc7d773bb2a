import type { Hono } from 'hono';
import type { Database } from '../database/database';
import { Refusal } from '../problems';
import { readThemeFileBody } from './publication-rows';
import type { PublishedTheme } from './published-themes';
import type { ThemeFonts } from './theme-fonts';
import { themeJsonSchema } from './theme-json-schema';

/** For the page, and for the SDK frame, which is another origin: readable from everywhere, cached for ever. */
const openForEver = {
  'cache-control': 'public, max-age=31536000, immutable',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

const types = { css: 'text/css; charset=utf-8', json: 'application/json' } as const;
const fileName = /^[0-9a-f]{32}\.(css|json)$/;
/** So many of those that were asked for last are answered without a question to the database. */
const keptInMemory = 32;

export function addThemeRoutes(
  app: Hono,
  { theme, fonts, database }: { theme: PublishedTheme; fonts: ThemeFonts; database: Pick<Database, 'query'> },
): void {
  const own = new Map<string, string>();
  for (const file of [theme.frame, theme.page, theme.texts]) if (file) own.set(file.path, file.body);
  const recent = new Map<string, string>();

  async function read(path: string): Promise<string | undefined> {
    const known = own.get(path) ?? recent.get(path);
    if (known !== undefined) return known;
    const body = await readThemeFileBody(database, path);
    if (body === undefined) return undefined;
    recent.set(path, body);
    const [oldest] = recent.keys();
    if (recent.size > keptInMemory && oldest !== undefined) recent.delete(oldest);
    return body;
  }

  app.get('/themes/fonts/:file', c => {
    const bytes = fonts.read(c.req.param('file'));
    if (!bytes) throw new Refusal('not-found', 'No theme uses a font of this name');
    return c.body(bytes, 200, { 'content-type': 'font/woff2', ...openForEver });
  });
  const schema = JSON.stringify(themeJsonSchema());
  app.get('/themes/schema.json', c =>
    c.body(schema, 200, {
      'content-type': 'application/schema+json',
      'cache-control': 'public, max-age=3600',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    }),
  );
  app.get('/themes/:name/:file', async c => {
    const kind = fileName.exec(c.req.param('file'))?.[1] as keyof typeof types | undefined;
    const body = kind && (await read(c.req.path));
    if (!kind || body === undefined) throw new Refusal('not-found', 'No theme was published under this address');
    return c.body(body, 200, { 'content-type': types[kind], ...openForEver });
  });
}
