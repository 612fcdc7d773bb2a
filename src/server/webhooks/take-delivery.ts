import { type Database, DatabaseUnavailable, type Queryable } from '../database/database';
import { describeError, type Log } from '../log';
import { type Recorded, recordStatus } from '../verifications/record-status';
import { type ReadDelivery, readDelivery } from './delivery-facts';
import { insertDelivery, readFailedDeliveries, writeOutcome } from './delivery-rows';

/** What became of an authentic delivery. All but `refused` are answered 200: IDnGO has nothing to send again. */
export type DeliveryOutcome =
  | Recorded
  | { outcome: 'ignored' | 'malformed' | 'refused'; reason: string }
  | { outcome: 'failed' };

export interface DeliveryDesk {
  /** Keeps what an authentic body says and acts on it in one transaction. Returns only what is durable. Throws when the database is away. */
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
  async function act(
    client: Queryable,
    deliveryId: string,
    { facts, translated }: ReadDelivery,
  ): Promise<DeliveryOutcome> {
    if (!translated) return { outcome: 'malformed', reason: 'not a JSON object with a type' };
    if (environment === 'production' && facts.sandboxMode) return { outcome: 'refused', reason: 'sandbox' };
    if (translated.kind === 'ignored') return { outcome: 'ignored', reason: translated.reason };
    const { type, subject, event } = translated;
    return recordStatus(client, { cause: { kind: 'delivery', deliveryId }, type, subject, event });
  }

  async function take(body: Uint8Array): Promise<DeliveryOutcome> {
    const delivery = readDelivery(body);
    try {
      const { deliveryId, result } = await database.transaction(async client => {
        const id = await insertDelivery(client, delivery);
        const outcome = await act(client, id, delivery);
        await writeOutcome(client, id, outcome);
        return { deliveryId: id, result: outcome };
      });
      if (result.outcome === 'malformed' || result.outcome === 'refused' || result.outcome === 'ignored') {
        if (result.reason !== 'not-a-verification')
          log.warn({ deliveryId, ...result }, 'a delivery is kept and changes nothing');
      }
      return result;
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error;
      log.error({ error: describeError(error) }, 'a delivery is kept, acting on it failed');
      const kept = toKept(error);
      await database.transaction(async client => writeOutcome(client, await insertDelivery(client, delivery), kept));
      return kept;
    }
  }

  async function retryFailed(): Promise<number> {
    let mended = 0;
    for (const { id, type, subject, event } of await readFailedDeliveries(database, 100)) {
      try {
        await database.transaction(async client => {
          const outcome = await recordStatus(client, {
            cause: { kind: 'delivery', deliveryId: id },
            type,
            subject,
            event,
          });
          await writeOutcome(client, id, outcome);
        });
        mended += 1;
      } catch (error) {
        if (error instanceof DatabaseUnavailable) throw error;
        await writeOutcome(database, id, toKept(error));
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
