import type { Queryable } from '../database/database';
import type { EventKind } from '../verifications/lifecycle';
import type { Translated } from '../verifications/translate-webhook';
import type { ReadDelivery } from './delivery-facts';
import type { DeliveryOutcome } from './take-delivery';

type TranslatedEvent = Extract<Translated, { kind: 'event' }>;

/** Writes a delivery as `failed`, which it is until its outcome is written. Returns its id. */
export async function insertDelivery(client: Queryable, { facts, translated }: ReadDelivery): Promise<string> {
  const event = translated?.kind === 'event' ? translated.event : undefined;
  const { rows } = await client.query<{ id: string }>(
    `insert into deliveries
       (outcome, body_hash, body_bytes, type, applicant_id, external_user_id, level_name, happened_at,
        review_status, review_answer, review_reject_type, sandbox_mode, correlation_id, event_key, kind)
     values ('failed', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
    [
      facts.bodyHash,
      facts.bodyBytes,
      facts.type,
      facts.applicantId,
      facts.externalUserId,
      facts.levelName,
      facts.happenedAt,
      facts.reviewStatus,
      facts.reviewAnswer,
      facts.reviewRejectType,
      facts.sandboxMode,
      facts.correlationId,
      event?.key ?? null,
      event?.kind ?? null,
    ],
  );
  if (!rows[0]) throw new Error('An inserted delivery has no id');
  return rows[0].id;
}

export async function writeOutcome(client: Queryable, id: string, result: DeliveryOutcome): Promise<void> {
  await client.query('update deliveries set outcome = $2, reason = $3, tried_at = now() where id = $1', [
    id,
    result.outcome,
    'reason' in result ? result.reason : null,
  ]);
}

export interface FailedDelivery extends TranslatedEvent {
  id: string;
}

/** Deliveries that our own code failed on, longest untried first. */
export async function readFailedDeliveries(client: Queryable, limit: number): Promise<FailedDelivery[]> {
  const { rows } = await client.query<{
    id: string;
    type: string;
    applicant_id: string | null;
    external_user_id: string | null;
    level_name: string | null;
    happened_at: Date;
    event_key: string;
    kind: EventKind;
  }>(
    `select id, type, applicant_id, external_user_id, level_name, happened_at, event_key, kind
     from deliveries where outcome = 'failed' and event_key is not null order by tried_at limit $1`,
    [limit],
  );
  return rows.map(row => ({
    id: row.id,
    kind: 'event',
    type: row.type,
    subject: { applicantId: row.applicant_id, externalUserId: row.external_user_id },
    event: { key: row.event_key, kind: row.kind, levelName: row.level_name, happenedAt: row.happened_at },
  }));
}
