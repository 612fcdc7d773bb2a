import type { Context, Hono } from 'hono';
import type { Configuration } from '#contract/configuration';
import type { SessionAnswer } from '#contract/session';
import { compressHtml } from './http/compress-html';
import type { RenderPage } from './page-document';
import type { Look } from './themes/assigned-looks';

/** Addresses that are screens of the app: each answers with the page itself. */
export const screens = ['/', '/check-device', '/verify', '/status', '/handoff'];

export interface PageRoutesOptions {
  /** The document as it was built, or as the development server makes it. */
  readTemplate: (url: string) => string | Promise<string>;
  render: RenderPage;
  readForPerson: (c: Context) => Promise<{ configuration: Configuration; look: Look }>;
  /** Of whoever is not known. */
  readLook: () => Promise<Look>;
  readSession: (c: Context) => Promise<SessionAnswer>;
}

/** Always fresh, so that Back never shows an older one from the cache. Returns what answers with the page. */
export function addPageRoutes(
  app: Hono,
  { readTemplate, render, readForPerson, readLook, readSession }: PageRoutesOptions,
) {
  async function answer(c: Context, status: 200 | 404 = 200): Promise<Response> {
    // While the database is away people still get the page, which says so.
    const [person, session] = await Promise.all([
      readForPerson(c).catch(() => undefined),
      readSession(c).catch(() => undefined),
    ]);
    const page = render(await readTemplate(c.req.url), {
      configuration: person?.configuration,
      look: person?.look ?? (await readLook()),
      session,
      path: c.req.path,
      lang: c.req.query('lang'),
      acceptLanguage: c.req.header('accept-language'),
    });
    // The one header of its own answer that a page can read: what time it is here, for devices whose clock is wrong.
    return compressHtml(c, page, status, { 'cache-control': 'no-store', 'server-timing': `now;dur=${Date.now()}` });
  }
  for (const path of screens) {
    app.get(path, c => answer(c));
    // As people and mail programs write it: the one address of that screen, with what was asked of it.
    if (path !== '/') app.get(`${path}/`, c => c.redirect(path + new URL(c.req.url).search, 308));
  }
  return answer;
}
