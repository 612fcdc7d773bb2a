import { hasSomethingToSend } from '#contract/something-to-send';
import { writeAudit } from '../audit/audit-trail';
import type { Database } from '../database/database';
import { Refusal } from '../problems';
import type { PersonSession } from '../sessions/sessions';
import { type Attempts, countAttempts, listSubmissions } from './attempts';
import { foldEvents } from './lifecycle';
import { readEvents, readVerification } from './verification-rows';

export interface AttemptGate {
  /** Null where nobody counts. */
  read(session: PersonSession): Promise<Attempts | null>;
  /**
   * Lets those pass who may still submit, or have nothing to. What is refused is in the audit trail.
   * @throws {Refusal} `attempts-used`
   */
  require(session: PersonSession): Promise<void>;
}

/** Keeps from the check who has submitted as often in 24 hours as the operator allows. */
export function createAttemptGate({
  database,
  attemptsPerDay,
  now,
}: {
  database: Database;
  /** Null where nobody counts. */
  attemptsPerDay: number | null;
  now: () => number;
}): AttemptGate {
  async function read({ externalUserId, levelName }: PersonSession): Promise<Attempts | null> {
    if (attemptsPerDay === null) return null;
    const { history } = foldEvents(await readEvents(database, externalUserId), levelName);
    return countAttempts(listSubmissions(history), attemptsPerDay, now());
  }

  return {
    read,
    async require(session) {
      const attempts = await read(session);
      if (!attempts?.nextAt) return;
      const { externalUserId, verificationId } = session;
      const verification = await readVerification(database, verificationId);
      if (!verification) throw new Refusal('not-found', 'The session’s verification is gone');
      if (!hasSomethingToSend(verification.standing)) return;
      await writeAudit(database, {
        ...{ action: 'attempt-refused', actor: 'person', externalUserId, verificationId },
        detail: { perDay: attemptsPerDay, nextAt: attempts.nextAt.toISOString() },
      });
      const seconds = Math.ceil((attempts.nextAt.getTime() - now()) / 1000);
      throw new Refusal('attempts-used', `ATTEMPTS_PER_DAY is used up. Try again in ${seconds} s`, {
        'retry-after': String(seconds),
      });
    },
  };
}
