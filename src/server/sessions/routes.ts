import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { endpoints } from '#contract/endpoints';
import type { ProblemCode } from '#contract/problem';
import { describeError, type Log } from '../log';
import { Refusal } from '../problems';
import { toVerification } from '../verifications/verification-rows';
import type { VerifyHandOver } from './hand-over';
import type { SessionGate } from './session-cookie';
import type { Sessions } from './sessions';

interface SessionDependencies {
  sessions: Sessions;
  gate: SessionGate;
  levelName: string;
  /** Absent where anybody can enter as a new person. */
  verifyHandOver: VerifyHandOver | undefined;
  log: Log;
}

/** What the start page is told of a hand-over that was refused. */
const entryProblems: Partial<Record<ProblemCode, string>> = {
  'hand-over-expired': 'expired',
  'hand-over-unavailable': 'unavailable',
};

export function addSessionRoutes(
  app: Hono,
  { sessions, gate, levelName, verifyHandOver, log }: SessionDependencies,
): void {
  app.post(endpoints.createSession.path, async c => {
    if (verifyHandOver) throw new Refusal('hand-over-required', 'People enter by /enter?token=… from the host product');
    const externalUserId = `u-${randomBytes(8).toString('hex')}`;
    const { cookie, verification } = await sessions.create({ externalUserId, levelName, returnUrl: null });
    await gate.replace(c, cookie);
    return c.json(toVerification(verification), 201, { 'cache-control': 'no-store' });
  });

  // Always ends in a redirect: the token leaves the address bar, the history and every later Referer.
  app.get('/enter', async c => {
    const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
    if (!verifyHandOver) return c.body(null, 303, { ...headers, location: '/' });
    try {
      const { person, lang } = await verifyHandOver(c.req.query('token') ?? '');
      const { cookie } = await sessions.create(person);
      await gate.replace(c, cookie);
      return c.body(null, 303, { ...headers, location: lang ? `/?lang=${lang}` : '/' });
    } catch (error) {
      if (!(error instanceof Refusal)) log.error({ error: describeError(error) }, 'a hand-over failed');
      const problem = error instanceof Refusal ? (entryProblems[error.code] ?? 'invalid') : 'unavailable';
      return c.body(null, 303, { ...headers, location: `/?entry=${problem}` });
    }
  });
}
