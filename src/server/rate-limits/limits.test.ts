import { describe, expect, test } from 'vitest';
import { createTestDatabase } from '#testing/test-database';
import type { Database } from '../database/database';
import { createDatabase } from '../database/database';
import { silentLog } from '../log';
import { createLimits, type LimitName, type Limits, thisMachine } from './limits';

const database = await createTestDatabase();
const open = (on: Database = database, options: { secret?: string; maxKeysInMemory?: number } = {}) =>
  createLimits({ database: on, secret: 'a-session-secret-for-tests', log: silentLog, ...options });

async function use(limits: Limits, name: LimitName, caller: string, times: number): Promise<number> {
  let within = 0;
  for (let count = 0; count < times; count += 1) if (await limits.isWithin(name, caller)) within += 1;
  return within;
}

/** The database, with every query counted, and cut off from the server at will. */
function watch() {
  const own = createDatabase(database.url);
  const seen = { queries: 0, isAway: false };
  const query = own.pool.query.bind(own.pool);
  own.pool.query = ((...args: Parameters<typeof query>) => {
    seen.queries += 1;
    if (seen.isAway) return Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    return query(...args);
  }) as typeof own.pool.query;
  return { own, seen };
}

test('refuses the try after the last, and says when to come back', async () => {
  const limits = open();
  expect(await use(limits, 'reveal', 'a', 10)).toBe(10);
  await expect(limits.consume('reveal', 'a')).rejects.toMatchObject({
    code: 'rate-limited',
    headers: { 'retry-after': expect.stringMatching(/^(600|5\d\d)$/) },
  });
  expect(await limits.isWithin('reveal', 'b')).toBe(true);
  expect(await limits.isWithin('check', 'a')).toBe(true);
});

test('counts together what two processes see', async () => {
  const [here, there] = [open(), open()];
  expect(await use(here, 'reveal', 'both', 6)).toBe(6);
  expect(await use(there, 'reveal', 'both', 6)).toBe(4);
  expect(await use(here, 'reveal', 'both', 1)).toBe(0);
});

test('lets exactly as many through as it should when they come at once', async () => {
  const limits = [open(), open()];
  const tries = Array.from({ length: 60 }, (_, index) => limits[index % 2]?.isWithin('reveal', 'at-once'));
  expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(10);
});

test('asks the database nothing more about a caller who is over the limit', async () => {
  const { own, seen } = watch();
  const limits = open(own);
  await use(limits, 'reveal', 'flood', 11);
  const { queries } = seen;
  expect(await use(limits, 'reveal', 'flood', 500)).toBe(0);
  expect(seen.queries).toBe(queries);
  await own.close();
});

test('counts by itself while the database is away, and together again afterwards', async () => {
  const { own, seen } = watch();
  const limits = open(own);
  expect(await use(limits, 'reveal', 'away', 3)).toBe(3);
  seen.isAway = true;
  expect(await use(limits, 'reveal', 'away', 20)).toBe(10);
  seen.isAway = false;
  expect(await use(limits, 'reveal', 'away', 20)).toBe(7);
  await own.close();
});

test('asks the database only so much at once, however many addresses a flood comes from, and counts by itself beyond', async () => {
  const own = createDatabase(database.url);
  const waiting: (() => void)[] = [];
  const query = own.pool.query.bind(own.pool);
  own.pool.query = ((...args: Parameters<typeof query>) =>
    new Promise((resolve, reject) => {
      waiting.push(() => void Promise.resolve(query(...args)).then(resolve, reject));
    })) as unknown as typeof own.pool.query;
  const limits = open(own);
  const flood = Array.from({ length: 500 }, (_, number) => limits.isWithin('reveal', `address-${number}`));
  const [answered] = await Promise.all([Promise.race(flood), use(limits, 'reveal', 'one more', 11)]);
  expect([answered, waiting.length]).toEqual([true, 64]);
  expect(await limits.isWithin('reveal', 'one more')).toBe(false);
  for (const go of waiting) go();
  await Promise.all(flood);
  expect(waiting).toHaveLength(64);
});

test('keeps a bounded number of callers in memory while the database is away', async () => {
  const { own, seen } = watch();
  const limits = open(own, { maxKeysInMemory: 50 });
  seen.isAway = true;
  let within = 0;
  for (let caller = 0; caller < 500; caller += 1) within += await use(limits, 'check', `address-${caller}`, 6);
  expect(within).toBe(50 * 6); // so many counters, which all of them share
  await own.close();
});

test('keeps a bounded number of blocked callers in memory, and blocks the forgotten ones again', async () => {
  const { own, seen } = watch();
  const limits = open(own, { maxKeysInMemory: 8 });
  await use(limits, 'check', 'the-first', 6);
  const { queries } = seen;
  expect(await use(limits, 'check', 'the-first', 5)).toBe(0);
  expect(seen.queries).toBe(queries);
  for (let caller = 0; caller < 7; caller += 1) await use(limits, 'check', `another-${caller}`, 6);
  const { queries: later } = seen;
  expect(await use(limits, 'check', 'the-first', 5)).toBe(0);
  expect(seen.queries).toBe(later + 1);
  await own.close();
});

test('locks nobody out for longer than the limit lasts after a clock that was ahead', async () => {
  const limits = open();
  await use(limits, 'reveal', 'ahead', 11);
  await database.query('update rate_limits set expire = expire + $1', [400 * 24 * 3600 * 1000]);
  const fresh = open();
  expect(await use(fresh, 'reveal', 'ahead', 20)).toBe(10);
  await expect(fresh.consume('reveal', 'ahead')).rejects.toMatchObject({
    headers: { 'retry-after': expect.stringMatching(/^(600|5\d\d)$/) },
  });
});

test('gives this machine more room, and still an end of it', async () => {
  const limits = open();
  await database.query(`insert into rate_limits values ('reveal-here:here', 9998, $1)`, [Date.now() + 60_000]);
  expect(await limits.isWithin('reveal', thisMachine)).toBe(true);
  expect(await limits.isWithin('reveal', thisMachine)).toBe(true);
  expect(await limits.isWithin('reveal', thisMachine)).toBe(false);
});

test('does not count somebody who is nobody', async () => {
  const limits = open();
  for (let count = 0; count < 20; count += 1) expect(await limits.isWithin('reveal', undefined)).toBe(true);
});

describe('what is stored', () => {
  test('names no address and no person, and takes any text for a key', async () => {
    const limits = open();
    for (const key of ['203.0.113.7', 'u-17', 'x'.repeat(1000), 'a\u0000b', `'; drop table sessions; --`]) {
      await limits.consume('refused-entry', key);
    }
    const { rows } = await database.query<{ key: string }>('select key from rate_limits');
    expect(rows.length).toBeGreaterThan(5);
    for (const { key } of rows) expect(key).toMatch(/^[a-z-]+:([0-9a-f]{32}|here)$/);
  });

  test('is another key in another installation', async () => {
    await database.query('delete from rate_limits');
    await open().consume('reveal', 'same');
    await open(database, { secret: 'another-session-secret' }).consume('reveal', 'same');
    expect((await database.query('select key from rate_limits')).rows).toHaveLength(2);
  });

  test('is forgotten when its time is over', async () => {
    const limits = open();
    await database.query('delete from rate_limits');
    await limits.consume('reveal', 'old');
    await database.query('update rate_limits set expire = $1', [Date.now() - 1]);
    await limits.consume('reveal', 'new');
    await limits.purge();
    expect((await database.query('select key from rate_limits')).rows).toHaveLength(1);
  });
});
