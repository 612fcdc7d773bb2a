import type { Queryable } from '../database/database';
import { onlyRow } from '../database/only-row';
import { forgetSubject } from '../privacy/erasures';
import type { EventKind } from '../verifications/lifecycle';
import { lockBoth, lockMappedPerson } from '../verifications/locks';
import type { Recorded } from '../verifications/record-status';
import type { EventSubject, Translated } from '../verifications/translate-webhook';
import type { ReadDelivery } from './delivery-facts';
import type { DeliveryOutcome, Failed } from './take-delivery';

export type TranslatedEvent = Extract<Translated, { kind: 'event' }>;

/** A delivery whose turn it is: nobody else acts on the same applicant or person before the transaction ends. */
export interface DeliveryTurn {
  /** Of the delivery's row, which is to be written before the transaction ends. */
  deliveryId: string;
  /** Null while nobody has introduced the applicant. */
  externalUserId: string | null;
}

/** Waits for the delivery's turn, and reserves its id in the same round trip. */
export async function takeTurn(client: Queryable, subject: EventSubject): Promise<DeliveryTurn> {
  const { rows } = await client.query<{ id: string }>({
    name: 'take-turn',
    text: lockBoth(`nextval('deliveries_id_seq') as id`),
    values: [subject.applicantId, subject.externalUserId],
  });
  const externalUserId = subject.externalUserId ?? (await lockMappedPerson(client, subject.applicantId));
  return { deliveryId: onlyRow(rows).id, externalUserId };
}

/**
 * Writes a delivery with what became of it, and not whose it is where they were erased after what it speaks of. Returns
 * its id, the one that was reserved if there is one.
 */
export async function insertDelivery(
  client: Queryable,
  { facts, translated }: ReadDelivery,
  result: DeliveryOutcome,
  reservedId: string | null = null,
): Promise<string> {
  const event = translated?.kind === 'event' ? translated.event : undefined;
  const { rows } = await client.query<{ id: string }>({
    name: 'insert-delivery',
    text: `
      insert into deliveries
        (id, outcome, reason, body_hash, body_bytes, type, applicant_id, external_user_id, level_name, happened_at,
         review_status, review_answer, review_reject_type, sandbox_mode, correlation_id, event_key, kind)
      overriding system value
      select coalesce($1::bigint, nextval('deliveries_id_seq')), $2, $3, named.body_hash, $5::integer, $6,
        named.applicant_id, named.external_user_id, $9, $10::timestamptz, $11, $12, $13, $14::boolean,
        named.correlation_id, named.event_key, $17
      from (select $4::bytea, $7::text, $8::text, $15::text, $16::text) as given (body_hash, applicant_id, external_user_id, correlation_id, event_key)
        left join lateral (select given.*) as named on not is_erased(given.external_user_id, given.applicant_id, $10::timestamptz)
      returning id`,
    values: [
      reservedId,
      result.outcome,
      toReason(result),
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
  });
  return onlyRow(rows).id;
}

/** Writes what became of a delivery that was taken up again, and takes from it whose it is where they were erased since. */
export async function writeOutcome(client: Queryable, id: string, result: Recorded | Failed): Promise<void> {
  await client.query('update deliveries set outcome = $2, reason = $3, tried_at = now() where id = $1', [
    id,
    result.outcome,
    toReason(result),
  ]);
  if (result.outcome === 'ignored') await forgetSubject(client, id);
}

function toReason(result: DeliveryOutcome): string | null {
  return 'reason' in result ? result.reason : null;
}

export interface FailedDelivery extends Omit<TranslatedEvent, 'kind'> {
  id: string;
}

/** Deliveries that our own code failed on and that were not tried since, longest untried first. */
export async function readFailedDeliveries(client: Queryable, since: string, limit: number): Promise<FailedDelivery[]> {
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
     from deliveries where outcome = 'failed' and event_key is not null and tried_at < $1::timestamptz order by tried_at limit $2`,
    [since, limit],
  );
  return rows.map(row => ({
    id: row.id,
    type: row.type,
    subject: { applicantId: row.applicant_id, externalUserId: row.external_user_id },
    event: { key: row.event_key, kind: row.kind, levelName: row.level_name, happenedAt: row.happened_at },
  }));
}

/** The database's time, which is that of `tried_at`, as its own text: a `Date` would cut off what failed in this millisecond. */
export async function readDatabaseTime(client: Queryable): Promise<string> {
  const { rows } = await client.query<{ at: string }>('select clock_timestamp()::text as at');
  return onlyRow(rows).at;
}
