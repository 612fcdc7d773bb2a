import { expect, test } from 'vitest';
import { dumpDatabase } from '#testing/dump-database';
import { createTestApp, deliver, enter, green, redFinal, webhookBody } from '#testing/test-app';
import { createTestDatabase } from '#testing/test-database';
import { writeAudit } from './audit-trail';

const database = await createTestDatabase();
await writeAudit(database, { action: 'signed-in', actor: 'person', externalUserId: 'u-1' });

test.each([
  ['changed', `update audit_trail set action = 'erased'`],
  ['changed to the same', 'update audit_trail set id = default'],
  ['deleted', 'delete from audit_trail'],
  ['emptied', 'truncate audit_trail'],
  ['emptied with everything that hangs on it', 'truncate audit_trail cascade'],
  [
    'overwritten by an insert',
    `insert into audit_trail overriding system value select * from audit_trail on conflict (id) do update set action = 'erased'`,
  ],
])('an entry cannot be %s', async (_, statement) => {
  await expect(database.query(statement)).rejects.toThrow(
    /append-only|generated always|can only be updated to DEFAULT/i,
  );
  const { rows } = await database.query('select action, actor from audit_trail');
  expect(rows).toEqual([{ action: 'signed-in', actor: 'person' }]);
});

test('what the retention job says opens the way to deleting, not to changing or emptying, and closes with its transaction', async () => {
  const saying = (statement: string) =>
    database.transaction(async client => {
      await client.query(`set local portico.enforces_retention = 'on'`);
      await client.query(statement);
    });
  await expect(saying(`update audit_trail set action = 'erased'`)).rejects.toThrow('append-only');
  await expect(saying('truncate audit_trail')).rejects.toThrow('append-only');
  await saying('delete from audit_trail where false');
  await expect(database.query('delete from audit_trail')).rejects.toThrow('append-only');
  await saying('delete from audit_trail');
  expect((await database.query('select from audit_trail')).rowCount).toBe(0);
});

test('an entry is undone with what it records', async () => {
  const undone = database.transaction(async client => {
    await writeAudit(client, { action: 'erased', actor: 'command', externalUserId: 'u-undone' });
    throw new Error('the work failed');
  });
  await expect(undone).rejects.toThrow('the work failed');
  expect((await database.query('select from audit_trail')).rowCount).toBe(0);
});

test('a person’s entries are found by their id, and none names them; another installation’s pseudonym is another', async () => {
  await writeAudit(database, { action: 'signed-in', actor: 'staff', actorId: 'staff-7', externalUserId: 'u-named' });
  const { rows } = await database.query<{ subject: string; actor: string }>(
    `select encode(subject_pseudonym, 'hex') as subject, encode(actor_pseudonym, 'hex') as actor
     from audit_trail where subject_pseudonym = pseudonym('u-named') and actor_pseudonym = pseudonym('staff-7')`,
  );
  expect(rows).toHaveLength(1);
  expect((await dumpDatabase(database)).filter(line => /u-named|staff-7/.test(line))).toEqual([]);
  const elsewhere = await createTestDatabase();
  await elsewhere.query('delete from installation; insert into installation default values');
  const other = await elsewhere.query<{ subject: string }>(`select encode(pseudonym('u-named'), 'hex') as subject`);
  expect(other.rows[0]?.subject).not.toBe(rows[0]?.subject);
});

test('every change of a verdict has an entry with what it became and the delivery that caused it', async () => {
  const testApp = await createTestApp();
  const { externalUserId } = await enter(testApp);
  await deliver(testApp.app, webhookBody(externalUserId, 1, green));
  await deliver(testApp.app, webhookBody(externalUserId, 2, redFinal));
  await deliver(testApp.app, webhookBody(externalUserId, 2, redFinal));
  const { rows } = await testApp.database.query(
    `select a.actor, a.detail->>'status' as status, (a.detail->>'revision')::int as revision, d.review_answer
     from audit_trail a join deliveries d on d.id = a.delivery_id
     where a.action = 'status-changed' and a.subject_pseudonym = pseudonym($1) order by a.id`,
    [externalUserId],
  );
  expect(rows).toEqual([
    { actor: 'provider', status: 'verified', revision: 1, review_answer: 'GREEN' },
    { actor: 'provider', status: 'changed', revision: 2, review_answer: 'RED' },
  ]);
});
