import * as v from 'valibot';
import { type Webhook, webhookSchema } from '#idngo/webhook';
import { type Database, DatabaseUnavailable, type Queryable } from '../database/database';
import { describeError, type Log } from '../log';
import { recordStatus } from '../verifications/record-status';
import { translateWebhook } from '../verifications/translate-webhook';

/** What became of an authentic delivery. All but `refused` are answered 200: IDnGO has nothing to send again. */
export type DeliveryOutcome =
  | { outcome: 'changed' | 'unchanged' | 'duplicate' | 'unknown-person' }
  | { outcome: 'ignored' | 'malformed' | 'refused'; reason: string }
  | { outcome: 'failed' };

export interface DeliveryDesk {
  /** Keeps an authentic body and acts on it in one transaction. Returns only what is durable. Throws when the database is away. */
  take(body: Uint8Array): Promise<DeliveryOutcome>;
  /** Acts again on deliveries that our own code failed on. Returns how many were mended. */
  retryFailed(): Promise<number>;
}

interface DeskDependencies {
  database: Database;
  log: Log;
  environment: 'sandbox' | 'production';
}

export function createDeliveryDesk({ database, log, environment }: DeskDependencies): DeliveryDesk {
  async function act(client: Queryable, deliveryId: string, body: Uint8Array): Promise<DeliveryOutcome> {
    const webhook = readWebhook(body);
    if (!webhook) return { outcome: 'malformed', reason: 'not a JSON object with a type' };
    if (environment === 'production' && webhook.sandboxMode) return { outcome: 'refused', reason: 'sandbox' };
    const translated = translateWebhook(webhook);
    if (translated.kind === 'ignored') return { outcome: 'ignored', reason: translated.reason };
    const { type, subject, event } = translated;
    return { outcome: await recordStatus(client, { deliveryId, type, subject, event }) };
  }

  async function take(body: Uint8Array): Promise<DeliveryOutcome> {
    try {
      const { deliveryId, result } = await database.transaction(async client => {
        const id = await insertDelivery(client, body);
        const outcome = await act(client, id, body);
        await writeOutcome(client, id, outcome);
        return { deliveryId: id, result: outcome };
      });
      if ('reason' in result && result.reason !== 'not-a-verification') {
        log.warn({ deliveryId, ...result }, 'a delivery is kept and changes nothing');
      }
      return result;
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error;
      log.error({ error: describeError(error) }, 'a delivery is kept, acting on it failed');
      const kept = toKept(error);
      await database.transaction(async client => writeOutcome(client, await insertDelivery(client, body), kept));
      return kept;
    }
  }

  async function retryFailed(): Promise<number> {
    const { rows } = await database.query<{ id: string; body: Buffer }>(
      `select id, body from deliveries where outcome = 'failed' order by tried_at limit 100`,
    );
    let mended = 0;
    for (const { id, body } of rows) {
      try {
        await database.transaction(async client => {
          await writeOutcome(client, id, await act(client, id, body));
        });
        mended += 1;
      } catch (error) {
        if (error instanceof DatabaseUnavailable) throw error;
        const kept = toKept(error);
        await database.query('update deliveries set tried_at = now(), outcome = $2, reason = $3 where id = $1', [
          id,
          kept.outcome,
          'reason' in kept ? kept.reason : null,
        ]);
        log.error({ deliveryId: id, error: describeError(error) }, 'acting on a kept delivery failed again');
      }
    }
    return mended;
  }

  return { take, retryFailed };
}

/** Data that no column can hold (classes 22, 54: https://www.postgresql.org/docs/current/errcodes-appendix.html) stays so. */
function toKept(error: unknown): DeliveryOutcome {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(22|54)/.test(code)
    ? { outcome: 'malformed', reason: 'the database cannot hold it' }
    : { outcome: 'failed' };
}

function readWebhook(body: Uint8Array): Webhook | undefined {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(webhookSchema, json);
  return parsed.success ? parsed.output : undefined;
}

async function insertDelivery(client: Queryable, body: Uint8Array): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into deliveries (body, outcome) values ($1, 'failed') returning id`,
    [Buffer.from(body)],
  );
  if (!rows[0]) throw new Error('An inserted delivery has no id');
  return rows[0].id;
}

async function writeOutcome(client: Queryable, id: string, result: DeliveryOutcome): Promise<void> {
  await client.query('update deliveries set outcome = $2, reason = $3 where id = $1', [
    id,
    result.outcome,
    'reason' in result ? result.reason : null,
  ]);
}
