import { type Database, DatabaseUnavailable } from '../database/database';
import { describeError, type Log } from '../log';
import { raiseDoubt } from '../reconcile/due-checks';
import { isCode } from '../verifications/names';
import { type Recorded, recordInTurn, recordStatus } from '../verifications/record-status';
import type { IgnoredBecause } from '../verifications/translate-webhook';
import { type DeliveryFacts, type ReadDelivery, readDelivery } from './delivery-facts';
import {
  type FailedDelivery,
  insertDelivery,
  readDatabaseTime,
  readFailedDeliveries,
  type TranslatedEvent,
  takeTurn,
  writeOutcome,
} from './delivery-rows';

/** What became of an authentic delivery. All but `refused` are answered 200: IDnGO has nothing to send again. */
export type DeliveryOutcome = Recorded | LeftAlone | Failed;

export interface Failed {
  outcome: 'failed';
  reason: string;
}

/** What changes nothing whoever it speaks of. */
type LeftAlone =
  | { outcome: 'ignored'; reason: IgnoredBecause }
  | { outcome: 'malformed'; reason: 'not-json-with-a-type' }
  | { outcome: 'refused'; reason: 'sandbox' };

export interface DeliveryDesk {
  /** Keeps what an authentic body says and acts on it in one transaction. Returns only what is durable. Throws when the database is away. */
  take(body: Uint8Array): Promise<DeliveryOutcome>;
  /** Acts again, once, on every delivery that our own code failed on. Returns how many were mended. */
  retryFailed(signal: AbortSignal): Promise<number>;
}

interface DeskDependencies {
  database: Database;
  log: Log;
  environment: 'sandbox' | 'production';
  /** Told of every authentic delivery as it arrives. */
  onArrival?: (facts: DeliveryFacts) => void;
}

const retriedAtOnce = 100;

export function createDeliveryDesk({ database, log, environment, onArrival }: DeskDependencies): DeliveryDesk {
  function judge({ facts, translated }: ReadDelivery): TranslatedEvent | LeftAlone {
    if (!translated) return { outcome: 'malformed', reason: 'not-json-with-a-type' };
    if (environment === 'production' && facts.sandboxMode) return { outcome: 'refused', reason: 'sandbox' };
    return translated.kind === 'ignored' ? { outcome: 'ignored', reason: translated.reason } : translated;
  }

  async function keep(delivery: ReadDelivery, result: LeftAlone): Promise<LeftAlone> {
    const deliveryId = isDoubtful(result)
      ? await database.transaction(async client => {
          await raiseDoubt(client, delivery.facts);
          return insertDelivery(client, delivery, result);
        })
      : await insertDelivery(database, delivery, result);
    if (result.reason !== 'not-a-verification')
      log.warn({ deliveryId, ...result }, 'a delivery is kept and changes nothing');
    return result;
  }

  async function act(delivery: ReadDelivery, { type, subject, event }: TranslatedEvent): Promise<DeliveryOutcome> {
    try {
      return await database.transaction(async client => {
        const { deliveryId, externalUserId } = await takeTurn(client, subject);
        const cause = { kind: 'delivery', deliveryId } as const;
        const result = await recordInTurn(client, { cause, type, subject, event }, externalUserId);
        await insertDelivery(client, delivery, result, deliveryId);
        return result;
      });
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error;
      const failed = toFailed(error);
      const deliveryId = await insertDelivery(database, delivery, failed);
      log.error({ deliveryId, error: describeError(error) }, 'a delivery is kept, acting on it failed');
      return failed;
    }
  }

  async function actAgain({ id, type, subject, event }: FailedDelivery): Promise<boolean> {
    try {
      await database.transaction(async client => {
        const cause = { kind: 'delivery', deliveryId: id } as const;
        await writeOutcome(client, id, await recordStatus(client, { cause, type, subject, event }));
      });
      return true;
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error;
      await writeOutcome(database, id, toFailed(error));
      log.error({ deliveryId: id, error: describeError(error) }, 'acting on a kept delivery failed again');
      return false;
    }
  }

  return {
    async take(body) {
      const delivery = readDelivery(body);
      onArrival?.(delivery.facts);
      const judged = judge(delivery);
      return 'outcome' in judged ? keep(delivery, judged) : act(delivery, judged);
    },

    async retryFailed(signal) {
      let mended = 0;
      const startedAt = await readDatabaseTime(database);
      for (;;) {
        const failed = await readFailedDeliveries(database, startedAt, retriedAtOnce);
        if (failed.length === 0) return mended;
        for (const delivery of failed) {
          if (signal.aborted) return mended;
          if (await actAgain(delivery)) mended += 1;
        }
      }
    },
  };
}

/** Something was said that we cannot read, and it may have been about somebody's status. */
function isDoubtful({ outcome, reason }: LeftAlone): boolean {
  return outcome !== 'refused' && reason !== 'not-a-verification';
}

/** The reason is the error's code, such as that of PostgreSQL, or its name: its message may repeat what was sent. */
function toFailed(error: unknown): Failed {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const name = error instanceof Error ? error.name : 'unknown';
  return { outcome: 'failed', reason: [code, name].find(isCode) ?? 'unknown' };
}
