import { expect, test, vi } from 'vitest';
import type { Database } from '#server/database/database';
import { silentLog } from '#server/log';
import { createTestApp, deliver, enter, green, readStatus, redFinal, webhookBody } from '#testing/test-app';
import { createTestDatabase } from '#testing/test-database';
import { createDeliveryDesk } from './take-delivery';

const testApp = await createTestApp();
const { app, database } = testApp;
const desk = createDeliveryDesk({ database, log: silentLog, environment: 'sandbox' });
const retry = () => desk.retryFailed(new AbortController().signal);

/** From now on `times` events cannot be written. A sequence counts them, since it does not go back with a transaction. */
async function breakEvents(database: Database, times: number): Promise<void> {
  await database.query(`
    drop sequence if exists broken_events cascade;
    create sequence broken_events;
    create or replace function break_event() returns trigger language plpgsql as $$
    begin
      if nextval('broken_events') <= ${times} then raise exception 'planted-%', new.external_user_id using errcode = 'XX001'; end if;
      return new;
    end $$;
    create or replace trigger break_events before insert on events for each row execute function break_event();
  `);
}

async function readDeliveries(externalUserId: string): Promise<unknown[]> {
  const { rows } = await database.query(
    'select outcome, reason from deliveries where external_user_id = $1 order by id',
    [externalUserId],
  );
  return rows;
}

test('what our own code failed on is kept, answered 200 and taken up again from what was kept', async () => {
  const person = await enter(testApp);
  await breakEvents(database, 2);
  expect((await deliver(app, webhookBody(person.externalUserId, 1, green))).status).toBe(200);
  expect(await readDeliveries(person.externalUserId)).toEqual([{ outcome: 'failed', reason: 'XX001' }]);
  expect(await readStatus(app, person.cookie)).toMatchObject({ status: 'not-started', revision: 0 });

  expect(await retry()).toBe(0);
  expect(await readDeliveries(person.externalUserId)).toEqual([{ outcome: 'failed', reason: 'XX001' }]);
  expect(await retry()).toBe(1);
  expect(await readDeliveries(person.externalUserId)).toEqual([{ outcome: 'changed', reason: null }]);
  expect(await readStatus(app, person.cookie)).toMatchObject({ status: 'verified', revision: 1 });
  expect(await retry()).toBe(0);
});

test('a change that was made late names the delivery that caused it', async () => {
  const person = await enter(testApp);
  await breakEvents(database, 1);
  await deliver(app, webhookBody(person.externalUserId, 1, green));
  await retry();
  const { rows } = await database.query(
    `select d.outcome, d.external_user_id from audit_trail a join deliveries d on d.id = a.delivery_id
     where a.action = 'status-changed' and a.subject_pseudonym = pseudonym($1)`,
    [person.externalUserId],
  );
  expect(rows).toEqual([{ outcome: 'changed', external_user_id: person.externalUserId }]);
});

test('what happened later but was taken at once keeps its place before what is taken up again', async () => {
  const person = await enter(testApp);
  await breakEvents(database, 1);
  await deliver(app, webhookBody(person.externalUserId, 1, green));
  await deliver(app, webhookBody(person.externalUserId, 2, redFinal));
  expect(await readStatus(app, person.cookie)).toMatchObject({ status: 'not-verified' });
  await retry();
  expect(await readStatus(app, person.cookie)).toMatchObject({ status: 'changed', remedy: 'contact' });
});

test('more of them than are read at once are all taken up in one go, and one that fails again stops none', async () => {
  await breakEvents(database, 231);
  const people = Array.from({ length: 230 }, (_, number) => `u-many-${number}`);
  for (const externalUserId of people) await deliver(app, webhookBody(externalUserId, 1, green));
  expect(await retry()).toBe(229);
  expect(await retry()).toBe(1);
  const { rows } = await database.query(
    `select count(*)::int as verified from verifications where external_user_id like 'u-many-%' and status = 'verified'`,
  );
  expect(rows).toEqual([{ verified: 230 }]);
});

test('what failed before a start is taken up by the job of the app that starts', async () => {
  const database = await createTestDatabase();
  const desk = createDeliveryDesk({ database, log: silentLog, environment: 'sandbox' });
  await breakEvents(database, 1);
  await desk.take(new TextEncoder().encode(webhookBody('u-job', 1, green)));
  await createTestApp({ database });
  await vi.waitFor(async () => {
    const { rows } = await database.query('select outcome from deliveries');
    expect(rows).toEqual([{ outcome: 'changed' }]);
  });
});
