import { type AuditActor, writeAudit } from '../audit/audit-trail';
import type { Database, Queryable } from '../database/database';
import { lockApplicant, lockPerson } from '../verifications/locks';

/** Rows of a person, by table. */
export type PersonRows = Record<
  'handoffs' | 'sessions' | 'status_checks' | 'deliveries' | 'events' | 'applicants' | 'verifications',
  number
>;

export interface Erasure {
  externalUserId: string;
  actor: Extract<AuditActor, 'command' | 'system'>;
  reason: 'requested' | 'deleted-at-provider' | 'too-old';
  at: Date;
}

/**
 * Takes everything that names a person out of the database; a pseudonym, the time and the numbers stay as the proof.
 *
 * 1. Under the person's lock, so that no delivery, check or sign-in is halfway through; before it the locks of their
 *    applicants, in the order that everybody takes them.
 * 2. What happened before the erasure does not bring them back when it is delivered later. What happens after it, and a
 *    new sign-in, begin a new person.
 * 3. Their streams end at the next beat, with their sessions.
 * 4. Counts of rate limits are left: their keys are HMACs, and they are gone in ten minutes.
 */
export async function erasePerson(database: Database, erasure: Erasure): Promise<PersonRows> {
  for (let attempt = 1; ; attempt += 1) {
    const known = await readApplicants(database, erasure.externalUserId);
    const erased = await database
      .transaction(client => eraseKnowing(client, erasure, known))
      .catch((error: unknown) => {
        if (!isPassing(error) || attempt >= patience) throw error;
        return 'again' as const;
      });
    if (erased !== 'again') return erased;
    if (attempt >= patience) throw new Error('The person’s applicants changed faster than they could be locked');
  }
}

const patience = 10;

/** What `erasePerson` would delete. */
export async function countRows(client: Queryable, externalUserId: string): Promise<PersonRows> {
  const values = [externalUserId, await readApplicants(client, externalUserId)];
  const counts: [string, number][] = [];
  for (const [table, rows] of Object.entries(rowsOf)) {
    const answer = await client.query<{ count: number }>(
      `${who} select count(*)::int from ${table} t, who where ${rows}`,
      values,
    );
    counts.push([table, answer.rows[0]?.count ?? 0]);
  }
  return Object.fromEntries(counts) as PersonRows;
}

const verificationsOf = '(select id from verifications where external_user_id = who.person)';
const namesThem =
  '(t.external_user_id = who.person or (t.external_user_id is null and t.applicant_id = any(who.applicants)))';

/**
 * In this order: hand-offs and sessions, which refer to a verification, before it, and what events come from before the events, as the
 * retention job takes them, whose deletions touch the events.
 */
const rowsOf: Record<keyof PersonRows, string> = {
  handoffs: `t.verification_id in ${verificationsOf}`,
  sessions: `t.verification_id in ${verificationsOf}`,
  status_checks: `t.verification_id in ${verificationsOf}`,
  deliveries: namesThem,
  events: namesThem,
  applicants: 't.external_user_id = who.person',
  verifications: 't.external_user_id = who.person',
};
const who = 'with who as (select $1::text as person, $2::text[] as applicants)';

async function eraseKnowing(
  client: Queryable,
  { externalUserId, actor, reason, at }: Erasure,
  known: readonly string[],
): Promise<PersonRows | 'again'> {
  for (const applicantId of known) await lockApplicant(client, applicantId);
  await lockPerson(client, externalUserId);
  const applicants = await readApplicants(client, externalUserId);
  // Another was introduced meanwhile; its lock may not be taken after the person's.
  if (applicants.some(applicantId => !known.includes(applicantId))) return 'again';

  const counts: [string, number][] = [];
  for (const [table, rows] of Object.entries(rowsOf)) {
    const { rowCount } = await client.query(`${who} delete from ${table} t using who where ${rows}`, [
      externalUserId,
      applicants,
    ]);
    counts.push([table, rowCount ?? 0]);
  }
  const erased = Object.fromEntries(counts) as PersonRows;
  await client.query(
    `insert into erasures (subject_pseudonym, erased_at)
     select pseudonym($1), $3::timestamptz union select applicant_pseudonym(id), $3 from unnest($2::text[]) as id
     on conflict (subject_pseudonym) do update set erased_at = greatest(erasures.erased_at, excluded.erased_at)`,
    [externalUserId, applicants, at],
  );
  await writeAudit(client, { action: 'erased', actor, externalUserId, detail: { reason, ...erased } });
  return erased;
}

/** Ids under which IDnGO knows the person, as far as we were told, in a fixed order; none that is another person's. */
async function readApplicants(client: Queryable, externalUserId: string): Promise<string[]> {
  const { rows } = await client.query<{ applicant_id: string }>(
    `select applicant_id from (
       select applicant_id from applicants where external_user_id = $1
       union select applicant_id from events where external_user_id = $1
       union select applicant_id from deliveries where external_user_id = $1
     ) named
     where applicant_id is not null
       and not exists (select from applicants a where a.applicant_id = named.applicant_id and a.external_user_id <> $1)
     order by applicant_id`,
    [externalUserId],
  );
  return rows.map(row => row.applicant_id);
}

/** A deadlock, or a row that somebody without the person's lock made refer to them just now. */
function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '23503');
}
