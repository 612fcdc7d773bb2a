import type { Context, Hono } from 'hono';
import type { Database } from '../database/database';
import { screens } from '../page-routes';
import { Refusal } from '../problems';
import type { Limits } from '../rate-limits/limits';
import type { RefuseEntry } from './entry-refusal';
import { readWaitingLevel, type VerifyMailLink, wasErasedSince } from './mail-links';
import { requireNavigation } from './refuse-cross-site';
import type { SessionGate } from './session-cookie';
import type { Sessions } from './sessions';

interface MailLinkDependencies {
  database: Database;
  sessions: Sessions;
  gate: SessionGate;
  levelName: string;
  limits: Limits;
  refuseEntry: RefuseEntry;
  /** Absent where IDnGO sends no links: then the parameter means nothing, and leaves the address all the same. */
  verifyMailLink: VerifyMailLink | undefined;
}

/** `?jwt=…` on any screen: signs in whom the e-mail was for, and leads to the same address without it. Before the pages. */
export function addMailLinkRoutes(app: Hono, dependencies: MailLinkDependencies): void {
  const { database, sessions, gate, levelName, limits, refuseEntry, verifyMailLink } = dependencies;

  async function enter(c: Context, token: string): Promise<void> {
    if (!verifyMailLink) return;
    requireNavigation(c);
    const link = await verifyMailLink(token);
    const { externalUserId } = link;
    // Whoever is here already stays as they are, at the level their host product chose.
    if ((await gate.read(c))?.externalUserId === externalUserId) return;
    await limits.consume('mail-link', externalUserId);
    if (await wasErasedSince(database, link)) throw new Refusal('hand-over-invalid', 'erased');
    const level = (await readWaitingLevel(database, externalUserId)) ?? levelName;
    const person = { externalUserId, levelName: level, returnUrl: null };
    const entry = { actor: 'provider', earlierCookie: gate.readCookie(c), signal: c.req.raw.signal } as const;
    const { cookie } = await sessions.create(person, entry);
    gate.writeCookie(c, cookie, 'person');
  }

  for (const path of screens) {
    app.get(path, async (c, next) => {
      const search = new URL(c.req.url).searchParams;
      const token = search.get('jwt');
      if (token === null) return next();
      search.delete('jwt');
      const rest = search.size > 0 ? `?${search}` : '';
      const location = await enter(c, token).then(
        () => `${path}${rest}`,
        async (error: unknown) => {
          search.set('entry', await refuseEntry(c, error, 'provider'));
          return `/?${search}`;
        },
      );
      return c.body(null, 303, { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', location });
    });
  }
}
