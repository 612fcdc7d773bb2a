import { join } from 'node:path';
import { ApiError } from '../api-error';
import { createJsonFiles } from '../json-files';
import type { DeliveryRecord } from './delivery-record';

export interface DeliveryBook {
  has(deliveryId: string): boolean;
  /** Throws 404. */
  require(deliveryId: string): DeliveryRecord;
  /** On disk when it returns. */
  save(delivery: DeliveryRecord): DeliveryRecord;
  /** Oldest first. */
  list(): DeliveryRecord[];
}

/** Every webhook there was. */
export function createDeliveryBook(dataDir: string, onSave: () => void): DeliveryBook {
  const files = createJsonFiles<DeliveryRecord>(join(dataDir, 'deliveries'));
  const deliveries = new Map(
    files
      .readAll()
      .map(upgrade)
      .toSorted((a, b) => a.createdAt - b.createdAt)
      .map(delivery => [delivery.deliveryId, delivery]),
  );
  return {
    has: deliveryId => deliveries.has(deliveryId),
    require(deliveryId) {
      const delivery = deliveries.get(deliveryId);
      if (!delivery) throw new ApiError(404, `Delivery ${deliveryId} not found`);
      return delivery;
    },
    save(delivery) {
      files.write(delivery.deliveryId, delivery);
      deliveries.set(delivery.deliveryId, delivery);
      onSave();
      return delivery;
    },
    list: () => [...deliveries.values()],
  };
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
