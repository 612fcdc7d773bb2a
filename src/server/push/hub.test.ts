import { expect, test } from 'vitest';
import { atTheEnd } from '#testing/at-the-end';
import { openDatabaseLine } from '#testing/database-line';
import { createTestDatabase } from '#testing/test-database';
import { createDatabase } from '../database/database';
import { silentLog } from '../log';
import { createHub } from './hub';

const database = await createTestDatabase();

async function insert(externalUserId: string): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `insert into verifications (external_user_id, level_name) values ($1, 'basic') returning id`,
    [externalUserId],
  );
  return rows[0]?.id ?? '';
}

test('tells a change that nobody announced, without being asked', async () => {
  const id = await insert('u-unannounced');
  const hub = await createHub(database, silentLog);
  atTheEnd(() => hub.close());
  const revisions: number[] = [];
  hub.subscribe(id, row => revisions.push(row.revision));
  await database.query('update verifications set revision = 7 where id = $1', [id]);
  await expect.poll(() => revisions, { timeout: 20_000 }).toContain(7);
});

test('reads only what has changed while ten thousand are followed', async () => {
  await database.query(
    `insert into verifications (external_user_id, level_name) select 'many-' || n, 'basic' from generate_series(1, 10000) n`,
  );
  const { rows } = await database.query<{ id: string }>(
    `select id from verifications where external_user_id like 'many-%'`,
  );
  const reads: number[] = [];
  const counting = {
    ...database,
    query: ((text: string, values?: unknown[]) => {
      if (Array.isArray(values?.[0])) reads.push(values[0].length);
      return database.query(text, values);
    }) as typeof database.query,
  };
  const hub = await createHub(counting, silentLog);
  atTheEnd(() => hub.close());
  const told: string[] = [];
  for (const { id } of rows) hub.subscribe(id, row => told.push(row.id));
  const changed = rows.slice(0, 3).map(row => row.id);
  // What transactions of other databases on this server have held back comes again until they have ended.
  await expect
    .poll(
      async () => {
        told.length = 0;
        await hub.recheck();
        return told.length;
      },
      { timeout: 20_000 },
    )
    .toBe(0);
  reads.length = 0;
  await database.query('update verifications set revision = 1 where id = any($1)', [changed]);
  await hub.recheck();
  expect(new Set(told)).toEqual(new Set(changed));
  expect(Math.max(...reads)).toBeLessThanOrEqual(3);
});

test('tells what changed while the database was out of reach', async () => {
  const id = await insert('u-out-of-reach');
  const line = await openDatabaseLine(database.url);
  const distant = createDatabase(line.url, () => undefined, { connectTimeoutMs: 500, answerTimeoutMs: 500 });
  const hub = await createHub(distant, silentLog);
  atTheEnd(async () => {
    await hub.close();
    await distant.close();
  });
  const revisions: number[] = [];
  hub.subscribe(id, row => revisions.push(row.revision));
  line.cut();
  await database.query(`update verifications set revision = 9 where id = $1`, [id]);
  line.mend();
  await expect.poll(() => revisions, { timeout: 20_000 }).toContain(9);
});
