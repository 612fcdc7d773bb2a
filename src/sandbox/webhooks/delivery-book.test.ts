import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDeliveryBook, maxSettled } from './delivery-book';
import type { DeliveryRecord } from './delivery-record';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'deliveries-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const open = () => createDeliveryBook(dataDir, () => undefined);

function toDelivery(createdAt: number, state: DeliveryRecord['state'], applicantId = 'a-1'): DeliveryRecord {
  return {
    ...{ deliveryId: `d-${createdAt}`, environment: 'sandbox', applicantId, externalUserId: 'u-1' },
    ...{ type: 'applicantCreated', createdAt, origin: 'event', body: '{}', state },
    ...{ nextAttemptAt: null, scheduledAttempts: 0, attempts: [], pendingFault: null },
  };
}

test('drops the oldest settled deliveries from memory and disk, and none that is still to be sent', () => {
  const book = open();
  book.save(toDelivery(1, 'waiting'));
  book.save(toDelivery(2, 'held-back'));
  for (let at = 3; at < maxSettled + 5; at += 1) book.save(toDelivery(at, 'delivered'));
  const kept = book.list().map(({ createdAt }) => createdAt);
  expect(kept).toHaveLength(maxSettled + 2);
  expect(kept.slice(0, 3)).toEqual([1, 2, 5]);
  expect(readdirSync(join(dataDir, 'deliveries'))).toHaveLength(maxSettled + 2);
  const reopened = open();
  expect(reopened.has('d-4')).toBe(false);
  expect(reopened.knows(toDelivery(4, 'waiting'))).toBe(true);
  expect(reopened.knows(toDelivery(maxSettled + 5, 'waiting'))).toBe(false);
});

test('finds what is held back by applicant, also over a restart, until it is released', () => {
  const book = open();
  const ids = (applicantId?: string, from = book) => from.listHeldBack(applicantId).map(held => held.deliveryId);
  for (const [at, applicantId] of [
    [1, 'a-1'],
    [2, 'a-2'],
    [3, 'a-1'],
  ] as const) {
    book.save(toDelivery(at, 'held-back', applicantId));
  }
  expect(ids('a-1')).toEqual(['d-1', 'd-3']);
  expect(ids(undefined, open())).toEqual(['d-1', 'd-2', 'd-3']);
  book.save(toDelivery(1, 'waiting'));
  expect(ids('a-1')).toEqual(['d-3']);
  expect(ids()).toEqual(['d-2', 'd-3']);
});
