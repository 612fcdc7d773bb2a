import { errorCodes } from '#idngo/errors';
import type { Database } from '../database/database';
import type { WatchCall } from '../idngo-client/idngo-client';
import { IdngoError } from '../idngo-client/idngo-error';
import type { Metrics } from '../metrics';
import type { Traced } from '../trace';
import type { DeliveryDesk } from '../webhooks/take-delivery';

/** Every transaction as a span. */
export function watchTransactions(database: Database, traced: Traced): Database {
  return { ...database, transaction: work => traced({ name: 'transaction' }, () => database.transaction(work)) };
}

/** Every delivery as a span that says what became of it. */
export function watchDeliveries(desk: DeliveryDesk, traced: Traced): DeliveryDesk {
  return {
    ...desk,
    take: body =>
      traced({ name: 'delivery' }, async span => {
        const result = await desk.take(body);
        span.set({ 'portico.outcome': result.outcome });
        return result;
      }),
  };
}

/** Every attempt to call IDnGO as a span, and as a figure. */
export function watchIdngoCalls(metrics: Metrics, traced: Traced): WatchCall {
  return (call, attempt) =>
    traced({ name: `IDnGO ${call}`, kind: 'client' }, async span => {
      const startedAt = performance.now();
      const observe = (outcome: string, errorCode: string) =>
        metrics.observeIdngoCall({ call, outcome, errorCode, seconds: (performance.now() - startedAt) / 1000 });
      try {
        const answer = await attempt();
        observe('answered', '');
        return answer;
      } catch (error) {
        const known = error instanceof IdngoError;
        const errorCode = toLabel(known ? error.errorCode : null);
        observe(known ? error.code : 'failed', errorCode);
        if (errorCode) span.set({ 'idngo.error_code': errorCode });
        throw error;
      }
    });
}

/** Only documented codes are labels: what the other side answers must not make series without end. */
function toLabel(errorCode: number | null): string {
  if (errorCode === null) return '';
  return Object.hasOwn(errorCodes, errorCode) ? String(errorCode) : 'other';
}
