import { type Delivery, type DeliveryState, deliveryListSchema, deliverySchema } from '../../control/webhook-contract';
import { toPath } from '../api/panel-http';
import { useAction, useRead } from '../api/panel-queries';

/** All deliveries where no applicant is named. */
export function useDeliveries(applicantId: string | null) {
  const filter = applicantId === null ? '' : `?${new URLSearchParams({ applicantId })}`;
  return useRead('deliveries', `deliveries${filter}`, deliveryListSchema);
}

export function useSendAgain() {
  return useAction((http, deliveryId: string) =>
    http.send({ path: toPath('deliveries', deliveryId, 'send-again') }, deliverySchema),
  );
}

export const stateWords: Record<DeliveryState, string> = {
  waiting: 'waiting for its next attempt',
  'held-back': 'held back by a fault until the following one has gone out',
  delivered: 'delivered',
  failed: 'given up after its last attempt',
  'not-sent': 'not sent: the webhook is disabled or has no address',
  lost: 'lost by a fault',
};

/** Those that the app has not taken, and may never take. */
export function isFailed({ state, attempts }: Delivery): boolean {
  const last = attempts.at(-1);
  return state === 'failed' || state === 'not-sent' || state === 'lost' || (state === 'waiting' && last !== undefined);
}
