import type { Context } from 'hono';
import type { SessionAnswer } from '#contract/session';
import type { Database } from '../database/database';
import { Refusal } from '../problems';
import type { SessionGate } from '../sessions/session-cookie';
import { readVerification, toVerification } from './verification-rows';

interface SessionAnswerDependencies {
  database: Database;
  gate: SessionGate;
  now: () => number;
}

/** What the page has to know of the person whose browser asks. */
export function createSessionAnswer({ database, gate, now }: SessionAnswerDependencies) {
  return async (c: Context): Promise<SessionAnswer> => {
    const session = await gate.read(c);
    if (!session) return { verification: null };
    const row = await readVerification(database, session.verificationId);
    if (!row) throw new Refusal('not-found', 'The session’s verification is gone');
    return {
      verification: toVerification(row),
      ends: { inSeconds: (session.ends.at.getTime() - now()) / 1000, canStay: session.ends.byIdleness },
      ...(session.handedOff && { handedOff: true }),
    };
  };
}
