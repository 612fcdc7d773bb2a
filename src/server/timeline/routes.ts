import type { Context, Hono } from 'hono';
import { timelinePath } from '#contract/operations-timeline';
import type { Database } from '../database/database';
import { isSameSecret } from '../operations/guard-operations';
import { Refusal } from '../problems';
import type { SessionGate } from '../sessions/session-cookie';
import { isName } from '../verifications/names';
import { readTimeline, type TimelineReader } from './read-timeline';

interface TimelineDependencies {
  database: Database;
  gate: SessionGate;
  /** Null where no bearer token opens the timeline. */
  operationsToken: string | null;
}

/** For one of the staff with the scope `operator`, and for programs that carry the operations token. */
export function addTimelineRoutes(app: Hono, { database, gate, operationsToken }: TimelineDependencies): void {
  async function requireReader(c: Context): Promise<TimelineReader> {
    const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (bearer === undefined) {
      const { staffId } = await gate.requireScope(c, 'operator');
      return { actor: 'staff', actorId: staffId };
    }
    if (operationsToken === null || !isSameSecret(bearer, operationsToken)) {
      throw new Refusal('session-required', 'The bearer token is not the value of OPERATIONS_TOKEN');
    }
    return { actor: 'system', detail: { by: 'operations-token' } };
  }

  app.get(timelinePath, async c => {
    const reader = await requireReader(c);
    const externalUserId = c.req.query('externalUserId') ?? '';
    if (!isName(externalUserId)) throw new Refusal('not-found', 'Name the person: ?externalUserId=…');
    const timeline = await readTimeline(database, externalUserId, reader);
    return c.json(timeline, 200, { 'cache-control': 'no-store' });
  });
}
