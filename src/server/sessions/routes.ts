import { randomBytes } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { endpoints } from '#contract/endpoints';
import { Refusal } from '../problems';
import type { AddressReader } from '../rate-limits/client-address';
import type { Limits } from '../rate-limits/limits';
import { toVerification } from '../verifications/verification-rows';
import type { RefuseEntry } from './entry-refusal';
import type { VerifyHandOver } from './hand-over';
import type { OperatorLinks } from './operator-links';
import { requireNavigation } from './refuse-cross-site';
import type { SessionGate } from './session-cookie';
import type { Sessions, StaffScope } from './sessions';
import { toTokenKey } from './spent-tokens';

interface SessionDependencies {
  sessions: Sessions;
  gate: SessionGate;
  levelName: string;
  /** Absent where anybody can enter as a new person. */
  verifyHandOver: VerifyHandOver | undefined;
  operatorLinks: OperatorLinks;
  limits: Limits;
  addresses: AddressReader;
  refuseEntry: RefuseEntry;
}

export function addSessionRoutes(app: Hono, dependencies: SessionDependencies): void {
  const { sessions, gate, levelName, verifyHandOver, operatorLinks, limits, addresses, refuseEntry } = dependencies;
  const noStore = { 'cache-control': 'no-store' };

  app.post(endpoints.createSession.path, async c => {
    if (verifyHandOver) throw new Refusal('hand-over-required', 'People enter by /enter?token=… from the host product');
    const caller = addresses.read(c);
    await limits.consume('new-session', caller);
    await limits.consume('new-sessions', typeof caller === 'string' ? 'everybody' : caller);
    const externalUserId = `u-${randomBytes(8).toString('hex')}`;
    const person = { externalUserId, levelName, returnUrl: null };
    const entry = { actor: 'person', earlierCookie: gate.readCookie(c) } as const;
    const { cookie, verification } = await sessions.create(person, entry);
    gate.writeCookie(c, cookie, 'person');
    return c.json(toVerification(verification), 201, noStore);
  });

  app.delete(endpoints.endSession.path, async c => {
    const cookie = gate.readCookie(c);
    if (cookie) await sessions.end(cookie);
    gate.deleteCookie(c);
    return c.json({ verification: null }, 200, noStore);
  });

  async function enter(c: Context, token: string): Promise<string> {
    const earlierCookie = gate.readCookie(c);
    // The same link again, by reload, Back or a double click: whose session it made has been let in already.
    const repeated = earlierCookie && (await sessions.readEnteredBy(earlierCookie, toTokenKey(token)));
    if (repeated) return homeOf(repeated.kind === 'staff' ? repeated.scopes : undefined);
    requireNavigation(c);
    const handOver = (await operatorLinks.verify(token)) ?? (await verifyHandOver?.(token));
    if (!handOver) return '/';
    await limits.consume('same-token', handOver.token.key.toString('base64url'));
    const entry = { actor: handOver.actor, token: handOver.token, earlierCookie, signal: c.req.raw.signal };
    const cookie =
      handOver.kind === 'staff'
        ? await sessions.createForStaff(handOver.staff, entry)
        : (await sessions.create(handOver.person, entry)).cookie;
    gate.writeCookie(c, cookie, handOver.kind);
    const home = homeOf(handOver.kind === 'staff' ? handOver.staff.scopes : undefined);
    return handOver.lang ? `${home}?lang=${handOver.lang}` : home;
  }

  // Always ends in a redirect: the token leaves the address bar, the history and every later Referer.
  app.get('/enter', async c => {
    const headers = { ...noStore, 'referrer-policy': 'no-referrer' };
    const location = await enter(c, c.req.query('token') ?? '').catch(
      async (error: unknown) => `/?entry=${await refuseEntry(c, error, 'host')}`,
    );
    return c.body(null, 303, { ...headers, location });
  });
}

/** Where a person, or one of the staff with scopes, goes on. */
function homeOf(scopes: readonly StaffScope[] | undefined): string {
  if (!scopes) return '/';
  return scopes.includes('operator') ? '/operations' : '/studio';
}
