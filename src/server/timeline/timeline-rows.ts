import type { TimelineAudit, TimelineCheck, TimelineDelivery, TimelineSource } from '#contract/operations-timeline';
import type { ChangedRemedy, VerificationStatus } from '#contract/verification';
import type { Queryable } from '../database/database';
import type { VerificationEvent } from '../verifications/lifecycle';
import { type EventRow, eventColumns, toEvent } from '../verifications/verification-rows';

/** Of each kind of entry of one person so many are read at most: the newest. Events are all read: they are the person's status. */
export const readAtMost = 500;

export interface VerificationRow {
  id: string;
  level_name: string;
  status: VerificationStatus;
  remedy: ChangedRemedy | null;
  changed_at: Date | null;
  revision: number;
  check_at: Date | null;
  check_cause: string | null;
  checks_made: number;
}

export async function readVerificationRows(client: Queryable, externalUserId: string): Promise<VerificationRow[]> {
  const { rows } = await client.query<VerificationRow>(
    `select id, level_name, status, remedy, changed_at, revision, check_at, check_cause, checks_made
     from verifications where external_user_id = $1 order by created_at, level_name`,
    [externalUserId],
  );
  return rows;
}

export interface RecordedEvent extends VerificationEvent {
  type: string;
  source: TimelineSource;
}

export async function readRecordedEvents(client: Queryable, externalUserId: string): Promise<RecordedEvent[]> {
  const { rows } = await client.query<
    EventRow & { type: string; delivery_id: string | null; status_check_id: string | null }
  >(`select ${eventColumns}, e.type, e.delivery_id, e.status_check_id from events e where e.external_user_id = $1`, [
    externalUserId,
  ]);
  return rows.map(row => ({
    ...toEvent(row),
    type: row.type,
    source: toSource(row.delivery_id, row.status_check_id),
  }));
}

export interface ToldRow {
  verificationId: string;
  at: Date;
  revision: number;
  status: string;
  remedy: string | null;
  since: string | null;
  cause: TimelineSource;
}

export async function readToldRows(client: Queryable, verificationIds: readonly string[]): Promise<ToldRow[]> {
  const { rows } = await client.query<{
    verification_id: string;
    at: Date;
    actor: string;
    delivery_id: string | null;
    status_check_id: string | null;
    detail: { revision: number; status: string; remedy: string | null; since: string | null };
  }>(
    `select verification_id, at, actor, delivery_id, status_check_id, detail
     from audit_trail where action = 'status-changed' and verification_id = any($1::uuid[]) order by id desc limit $2`,
    [verificationIds, readAtMost],
  );
  return rows.reverse().map(row => ({
    ...{ verificationId: row.verification_id, at: row.at, ...row.detail },
    cause: row.actor === 'person' ? { kind: 'entry' } : toSource(row.delivery_id, row.status_check_id),
  }));
}

export async function readChecks(
  client: Queryable,
  verificationIds: readonly string[],
): Promise<(TimelineCheck & { verificationId: string })[]> {
  const { rows } = await client.query<{
    id: string;
    verification_id: string;
    asked_at: Date;
    cause: string;
    outcome: string;
    review_status: string | null;
    review_answer: string | null;
    error_code: string | null;
  }>(
    `select id, verification_id, asked_at, cause, outcome, review_status, review_answer, error_code
     from status_checks where verification_id = any($1::uuid[]) order by asked_at desc, id desc limit $2`,
    [verificationIds, readAtMost],
  );
  return rows.reverse().map(row => ({
    ...{ verificationId: row.verification_id, id: row.id, askedAt: row.asked_at.toISOString() },
    ...{ cause: row.cause, outcome: row.outcome },
    ...{ reviewStatus: row.review_status, reviewAnswer: row.review_answer, errorCode: row.error_code },
  }));
}

/** Those that name the person, and those that name nobody but an applicant of the person's. Oldest first. */
export async function readDeliveries(
  client: Queryable,
  externalUserId: string,
  applicantIds: readonly string[],
): Promise<TimelineDelivery[]> {
  const { rows } = await client.query<{
    id: string;
    received_at: Date;
    type: string | null;
    applicant_id: string | null;
    level_name: string | null;
    happened_at: Date | null;
    review_status: string | null;
    review_answer: string | null;
    review_reject_type: string | null;
    sandbox_mode: boolean | null;
    correlation_id: string | null;
    outcome: string;
    reason: string | null;
  }>(
    `select id, received_at, type, applicant_id, level_name, happened_at, review_status, review_answer,
            review_reject_type, sandbox_mode, correlation_id, outcome, reason
     from deliveries
     where external_user_id = $1 or (external_user_id is null and applicant_id = any($2::text[]))
     order by received_at desc, id desc limit $3`,
    [externalUserId, applicantIds, readAtMost],
  );
  return rows.reverse().map(row => ({
    ...{ id: row.id, receivedAt: row.received_at.toISOString(), type: row.type },
    ...{ applicantId: row.applicant_id, levelName: row.level_name },
    happenedAt: row.happened_at?.toISOString() ?? null,
    ...{ reviewStatus: row.review_status, reviewAnswer: row.review_answer, reviewRejectType: row.review_reject_type },
    ...{ sandboxMode: row.sandbox_mode, correlationId: row.correlation_id },
    ...{ outcome: row.outcome, reason: row.reason },
  }));
}

export async function readAudit(client: Queryable, externalUserId: string): Promise<TimelineAudit[]> {
  const { rows } = await client.query<{ at: Date; action: string; actor: string; detail: Record<string, unknown> }>(
    `select at, action, actor, detail from audit_trail
     where subject_pseudonym = pseudonym($1) and action <> 'status-changed' order by id desc limit $2`,
    [externalUserId, readAtMost],
  );
  return rows.reverse().map(({ at, ...row }) => ({ at: at.toISOString(), ...row }));
}

export async function readApplicantIds(client: Queryable, externalUserId: string): Promise<string[]> {
  const { rows } = await client.query<{ applicant_id: string }>(
    'select applicant_id from applicants where external_user_id = $1 order by first_seen_at, applicant_id',
    [externalUserId],
  );
  return rows.map(row => row.applicant_id);
}

export async function readErasure(client: Queryable, externalUserId: string): Promise<Date | undefined> {
  const { rows } = await client.query<{ erased_at: Date }>(
    'select erased_at from erasures where subject_pseudonym = pseudonym($1)',
    [externalUserId],
  );
  return rows[0]?.erased_at;
}

function toSource(deliveryId: string | null, statusCheckId: string | null): TimelineSource {
  if (deliveryId !== null) return { kind: 'delivery', id: deliveryId };
  return statusCheckId === null ? { kind: 'forgotten' } : { kind: 'status-check', id: statusCheckId };
}
