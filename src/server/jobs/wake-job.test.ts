import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '#testing/test-database';
import { silentLog } from '../log';
import { createJobs } from './jobs';

const database = await createTestDatabase();
const hour = 3_600_000;

test('a job runs at once when its channel is notified, and once more when that happens while it runs', async () => {
  let runs = 0;
  let end: () => void = () => undefined;
  const jobs = createJobs({
    database,
    log: silentLog,
    jobs: [
      {
        name: 'woken',
        everyMs: hour,
        wakeOn: 'test_wake',
        async run() {
          runs += 1;
          await new Promise<void>(resolve => {
            end = resolve;
          });
        },
      },
      { name: 'another', everyMs: hour, run: async () => undefined },
    ],
  });
  afterAll(async () => {
    end();
    await jobs.close();
  });
  const notify = () => database.query(`select pg_notify('test_wake', '')`);
  await jobs.stand();
  expect(runs).toBe(1);
  end();
  await notify();
  await expect.poll(() => runs).toBe(2);
  await notify();
  end();
  await expect.poll(() => runs).toBe(3);
});
