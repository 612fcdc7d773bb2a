import type { Queryable } from '../database/database';
import { lockMappedPerson, lockPerson } from '../verifications/locks';
import { readVerification } from '../verifications/verification-rows';
import { planCheck } from './plan-check';

/** Channel on which it is announced that somebody is due now. A hint only: the rows are the truth. */
export const dueChannel = 'check_due';

export type CheckCause = 'overdue' | 'doubt' | 'requested';

export interface DueCheck {
  verificationId: string;
  externalUserId: string;
  levelName: string;
  cause: CheckCause;
  /** Until when nobody else asks; as the database wrote it, since it counts finer than a `Date`. */
  heldUntil: string;
}

/** Longer than a question with all its repetitions; whoever dies over one leaves it to others after this. */
const hold = '2 minutes';

/**
 * Takes the person who has been due for longest, whoever asked for it themselves first; nobody of `except`. All times are
 * the database's, so that every process has the same clock.
 */
export async function takeDueCheck(client: Queryable, except: readonly string[]): Promise<DueCheck | undefined> {
  const { rows } = await client.query<{
    id: string;
    external_user_id: string;
    level_name: string;
    check_cause: CheckCause | null;
    held_until: string;
  }>(
    `update verifications v set check_at = now() + interval '${hold}'
     from (
       select id from verifications where check_at <= now() and external_user_id <> all($1::text[])
       order by check_cause is distinct from 'requested', check_at limit 1 for update skip locked
     ) due
     where v.id = due.id
     returning v.id, v.external_user_id, v.level_name, v.check_cause, v.check_at::text as held_until`,
    [except],
  );
  const [row] = rows;
  return (
    row && {
      verificationId: row.id,
      externalUserId: row.external_user_id,
      levelName: row.level_name,
      cause: row.check_cause ?? 'overdue',
      heldUntil: row.held_until,
    }
  );
}

/**
 * Ends a check with the next one, unless the status changed or somebody asked for another one meanwhile. Whoever is
 * impatient does not make the waits longer.
 */
export async function planNextCheck(client: Queryable, due: DueCheck, random: number): Promise<void> {
  const row = await readVerification(client, due.verificationId);
  if (!row) return;
  const { rows } = await client.query<{ checks_made: number }>(
    `update verifications set checks_made = checks_made + $3, check_cause = 'overdue'
     where id = $1 and check_at = $2::timestamptz returning checks_made`,
    [due.verificationId, due.heldUntil, due.cause === 'overdue' ? 1 : 0],
  );
  if (rows[0]) await writeWait(client, due.verificationId, planCheck(row.standing, rows[0].checks_made, random));
}

/** Puts the check back, as if nobody had asked: the person stays due, behind those who are. */
export async function putBack(client: Queryable, due: DueCheck, waitMs = 0): Promise<void> {
  await client.query(
    `update verifications set check_at = now() + $3 * interval '1 millisecond'
     where id = $1 and check_at = $2::timestamptz`,
    [due.verificationId, due.heldUntil, waitMs],
  );
}

async function writeWait(client: Queryable, verificationId: string, waitMs: number | undefined): Promise<void> {
  await client.query(`update verifications set check_at = now() + $2 * interval '1 millisecond' where id = $1`, [
    verificationId,
    waitMs ?? null,
  ]);
}

/** The person of the verification asks for it. */
export async function requestCheck(client: Queryable, verificationId: string): Promise<void> {
  await client.query(`update verifications set check_at = now(), check_cause = 'requested' where id = $1`, [
    verificationId,
  ]);
  await client.query(`select pg_notify($1, '')`, [dueChannel]);
}

/** Somebody is about to do something of which a delivery should tell: if none does, it is noticed in half an hour. */
export async function expectNews(client: Queryable, verificationId: string): Promise<void> {
  await client.query(
    `update verifications set check_at = now() + interval '30 minutes', check_cause = 'overdue'
     where id = $1 and (check_at is null or check_at > now() + interval '30 minutes')`,
    [verificationId],
  );
}

/** Over how long those who wait are asked about when a delivery that cannot be read could have been anybody's. */
const spread = '5 minutes';

/** A delivery could not be understood: whoever it names is due now; where it names nobody, all who wait are soon. */
export async function raiseDoubt(
  client: Queryable,
  { externalUserId, applicantId }: { externalUserId: string | null; applicantId: string | null },
): Promise<void> {
  if (externalUserId === null && applicantId === null) {
    // Rows that are locked are changing anyway; not to wait for them is what keeps two of these from each other's way.
    await client.query(
      `update verifications set check_at = now() + random() * interval '${spread}', check_cause = 'doubt'
       where id in (
         select id from verifications
         where status in ('in-review', 'on-hold') and check_at > now() + interval '${spread}'
         for update skip locked
       )`,
    );
    return;
  }
  const person = externalUserId ?? (await lockMappedPerson(client, applicantId));
  if (person === null) return;
  await lockPerson(client, person);
  await client.query(
    `update verifications set check_at = now(), check_cause = 'doubt'
     where external_user_id = $1 and (check_at is null or check_at > now())`,
    [person],
  );
  await client.query(`select pg_notify($1, '')`, [dueChannel]);
}
