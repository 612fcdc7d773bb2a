import { expect, test } from 'vitest';
import { breakEvents, openFailingDesk, readDeliveries, readStatuses } from '#testing/failing-desk';
import { green, redFinal, webhookBody } from '#testing/webhook-bodies';
import { DatabaseUnavailable } from '../database/database';

const failed = { outcome: 'failed', reason: 'XX001' };
const changed = { outcome: 'changed', reason: null };

test('what our own code failed on is kept, and taken up again from what was kept', async () => {
  const { database, take, retry, errors } = await openFailingDesk();
  await breakEvents(database, 2);
  expect(await take(webhookBody('u-1', 1, green))).toEqual(failed);
  expect(await readDeliveries(database)).toEqual([failed]);
  expect(await readStatuses(database)).toEqual([]);

  expect(await retry()).toBe(0);
  expect(errors.at(-1)).toEqual([
    { deliveryId: expect.stringMatching(/^\d+$/), error: expect.anything() },
    'acting on a kept delivery failed again',
  ]);
  expect(await readDeliveries(database)).toEqual([failed]);
  expect(await retry()).toBe(1);
  expect(await readDeliveries(database)).toEqual([changed]);
  expect(await readStatuses(database)).toEqual(['verified']);
  expect(await retry()).toBe(0);
});

test('a change that was made late names the delivery that caused it', async () => {
  const { database, take, retry } = await openFailingDesk();
  await breakEvents(database, 1);
  await take(webhookBody('u-1', 1, green));
  await retry();
  const { rows } = await database.query(
    `select a.action, d.outcome, d.external_user_id from audit_trail a join deliveries d on d.id = a.delivery_id
     where a.subject_pseudonym = pseudonym('u-1')`,
  );
  expect(rows).toEqual([{ action: 'status-changed', outcome: 'changed', external_user_id: 'u-1' }]);
});

test('what happened later but was taken at once keeps its place behind what is taken up again', async () => {
  const { database, take, retry } = await openFailingDesk();
  await breakEvents(database, 1);
  await take(webhookBody('u-1', 1, green));
  await take(webhookBody('u-1', 2, redFinal));
  expect(await readStatuses(database)).toEqual(['not-verified']);
  await retry();
  expect(await readStatuses(database)).toEqual(['changed']);
});

test('whoever has to stop leaves the rest to the next time', async () => {
  const { database, take, retry } = await openFailingDesk();
  await breakEvents(database, 2);
  for (const externalUserId of ['u-1', 'u-2']) await take(webhookBody(externalUserId, 1, green));
  expect(await retry(AbortSignal.abort())).toBe(0);
  expect(await readDeliveries(database)).toEqual([failed, failed]);
  let asked = 0;
  const stopping = {
    get aborted() {
      return ++asked > 1;
    },
  } as AbortSignal;
  expect(await retry(stopping)).toBe(1);
  expect(await readDeliveries(database)).toEqual([changed, failed]);
});

test('nothing is written of them while the database is away', async () => {
  const { database, deskOn, take, errors } = await openFailingDesk();
  await breakEvents(database, 1);
  await take(webhookBody('u-1', 1, green));
  errors.length = 0;
  const readTried = async () => (await database.query('select tried_at from deliveries')).rows;
  const before = await readTried();
  const away = deskOn({ ...database, transaction: () => Promise.reject(new DatabaseUnavailable('away')) });
  await expect(away.retryFailed(new AbortController().signal)).rejects.toThrow(DatabaseUnavailable);
  expect([await readTried(), errors]).toEqual([before, []]);
});

test('one of somebody who was erased since is nobody’s any more', async () => {
  const { database, take, retry } = await openFailingDesk();
  await breakEvents(database, 1);
  await take(webhookBody('u-1', 1, green));
  await database.query(`insert into erasures (subject_pseudonym, erased_at) values (pseudonym('u-1'), now())`);
  expect(await retry()).toBe(1);
  const columns = 'outcome, reason, external_user_id, applicant_id, body_hash, event_key';
  expect((await database.query(`select ${columns} from deliveries`)).rows).toEqual([
    {
      outcome: 'ignored',
      reason: 'erased',
      external_user_id: null,
      applicant_id: null,
      body_hash: null,
      event_key: null,
    },
  ]);
});

test('one that failed again keeps whose it is', async () => {
  const { database, take, retry } = await openFailingDesk();
  await breakEvents(database, 2);
  await take(webhookBody('u-1', 1, green));
  await retry();
  expect((await database.query('select external_user_id from deliveries')).rows).toEqual([{ external_user_id: 'u-1' }]);
});
