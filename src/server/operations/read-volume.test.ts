import { expect, test } from 'vitest';
import { createTestDatabase } from '#testing/test-database';
import { readVolume } from './read-volume';

const nothing = { hour: 0, day: 0, month: 0 };

test('says that there was nothing where there was nothing', async () => {
  const database = await createTestDatabase();
  const none = { since: null, peak: nothing, average: nothing };
  expect(await readVolume(database, new Date())).toEqual({ people: none, deliveries: none });
});

test('counts people once, at their first level, and every delivery, by the calendar in UTC', async () => {
  const database = await createTestDatabase();
  const people: [person: string, level: string, at: string][] = [
    ['u-1', 'basic', '2026-01-01T00:00:00Z'],
    ['u-2', 'basic', '2026-01-01T00:59:59Z'],
    ['u-3', 'basic', '2026-01-01T01:00:00Z'],
    ['u-4', 'basic', '2026-01-31T23:59:59+00:00'],
    ['u-5', 'basic', '2026-02-01T04:59:59+05:00'], // still January in UTC
    ['u-6', 'basic', '2026-02-01T00:00:00Z'],
    ['u-1', 'full', '2026-02-01T00:00:00Z'],
    ['portico-doctor-1', 'basic', '2026-01-01T00:00:00Z'],
  ];
  for (const row of people) {
    await database.query(
      'insert into verifications (external_user_id, level_name, created_at) values ($1, $2, $3)',
      row,
    );
  }
  await database.query(
    `insert into deliveries (outcome, received_at)
     select 'changed', timestamptz '2026-01-31T12:00:00Z' + n * interval '1 second' from generate_series(1, 90) n`,
  );
  const { people: persons, deliveries } = await readVolume(database, new Date('2026-03-02T00:00:00Z')); // 60 days later
  expect(persons).toEqual({
    since: new Date('2026-01-01T00:00:00Z'),
    peak: { hour: 2, day: 3, month: 5 },
    average: { hour: 6 / 60 / 24, day: 6 / 60, month: 3 },
  });
  expect(deliveries.peak).toEqual({ hour: 90, day: 90, month: 90 });
});

test('does not make much of the first minutes', async () => {
  const database = await createTestDatabase();
  await database.query(`insert into deliveries (outcome, received_at) values ('changed', '2026-01-01T00:00:00Z')`);
  const { deliveries } = await readVolume(database, new Date('2026-01-01T00:01:00Z'));
  expect(deliveries.average).toEqual({ hour: 1, day: 1, month: 1 });
});
