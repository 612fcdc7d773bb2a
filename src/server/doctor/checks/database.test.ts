import { expect, test } from 'vitest';
import { testConfig } from '#testing/test-app';
import { createTestDatabase } from '#testing/test-database';
import type { Database } from '../../database/database';
import { createExamination } from '../examination';
import { databaseIsReachable } from './database';

test.each([
  ['13.22', 130_022, 'fail'],
  ['14.0', 140_000, 'pass'],
] as const)('PostgreSQL %s (%i), by whether it has what the jobs need: %s', async (version, number, outcome) => {
  const query = async () => ({ rows: [{ version, number }] });
  const database = { ...(await createTestDatabase()), query } as unknown as Database;
  const examination = createExamination({
    ...{ config: testConfig(), complaints: [], unusable: new Set<string>(), variables: {}, browser: undefined },
    ...{ openDatabase: async () => database, fetch, now: Date.now, resolveTxt: async () => [] },
  });
  expect(await databaseIsReachable.run(examination)).toMatchObject({ outcome });
});
