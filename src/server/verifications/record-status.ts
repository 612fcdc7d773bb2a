import type { StatusCause } from '../audit/audit-trail';
import type { Queryable } from '../database/database';
import type { VerificationEvent } from './lifecycle';
import type { EventSubject } from './translate-webhook';
import { lockApplicant, lockPerson, type Refolded, refoldPerson } from './verification-rows';

export interface Arrival {
  cause: Exclude<StatusCause, { kind: 'entry' }>;
  /** IDnGO's name of it. */
  type: string;
  subject: EventSubject;
  event: VerificationEvent;
}

/** `reason` says why an event left everything as it was. */
export type Recorded =
  | { outcome: 'changed' | 'duplicate' | 'unknown-person' }
  | { outcome: 'unchanged'; reason: 'older' | 'same' | 'other-level' };

/**
 * The one door through which a status changes: the event takes its place among the person's events, and everything they
 * say is worked out anew. To be called in a transaction; nothing is visible to anybody before it commits.
 *
 * An event that names only an applicant nobody has introduced waits, and takes its place when another event does.
 */
export async function recordStatus(client: Queryable, arrival: Arrival): Promise<Recorded> {
  const { subject, event, cause } = arrival;
  // Before the mapping is read, lest an event be left waiting for an introduction that is being made beside it.
  if (subject.applicantId) await lockApplicant(client, subject.applicantId);
  const externalUserId = subject.externalUserId ?? (await readMappedUser(client, subject.applicantId));
  if (externalUserId) await lockPerson(client, externalUserId);
  const { rowCount } = await client.query(
    `insert into events (key, delivery_id, status_check_id, external_user_id, applicant_id, type, kind, level_name, happened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (key) do nothing`,
    [
      event.key,
      cause.kind === 'delivery' ? cause.deliveryId : null,
      cause.kind === 'status-check' ? cause.statusCheckId : null,
      externalUserId,
      subject.applicantId,
      arrival.type,
      event.kind,
      event.levelName,
      event.happenedAt,
    ],
  );
  if (!externalUserId) return { outcome: rowCount ? 'unknown-person' : 'duplicate' };
  const adopted = subject.applicantId ? await mapApplicant(client, subject.applicantId, externalUserId) : 0;
  if (!rowCount && !adopted) return { outcome: 'duplicate' };
  const refolded = await refoldPerson(client, externalUserId, event.levelName, cause);
  if (refolded.some(verification => verification.changed)) return { outcome: 'changed' };
  return { outcome: 'unchanged', reason: explainUnchanged(refolded, event.key) };
}

function explainUnchanged(refolded: readonly Refolded[], key: string): 'older' | 'same' | 'other-level' {
  const histories = refolded.flatMap(({ history }) => {
    const place = history.findIndex(entry => entry.key === key);
    return place === -1 || history[place]?.effect === 'other-level' ? [] : [{ place, last: history.length - 1 }];
  });
  if (histories.length === 0) return 'other-level';
  return histories.some(({ place, last }) => place < last) ? 'older' : 'same';
}

async function readMappedUser(client: Queryable, applicantId: string | null): Promise<string | null> {
  const { rows } = await client.query<{ external_user_id: string }>(
    'select external_user_id from applicants where applicant_id = $1',
    [applicantId],
  );
  return rows[0]?.external_user_id ?? null;
}

/** Saves whose applicant this is, and gives the waiting events of that applicant to the person. Returns their number. */
async function mapApplicant(client: Queryable, applicantId: string, externalUserId: string): Promise<number> {
  await client.query(
    'insert into applicants (applicant_id, external_user_id) values ($1, $2) on conflict (applicant_id) do nothing',
    [applicantId, externalUserId],
  );
  const { rowCount } = await client.query(
    'update events set external_user_id = $2 where applicant_id = $1 and external_user_id is null',
    [applicantId, externalUserId],
  );
  return rowCount ?? 0;
}
