import type { Queryable } from '../database/database';
import type { EventSubject } from './translate-webhook';

/** Everything that touches one person's events and verifications takes turns, in whichever process it runs. */
export async function lockPerson(client: Queryable, externalUserId: string): Promise<void> {
  await client.query(`select ${personLock('$1')}`, [externalUserId]);
}

/** Taken before the person's lock, so that everybody who needs both takes them in one order. */
export async function lockApplicant(client: Queryable, applicantId: string): Promise<void> {
  await client.query(`select ${applicantLock('$1')}`, [applicantId]);
}

const personLock = (parameter: string) => `pg_advisory_xact_lock(hashtextextended(${parameter}, 0))`;
const applicantLock = (parameter: string) => `pg_advisory_xact_lock(hashtextextended(${parameter}, 1))`;

/** A statement that locks applicant `$1` and then person `$2`, whichever is not null, and answers `answer`. */
export const lockBoth = (answer: string) =>
  `with applicant as materialized (select ${applicantLock('$1::text')} as locked)
   select ${personLock('$2::text')}, ${answer} from applicant`;

/** Takes the locks of whoever an event speaks of. Returns who that is; null while nobody has introduced the applicant. */
export async function lockSubject(client: Queryable, subject: EventSubject): Promise<string | null> {
  await client.query(lockBoth('true'), [subject.applicantId, subject.externalUserId]);
  return subject.externalUserId ?? lockMappedPerson(client, subject.applicantId);
}

/**
 * Locks the person whose applicant it is. To be called with the applicant's lock, lest an event be left waiting for an
 * introduction that is being made beside it, and in a statement of its own, which sees what was done before the lock.
 */
export async function lockMappedPerson(client: Queryable, applicantId: string | null): Promise<string | null> {
  const { rows } = await client.query<{ external_user_id: string }>(
    `select external_user_id, ${personLock('external_user_id')} from applicants where applicant_id = $1`,
    [applicantId],
  );
  return rows[0]?.external_user_id ?? null;
}
