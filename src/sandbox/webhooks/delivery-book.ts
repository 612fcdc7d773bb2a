import { join } from 'node:path';
import { ApiError } from '../api-error';
import { createJsonFiles } from '../json-files';
import type { DeliveryRecord } from './delivery-record';

export interface DeliveryBook {
  has(deliveryId: string): boolean;
  /** Has it, or may have had it and dropped it. */
  knows(announcement: Pick<DeliveryRecord, 'deliveryId' | 'createdAt'>): boolean;
  /** Throws 404. */
  require(deliveryId: string): DeliveryRecord;
  /** On disk when it returns. */
  save(delivery: DeliveryRecord): DeliveryRecord;
  /** Oldest first. */
  list(): DeliveryRecord[];
  /** Oldest first, of one applicant or all. */
  listHeldBack(applicantId?: string): DeliveryRecord[];
}

/** Of those that nothing more is to be done for, older ones are dropped. */
export const maxSettled = 2_000;

/** The webhooks on their way, and the latest of those before. */
export function createDeliveryBook(dataDir: string, onSave: () => void): DeliveryBook {
  const files = createJsonFiles<DeliveryRecord>(join(dataDir, 'deliveries'));
  const deliveries = new Map(
    files
      .readAll()
      .map(upgrade)
      .toSorted(byAge)
      .map(delivery => [delivery.deliveryId, delivery]),
  );
  const settled = new Map<string, DeliveryRecord>();
  const heldBack = new Map<string, Map<string, DeliveryRecord>>();
  for (const delivery of deliveries.values()) index(delivery);
  dropOldest();

  function index(delivery: DeliveryRecord): void {
    const { deliveryId, applicantId, state } = delivery;
    const ofApplicant = heldBack.get(applicantId) ?? new Map<string, DeliveryRecord>();
    if (state === 'held-back') heldBack.set(applicantId, ofApplicant.set(deliveryId, delivery));
    else if (ofApplicant.delete(deliveryId) && ofApplicant.size === 0) heldBack.delete(applicantId);
    if (state === 'waiting' || state === 'held-back') settled.delete(deliveryId);
    else settled.set(deliveryId, delivery);
  }

  function dropOldest(): void {
    const excess = settled.size - maxSettled;
    if (excess <= 0) return;
    for (const { deliveryId } of [...settled.values()].toSorted(byAge).slice(0, excess)) {
      settled.delete(deliveryId);
      deliveries.delete(deliveryId);
      files.remove(deliveryId);
    }
  }

  // Applicants keep their last announcement: one of a dropped delivery must not be sent anew at the next start.
  function mayHaveDropped(createdAt: number): boolean {
    return settled.size >= maxSettled && [...settled.values()].every(kept => createdAt <= kept.createdAt);
  }

  return {
    knows: ({ deliveryId, createdAt }) => deliveries.has(deliveryId) || mayHaveDropped(createdAt),
    has: deliveryId => deliveries.has(deliveryId),
    require(deliveryId) {
      const delivery = deliveries.get(deliveryId);
      if (!delivery) throw new ApiError(404, `Delivery ${deliveryId} not found`);
      return delivery;
    },
    save(delivery) {
      files.write(delivery.deliveryId, delivery);
      deliveries.set(delivery.deliveryId, delivery);
      index(delivery);
      dropOldest();
      onSave();
      return delivery;
    },
    list: () => [...deliveries.values()],
    listHeldBack: applicantId =>
      (applicantId === undefined
        ? [...heldBack.values()]
        : [heldBack.get(applicantId) ?? new Map<string, DeliveryRecord>()]
      )
        .flatMap(held => [...held.values()])
        .toSorted(byAge),
  };
}

function byAge(a: DeliveryRecord, b: DeliveryRecord): number {
  return a.createdAt - b.createdAt;
}

/** Records of an earlier version lack what came later. */
function upgrade(record: DeliveryRecord): DeliveryRecord {
  const unsaid = { occasion: 'scheduled', request: null, answerHeaders: {}, fault: null } as const;
  return {
    ...{ environment: 'sandbox', origin: 'event', pendingFault: null },
    ...record,
    attempts: record.attempts.map(attempt => ({ ...unsaid, ...attempt })),
  };
}
