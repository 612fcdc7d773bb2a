import { expect, test } from 'vitest';
import { createTestDatabase } from '#testing/test-database';
import { silentLog } from '../log';
import { createJobs } from './jobs';

const database = await createTestDatabase();
const hour = 3_600_000;

test('a job runs at once when its channel is notified, and once more when that happens while it runs', async () => {
  const ends: (() => void)[] = [];
  const run = () => new Promise<void>(resolve => ends.push(resolve));
  const jobs = createJobs({
    database,
    log: silentLog,
    jobs: [
      { name: 'woken', everyMs: hour, wakeOn: 'test_wake', run },
      { name: 'another', everyMs: hour, run: async () => undefined },
    ],
  });
  const notify = () => database.query(`select pg_notify('test_wake', '')`);
  const waitForRun = (count: number) => expect.poll(() => ends.length, { timeout: 10_000 }).toBe(count);
  await jobs.stand();
  await waitForRun(1);
  ends[0]?.();
  await notify();
  await waitForRun(2);
  await notify();
  ends[1]?.();
  await waitForRun(3);
  ends[2]?.();
  await jobs.close();
});
