import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import { cancelHandOff, lookPath, makeHandOff, type NewHandOff, readHandOff, takePath } from '#contract/hand-off';
import { writeAudit } from '../audit/audit-trail';
import type { Database } from '../database/database';
import type { Metrics } from '../metrics';
import { Refusal } from '../problems';
import type { AddressReader } from '../rate-limits/client-address';
import type { Limits } from '../rate-limits/limits';
import type { SessionGate } from '../sessions/session-cookie';
import type { AttemptGate } from '../verifications/attempt-gate';
import { toVerification } from '../verifications/verification-rows';
import type { HandOffs, Visitor } from './hand-offs';
import { readDevice } from './read-device';

interface HandOffDependencies {
  handOffs: HandOffs;
  gate: SessionGate;
  limits: Limits;
  attempts: AttemptGate;
  addresses: AddressReader;
  database: Database;
  metrics: Metrics;
  publicUrl: string;
}

const noStore = { 'cache-control': 'no-store' };
const linkSchema = v.object({ token: v.string() });

export function addHandOffRoutes(app: Hono, dependencies: HandOffDependencies): void {
  const { handOffs, gate, limits, attempts, addresses, database, metrics, publicUrl } = dependencies;
  const visitorOf = (c: Context): Visitor => ({
    cookie: gate.readCookie(c),
    device: readDevice(c.req.header('user-agent')),
    signal: c.req.raw.signal,
  });

  /** What is refused counts against its address, and is in the audit trail by its code, which cannot be flooded. */
  async function refuse(c: Context, error: unknown): Promise<never> {
    if (!(error instanceof Refusal) || !error.code.startsWith('hand-off-')) throw error;
    metrics.countHandOff('refused');
    await limits.consume('refused-entry', addresses.read(c));
    if (await limits.isWithin('refused-entry-audit', 'everybody')) {
      await writeAudit(database, { action: 'sign-in-refused', actor: 'person', detail: { code: error.code } });
    }
    throw error;
  }

  app.get(readHandOff.path, async c => {
    await gate.require(c);
    return c.json({ handOff: await handOffs.read(visitorOf(c)) }, 200, noStore);
  });

  app.post(makeHandOff.path, async c => {
    const session = await gate.require(c);
    await limits.consume('hand-off', session.verificationId);
    // At the phone they would be refused all the same, having gone there for nothing.
    await attempts.require(session);
    const made = await handOffs.make(session, visitorOf(c));
    metrics.countHandOff('made');
    return c.json({ ...made, url: `${publicUrl}/handoff` } satisfies NewHandOff, 201, noStore);
  });

  app.delete(cancelHandOff.path, async c => {
    const session = await gate.require(c);
    const handOff = await handOffs.cancel(session, visitorOf(c));
    metrics.countHandOff('cancelled');
    return c.json({ handOff }, 200, noStore);
  });

  app.post(lookPath, async c => {
    const token = await readToken(c);
    const look = await handOffs.look(token, visitorOf(c)).catch(error => refuse(c, error));
    return c.json(look, 200, noStore);
  });

  app.post(takePath, async c => {
    const token = await readToken(c);
    const { cookie, verification } = await handOffs.take(token, visitorOf(c)).catch(error => refuse(c, error));
    if (cookie !== undefined) {
      metrics.countHandOff('taken');
      gate.writeCookie(c, cookie, 'person');
    }
    return c.json({ verification: toVerification(verification) }, 200, noStore);
  });
}

async function readToken(c: Context): Promise<string> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const parsed = v.safeParse(linkSchema, body);
  if (!parsed.success) throw new Refusal('malformed-request', 'The body is JSON with a token');
  return parsed.output.token;
}
