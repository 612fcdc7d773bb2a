import pg from 'pg';
import { expect, test } from 'vitest';
import { atTheEnd } from '#testing/at-the-end';
import { openDatabaseLine } from '#testing/database-line';
import { createTestDatabase } from '#testing/test-database';
import { silentLog } from '../log';
import { type Changed, hearAnnouncements } from './announcements';

const database = await createTestDatabase();

async function hear(url = database.url) {
  const heard: Changed[] = [];
  const announcements = await hearAnnouncements({ url, log: silentLog }, changed => heard.push(changed));
  atTheEnd(() => announcements.close());
  heard.length = 0; // everything counts as changed at first
  return { heard, look: announcements.look };
}

async function insert(name: string): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `insert into verifications (external_user_id, level_name) values ($1, 'basic') returning id`,
    [name],
  );
  return rows[0]?.id ?? '';
}

const change = 'update verifications set revision = revision + 1 where id = $1';

/** Until transactions of other databases on this server have ended, which make what was before them come again. */
async function settle({ heard, look }: Pick<Awaited<ReturnType<typeof hear>>, 'heard' | 'look'>): Promise<void> {
  await expect
    .poll(
      async () => {
        heard.length = 0;
        await look();
        return heard;
      },
      { timeout: 20_000 },
    )
    .toEqual([]);
}

test('finds a change whose announcement was lost, once', async () => {
  const [changed, untouched] = [await insert('changed'), await insert('untouched')];
  const { heard, look } = await hear();
  await settle({ heard, look });
  await database.query(change, [changed]);
  await look();
  expect(heard.flat()).toContain(changed);
  expect(heard.flat()).not.toContain(untouched);
});

test('finds a change of a transaction that was open at an earlier look and had an older number than others', async () => {
  const [early, late] = [await insert('early'), await insert('late')];
  const { heard, look } = await hear();
  await settle({ heard, look });
  const slow = new pg.Client({ connectionString: database.url });
  await slow.connect();
  await slow.query('begin');
  await slow.query(change, [early]);
  await database.query(change, [late]);
  await look();
  expect(heard.flat()).toContain(late);
  expect(heard.flat()).not.toContain(early);
  heard.length = 0;
  await slow.query('commit');
  await slow.end();
  await look();
  expect(heard.flat()).toContain(early);
});

test('gives up on single changes where there are thousands', async () => {
  const { heard, look } = await hear();
  await database.query(
    `insert into verifications (external_user_id, level_name) select 'crowd-' || n, 'basic' from generate_series(1, 2000) n`,
  );
  await look();
  expect(heard).toEqual(['everything']);
});

test.each(['cut', 'terminated'] as const)(
  'connects again after it was %s, and counts everything as changed',
  async how => {
    const line = await openDatabaseLine(database.url);
    const { heard } = await hear(line.url);
    if (how === 'cut') {
      line.cut();
      line.mend();
    } else {
      await database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%pg_snapshot_xmin%' and pid <> pg_backend_pid()`,
      );
    }
    await expect.poll(() => heard, { timeout: 20_000 }).toContain('everything');
  },
);

test('notices that a line has gone silent, and comes back over a new one', async () => {
  const line = await openDatabaseLine(database.url);
  const { heard, look } = await hear(line.url);
  line.stall();
  await expect(look()).rejects.toThrow('timeout');
  line.cut();
  line.mend();
  await expect.poll(() => heard, { timeout: 20_000 }).toContain('everything');
});
