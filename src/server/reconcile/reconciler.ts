import { type Database, DatabaseUnavailable } from '../database/database';
import type { IdngoClient } from '../idngo-client/idngo-client';
import { IdngoError } from '../idngo-client/idngo-error';
import { describeError, type Log } from '../log';
import type { Metrics } from '../metrics';
import { createBackOff } from './back-off';
import { type CheckOutcome, checkPerson, recordFailure } from './check-person';
import { type DueCheck, putBack, takeDueCheck } from './due-checks';

export interface Reconciler {
  /** Asks about everybody who is due, until nobody is, IDnGO wants to be left alone, or `signal` says to stop. */
  run(signal: AbortSignal): Promise<void>;
}

interface ReconcilerDependencies {
  database: Database;
  idngo: IdngoClient;
  log: Log;
  metrics: Pick<Metrics, 'countCheck'>;
  now: () => number;
  random: () => number;
  /** Questions at a time. */
  atOnce?: number;
}

/** Before an answer that is of no use is asked for again, in milliseconds. */
const unusableWaitMs = 10 * 60_000;

/**
 * Finds out what deliveries failed to tell.
 *
 * 1. Nobody is asked about by two at once: a check is taken by moving its time, in one statement.
 * 2. At most `atOnce` questions are on the way.
 * 3. When IDnGO fails, everybody waits, and then one question goes ahead of the others.
 */
export function createReconciler(dependencies: ReconcilerDependencies): Reconciler {
  const { database, log, metrics, now, random, atOnce = 4 } = dependencies;
  const backOff = createBackOff({ now, random });
  const askedNow = new Set<string>();
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other, so that each knows whom the others have: a person can be due at two levels. */
  function take(): Promise<DueCheck | undefined> {
    const taken = turn.then(async () => {
      const due = await takeDueCheck(database, [...askedNow]);
      if (due) askedNow.add(due.externalUserId);
      return due;
    });
    turn = taken.catch(() => undefined); // whoever took this turn hears of it
    return taken;
  }

  /** Returns whether there was anybody. */
  async function checkNext(signal: AbortSignal): Promise<boolean> {
    const mayAsk = () => !signal.aborted && backOff.isOver();
    const due = mayAsk() ? await take() : undefined;
    if (!due) return false;
    try {
      if (!mayAsk()) {
        await putBack(database, due);
        return false;
      }
      const { outcome, statusCheckId } = await checkPerson(dependencies, due, signal);
      backOff.succeed();
      count(outcome, due, statusCheckId);
    } catch (error) {
      if (signal.aborted) await putBack(database, due);
      else await fail(due, error);
    } finally {
      askedNow.delete(due.externalUserId);
    }
    return true;
  }

  function count(outcome: CheckOutcome, { verificationId, cause }: DueCheck, statusCheckId: string): void {
    metrics.countCheck(outcome);
    if (outcome === 'missing') log.warn({ verificationId, statusCheckId, cause }, 'a webhook is missing');
    if (outcome === 'unknown-there') {
      log.warn({ verificationId, statusCheckId, cause }, 'IDnGO does not know somebody it has told us about');
    }
  }

  async function fail(due: DueCheck, error: unknown): Promise<void> {
    if (error instanceof DatabaseUnavailable) throw error;
    metrics.countCheck('failed');
    await recordFailure(database, due, error);
    if (error instanceof IdngoError && concernsEverybody(error)) {
      if (backOff.fail(error.retryAfterMs)) {
        log.warn({ error: describeError(error) }, 'IDnGO cannot be asked for statuses; asking again later');
      }
      await putBack(database, due);
    } else {
      log.warn({ verificationId: due.verificationId, error: describeError(error) }, 'a status check failed');
      await putBack(database, due, unusableWaitMs);
    }
  }

  async function work(signal: AbortSignal): Promise<void> {
    while (await checkNext(signal));
  }

  return {
    async run(signal) {
      if (backOff.isWary() && !(await checkNext(signal))) return;
      const ended = await Promise.allSettled(Array.from({ length: atOnce }, () => work(signal)));
      for (const one of ended) if (one.status === 'rejected') throw one.reason;
    },
  };
}

/** Against a failure that is about one person, waiting would not help the others. */
function concernsEverybody({ retryable, httpStatus }: IdngoError): boolean {
  return retryable || httpStatus === 401 || httpStatus === 403;
}
