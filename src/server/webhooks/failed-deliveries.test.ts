import { expect, test, vi } from 'vitest';
import { createTestApp, deliver, green, redFinal, webhookBody } from '#testing/test-app';
import { createTestDatabase } from '#testing/test-database';
import { type Database, DatabaseUnavailable } from '../database/database';
import { silentLog } from '../log';
import { createDeliveryDesk } from './take-delivery';

const failed = { outcome: 'failed', reason: 'XX001' };
const changed = { outcome: 'changed', reason: null };

/** Without an app, whose job would take up what fails by itself. */
async function openDesk() {
  const database = await createTestDatabase();
  const errors: unknown[] = [];
  const log = { ...silentLog, error: (...line: unknown[]) => void errors.push(line) };
  const deskOn = (used: Database) => createDeliveryDesk({ database: used, log, environment: 'sandbox' });
  const desk = deskOn(database);
  return {
    database,
    errors,
    deskOn,
    take: (body: string) => desk.take(new TextEncoder().encode(body)),
    retry: (signal = new AbortController().signal) => desk.retryFailed(signal),
  };
}

/** From now on `times` events cannot be written. A sequence counts them, since it does not go back with a transaction. */
async function breakEvents(database: Database, times: number): Promise<void> {
  await database.query(`
    create sequence broken_events;
    create function break_event() returns trigger language plpgsql as $$
    begin
      if nextval('broken_events') <= ${times} then raise exception 'planted-%', new.external_user_id using errcode = 'XX001'; end if;
      return new;
    end $$;
    create trigger break_events before insert on events for each row execute function break_event();
  `);
}

async function readDeliveries(database: Database): Promise<unknown[]> {
  return (await database.query('select outcome, reason from deliveries order by id')).rows;
}

async function readStatuses(database: Database): Promise<unknown[]> {
  return (await database.query<{ status: string }>('select status from verifications')).rows.map(row => row.status);
}

test('what our own code failed on is kept, and taken up again from what was kept', async () => {
  const { database, take, retry, errors } = await openDesk();
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
  const { database, take, retry } = await openDesk();
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
  const { database, take, retry } = await openDesk();
  await breakEvents(database, 1);
  await take(webhookBody('u-1', 1, green));
  await take(webhookBody('u-1', 2, redFinal));
  expect(await readStatuses(database)).toEqual(['not-verified']);
  await retry();
  expect(await readStatuses(database)).toEqual(['changed']);
});

test('more of them than are read at once are all taken up in one go, and one that fails again stops none', async () => {
  const { database, take, retry } = await openDesk();
  await breakEvents(database, 231);
  for (let number = 0; number < 230; number += 1) await take(webhookBody(`u-${number}`, 1, green));
  expect(await retry()).toBe(229);
  expect(await retry()).toBe(1);
  expect(await readStatuses(database)).toEqual(Array.from({ length: 230 }, () => 'verified'));
});

test('whoever has to stop leaves the rest to the next time', async () => {
  const { database, take, retry } = await openDesk();
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
  const { database, deskOn, take, errors } = await openDesk();
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
  const { database, take, retry } = await openDesk();
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
  const { database, take, retry } = await openDesk();
  await breakEvents(database, 2);
  await take(webhookBody('u-1', 1, green));
  await retry();
  expect((await database.query('select external_user_id from deliveries')).rows).toEqual([{ external_user_id: 'u-1' }]);
});

test('one that failed a moment ago is taken up, too', async () => {
  const { database, take, retry } = await openDesk();
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
  const { database, take } = await openDesk();
  await breakEvents(database, 1);
  await take(webhookBody('u-1', 1, green));
  await createTestApp({ database });
  await vi.waitFor(async () => expect(await readDeliveries(database)).toEqual([changed]), { timeout: 20_000 });
});
