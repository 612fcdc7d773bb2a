import { expect, test, vi } from 'vitest';
import { breakEvents, openFailingDesk, readDeliveries, readStatuses } from '#testing/failing-desk';
import { createTestApp, deliver, green, webhookBody } from '#testing/test-app';

test('more of them than are read at once are all taken up in one go, and one that fails again stops none', async () => {
  const { database, take, retry } = await openFailingDesk();
  await breakEvents(database, 231);
  for (let number = 0; number < 230; number += 1) await take(webhookBody(`u-${number}`, 1, green));
  expect(await retry()).toBe(229);
  expect(await retry()).toBe(1);
  expect(await readStatuses(database)).toEqual(Array.from({ length: 230 }, () => 'verified'));
});

test('one that failed a moment ago is taken up, too', async () => {
  const { database, take, retry } = await openFailingDesk();
  await take(webhookBody('u-1', 1, green));
  for (let round = 0; round < 100; round += 1) {
    await database.query(`update deliveries set outcome = 'failed', tried_at = clock_timestamp()`);
    expect(await retry()).toBe(1);
  }
});

test('they are answered 200, since IDnGO has nothing to send again', async () => {
  const { app, database } = await createTestApp();
  await breakEvents(database, 1);
  expect((await deliver(app, webhookBody('u-1', 1, green))).status).toBe(200);
  expect(await readDeliveries(database)).toHaveLength(1);
});

test('what failed before a start is taken up by the job of the app that starts', async () => {
  const { database, take } = await openFailingDesk();
  await breakEvents(database, 1);
  await take(webhookBody('u-1', 1, green));
  await createTestApp({ database });
  await vi.waitFor(async () => expect(await readDeliveries(database)).toEqual([{ outcome: 'changed', reason: null }]), {
    timeout: 20_000,
  });
});
