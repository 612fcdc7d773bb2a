import { expect, test } from 'vitest';
import { openDatabaseLine } from '#testing/database-line';
import { createTestDatabase } from '#testing/test-database';
import { createDatabase, type DatabaseLimits, DatabaseUnavailable } from './database';
import { migrate, readMigrationNames } from './migrate';
import { createReadiness } from './readiness';

async function createDistant(limits: Partial<DatabaseLimits>) {
  const { url } = await createTestDatabase();
  const line = await openDatabaseLine(url);
  return { line, database: createDatabase(line.url, () => undefined, limits) };
}

test('survives the loss of a connection in the middle of a transaction', async () => {
  const database = await createTestDatabase();
  const lost = database.transaction(async client => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    await database.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await client.query('select 1');
  });
  await expect(lost).rejects.toBeInstanceOf(DatabaseUnavailable);
  expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('survives the loss of a connection that a transaction is not using at the moment', async () => {
  const { line, database } = await createDistant({});
  const lost = database.transaction(async () => {
    line.cut();
    await new Promise(resolve => setImmediate(resolve));
    line.mend();
  });
  await expect(lost).rejects.toBeInstanceOf(DatabaseUnavailable);
  expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await database.close();
});

test('rolls back what failed for a reason of its own, and says so', async () => {
  const database = await createTestDatabase();
  await database.query('create table notes (number integer primary key)');
  const failing = database.transaction(async client => {
    await client.query('insert into notes values (1)');
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect((await database.query('select * from notes')).rows).toEqual([]);
});

test('refuses at once whoever would wait behind too many others', async () => {
  const { url } = await createTestDatabase();
  const database = createDatabase(url, () => undefined, { connections: 1, maxWaiting: 2 });
  let release: () => void = () => undefined;
  let begun: () => void = () => undefined;
  const hasBegun = new Promise<void>(resolve => {
    begun = resolve;
  });
  const holding = database.transaction(
    () =>
      new Promise<void>(resolve => {
        release = resolve;
        begun();
      }),
  );
  await hasBegun;
  const waiting = [database.query('select 1'), database.query('select 1')];
  await expect(database.query('select 1')).rejects.toBeInstanceOf(DatabaseUnavailable);
  await expect(database.transaction(async () => undefined)).rejects.toBeInstanceOf(DatabaseUnavailable);
  release();
  await holding;
  expect(await Promise.all(waiting)).toHaveLength(2);
  await database.close();
});

test('gives up on a server that has gone silent, also within a transaction', async () => {
  const { line, database } = await createDistant({ answerTimeoutMs: 200, connectTimeoutMs: 200 });
  const inTransaction = database.transaction(async client => {
    line.stall();
    await client.query('select 1');
  });
  await expect(inTransaction).rejects.toBeInstanceOf(DatabaseUnavailable);
  await expect(database.query('select 1')).rejects.toBeInstanceOf(DatabaseUnavailable);
  line.mend();
  await expect
    .poll(
      () =>
        database.query('select 1').then(
          () => true,
          () => false,
        ),
      { timeout: 20_000 },
    )
    .toBe(true);
  await database.close();
});

test('is ready only while the database answers within the patience, however often it is asked', async () => {
  let answer: () => void = () => undefined;
  let questions = 0;
  const readiness = createReadiness(
    {
      query: (() => {
        questions += 1;
        return new Promise<void>(resolve => {
          answer = resolve;
        });
      }) as never,
    },
    1,
  );
  expect(await Promise.all(Array.from({ length: 50 }, () => readiness.isReady()))).toEqual(Array(50).fill(false));
  expect(questions).toBe(1);
  const later = readiness.isReady();
  answer();
  expect(await later).toBe(true);
});

test('is not ready any more once the process is about to stop', async () => {
  const readiness = createReadiness(await createTestDatabase());
  expect(await readiness.isReady()).toBe(true);
  readiness.leave();
  expect(await readiness.isReady()).toBe(false);
});

test('applies each migration once when five start at the same moment on an empty database', async () => {
  const database = await createTestDatabase();
  await database.query('drop schema public cascade');
  await database.query('create schema public');
  await Promise.all(Array.from({ length: 5 }, () => migrate(database)));
  const { rows } = await database.query<{ name: string }>('select name from migrations order by name');
  expect(rows.map(row => row.name)).toEqual(readMigrationNames());
  expect((await database.query('select count(*)::int as salts from installation')).rows).toEqual([{ salts: 1 }]);
});
