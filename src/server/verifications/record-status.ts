import { type StatusCause, writeAudit } from '../audit/audit-trail';
import type { Queryable } from '../database/database';
import { onlyRow } from '../database/only-row';
import type { VerificationEvent } from './lifecycle';
import { lockSubject } from './locks';
import type { EventSubject } from './translate-webhook';
import { type Refolded, refoldVerifications } from './verification-rows';

export interface Arrival {
  cause: Exclude<StatusCause, { kind: 'entry' }>;
  /** IDnGO's name of it. */
  type: string;
  subject: EventSubject;
  event: VerificationEvent;
}

/**
 * `reason` says why an event left everything as it was, or that its applicant was known as another person's: IDnGO says
 * whose an applicant is, and can be told to say otherwise, so the event is this person's all the same.
 */
export type Recorded =
  | { outcome: 'duplicate' | 'unknown-person' }
  | { outcome: 'changed'; reason?: 'applicant-of-another' }
  | { outcome: 'unchanged'; reason: 'older' | 'same' | 'other-level' | 'applicant-of-another' }
  | { outcome: 'ignored'; reason: 'erased' };

/**
 * The one door through which a status changes: the event takes its place among the person's events, and everything they
 * say is worked out anew. To be called in a transaction; nothing is visible to anybody before it commits.
 *
 * An event that names only an applicant nobody has introduced waits, and takes its place when another event does.
 */
export async function recordStatus(client: Queryable, arrival: Arrival): Promise<Recorded> {
  return recordInTurn(client, arrival, await lockSubject(client, arrival.subject));
}

/** The same in a transaction that has the subject's locks already. */
export async function recordInTurn(
  client: Queryable,
  arrival: Arrival,
  externalUserId: string | null,
): Promise<Recorded> {
  const { subject, event, cause } = arrival;
  const { isErased, isNew, isIntroduction, earlierUserId } = await insertEvent(client, arrival, externalUserId);
  if (isErased) return { outcome: 'ignored', reason: 'erased' };
  if (!externalUserId) return { outcome: isNew ? 'unknown-person' : 'duplicate' };
  const adopted = isIntroduction ? await adoptWaiting(client, subject.applicantId, externalUserId) : 0;
  if (!isNew && !adopted) return { outcome: 'duplicate' };
  const isContested = earlierUserId !== null && earlierUserId !== externalUserId;
  if (isContested) await moveApplicant(client, arrival, { from: earlierUserId, to: externalUserId });
  if (isNew && event.kind === 'deleted' && !event.standIn) {
    const detail = { type: arrival.type };
    await writeAudit(client, { action: 'deletion-announced', actor: 'provider', externalUserId, cause, detail });
  }

  const refolded = await refoldVerifications(client, externalUserId, cause);
  const isChanged = refolded.some(verification => verification.changed);
  if (isChanged) return isContested ? { outcome: 'changed', reason: 'applicant-of-another' } : { outcome: 'changed' };
  return {
    outcome: 'unchanged',
    reason: isContested ? 'applicant-of-another' : explainUnchanged(refolded, event.key),
  };
}

function explainUnchanged(refolded: readonly Refolded[], key: string): 'older' | 'same' | 'other-level' {
  const histories = refolded.flatMap(({ history }) => {
    const place = history.findIndex(entry => entry.key === key && entry.effect !== 'other-level');
    return place === -1 ? [] : [{ place, last: history.findLastIndex(entry => entry.effect !== 'other-level') }];
  });
  if (histories.length === 0) return 'other-level';
  return histories.some(({ place, last }) => place < last) ? 'older' : 'same';
}

interface Inserted {
  /** Whether the person was erased after it happened; then nothing was written. */
  isErased: boolean;
  isNew: boolean;
  /** Whether this is the first that says whose applicant it is. */
  isIntroduction: boolean;
  /** Whose applicant it was before; null where nobody had said. */
  earlierUserId: string | null;
}

/** Writes the event, whose applicant it is, and a verification at its level where those are not there yet. */
async function insertEvent(
  client: Queryable,
  { cause, type, subject, event }: Arrival,
  externalUserId: string | null,
): Promise<Inserted> {
  const { rows } = await client.query<{
    is_erased: boolean;
    is_new: boolean;
    is_introduction: boolean;
    earlier: string | null;
  }>({
    name: 'insert-event',
    text: `
      with wanted as materialized (
        select where not is_erased($4, $5, $9)
      ), new_event as (
        insert into events (key, delivery_id, status_check_id, external_user_id, applicant_id, type, kind, level_name, happened_at, stand_in)
        select $1, $2::bigint, $3::bigint, $4, $5, $6, $7, $8, $9::timestamptz, $10 from wanted on conflict (key) do nothing returning key
      ), introduction as (
        insert into applicants (applicant_id, external_user_id) select $5, $4 from wanted where $5 is not null and $4 is not null
        on conflict (applicant_id) do nothing returning applicant_id
      ), verification as (
        insert into verifications (external_user_id, level_name) select $4, $8 from wanted where $4 is not null and $8 is not null
        on conflict do nothing
      )
      select not exists (select from wanted) as is_erased,
             exists (select from new_event) as is_new,
             exists (select from introduction) as is_introduction,
             -- As it was before this statement.
             (select external_user_id from applicants where applicant_id = $5) as earlier`,
    values: [
      event.key,
      cause.kind === 'delivery' ? cause.deliveryId : null,
      cause.kind === 'status-check' ? cause.statusCheckId : null,
      externalUserId,
      subject.applicantId,
      type,
      event.kind,
      event.levelName,
      event.happenedAt,
      event.standIn ?? null,
    ],
  });
  const row = onlyRow(rows);
  return {
    isErased: row.is_erased,
    isNew: row.is_new,
    isIntroduction: row.is_introduction,
    earlierUserId: row.earlier,
  };
}

/** Gives the waiting events of an applicant to the person it belongs to. Returns their number. */
async function adoptWaiting(client: Queryable, applicantId: string | null, externalUserId: string): Promise<number> {
  const { rowCount } = await client.query(
    'update events set external_user_id = $2 where applicant_id = $1 and external_user_id is null',
    [applicantId, externalUserId],
  );
  return rowCount ?? 0;
}

/** An applicant is whose the latest event says, in whatever order the events arrive. Both people's trails tell of it. */
async function moveApplicant(
  client: Queryable,
  { subject, event, cause }: Arrival,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const { rowCount } = await client.query(
    `update applicants set external_user_id = $3 where applicant_id = $1 and not exists (
       select from events where applicant_id = $1 and external_user_id = $2 and (happened_at, key) > ($4, $5)
     )`,
    [subject.applicantId, from, to, event.happenedAt, event.key],
  );
  if (!rowCount) return;
  const entry = { action: 'applicant-moved', actor: 'provider', cause } as const;
  await writeAudit(client, { ...entry, externalUserId: from, detail: { direction: 'away' } });
  await writeAudit(client, { ...entry, externalUserId: to, detail: { direction: 'here' } });
}
