import { expect, test } from 'vitest';
import { createTestDatabase } from '#testing/test-database';
import { readVolume } from './read-volume';

test('says that there was nothing where there was nothing', async () => {
  const database = await createTestDatabase();
  expect(await readVolume(database)).toEqual({ hour: 0, day: 0, month: 0 });
});

test('counts people once, at their first level, by the calendar in UTC', async () => {
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
  expect(await readVolume(database)).toEqual({ hour: 2, day: 3, month: 5 });
});
