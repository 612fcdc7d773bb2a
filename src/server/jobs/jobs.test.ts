import { type ChildProcess, spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { atTheEnd } from '#testing/at-the-end';
import { openDatabaseLine } from '#testing/database-line';
import { createTestDatabase } from '#testing/test-database';
import { silentLog } from '../log';
import { createJobs, type Job, type Jobs, type LeadTimes } from './jobs';

/** A slow machine is silent for longer than this; only for tests that are about silence. */
const hasty: LeadTimes = { standIntervalMs: 50, pingIntervalMs: 100, silenceMs: 600 };
const calm: LeadTimes = { standIntervalMs: 50, pingIntervalMs: 30_000, silenceMs: 120_000 };
const patient = { timeout: 30_000 };

function openCandidate(url: string, times: LeadTimes, jobs: readonly Job[] = []): Jobs {
  const candidate = createJobs({ database: { url }, log: silentLog, jobs, times });
  atTheEnd(() => candidate.close());
  return candidate;
}

async function createCandidate(url: string, jobs: readonly Job[] = []): Promise<Jobs> {
  const candidate = openCandidate(url, calm, jobs);
  await candidate.stand();
  return candidate;
}

test('gives the lead to one of many', async () => {
  const { url } = await createTestDatabase();
  const candidates = await Promise.all(Array.from({ length: 5 }, () => createCandidate(url)));
  expect(candidates.filter(candidate => candidate.isHere())).toHaveLength(1);
});

test('hands the lead over when the leader stops, but not before its job has ended', async () => {
  const { url } = await createTestDatabase();
  let endJob: () => void = () => undefined;
  let wasAborted = false;
  const leader = await createCandidate(url, [
    {
      name: 'long',
      everyMs: 60_000,
      run: signal =>
        new Promise<void>(resolve => {
          signal.addEventListener('abort', () => {
            wasAborted = true;
          });
          endJob = resolve;
        }),
    },
  ]);
  const next = await createCandidate(url);
  const closed = leader.close();
  await next.stand();
  expect({ wasAborted, isNextHere: next.isHere() }).toEqual({ wasAborted: true, isNextHere: false });
  endJob();
  await closed;
  await expect.poll(() => next.isHere(), patient).toBe(true);
});

test('runs the jobs elsewhere when PostgreSQL ends the leader’s connection', async () => {
  const database = await createTestDatabase();
  const leader = await createCandidate(database.url);
  const next = await createCandidate(database.url);
  await database.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())`);
  await expect.poll(() => [leader, next].filter(candidate => candidate.isHere()).length, patient).toBe(1);
});

test('stops by itself when its line goes silent, before another one leads', async () => {
  const database = await createTestDatabase();
  const line = await openDatabaseLine(database.url);
  const leader = openCandidate(line.url, hasty);
  await expect.poll(() => leader.isHere(), patient).toBe(true);
  const next = openCandidate(database.url, hasty);
  line.stall();
  await expect.poll(() => next.isHere(), { ...patient, interval: 5 }).toBe(true);
  expect(leader.isHere()).toBe(false);
});

test('begins a job that failed again, and says nothing of one that was asked to stop', async () => {
  const { url } = await createTestDatabase();
  let runs = 0;
  const leader = await createCandidate(url, [
    {
      name: 'failing',
      everyMs: 10,
      run() {
        runs += 1;
        throw new Error('no luck');
      },
    },
  ]);
  await expect.poll(() => runs, patient).toBeGreaterThan(2);
  await leader.close();
  const atClose = runs;
  await createCandidate(url);
  expect(runs).toBe(atClose);
});

async function createProcesses(times: LeadTimes) {
  const database = await createTestDatabase();
  await database.query('create table job_runs (id bigint generated always as identity, process text not null)');
  const children: ChildProcess[] = [];
  atTheEnd(() => {
    for (const child of children) child.kill('SIGKILL');
  });
  const runsOf = async (name: string) => {
    const { rows } = await database.query<{ count: number }>(
      'select count(*)::int as count from job_runs where process = $1',
      [name],
    );
    return rows[0]?.count ?? 0;
  };
  return {
    runsOf,
    async start(name: string): Promise<ChildProcess> {
      const args = ['--import', 'tsx', 'src/testing/processes/run-jobs.ts', database.url, name, JSON.stringify(times)];
      const child = spawn(process.execPath, args, { stdio: 'inherit' });
      children.push(child);
      return child;
    },
  };
}

test('runs the jobs elsewhere after a kill of the process', async () => {
  const { start, runsOf } = await createProcesses(calm);
  const leader = await start('first');
  await expect.poll(() => runsOf('first'), patient).toBeGreaterThan(0);
  await start('second');
  leader.kill('SIGKILL');
  await expect.poll(() => runsOf('second'), patient).toBeGreaterThan(0);
});

test('runs the jobs elsewhere while a process is paused, which begins none when it goes on', async () => {
  const { start, runsOf } = await createProcesses({ ...calm, pingIntervalMs: 400, silenceMs: 2_500 });
  const leader = await start('first');
  await expect.poll(() => runsOf('first'), patient).toBeGreaterThan(0);
  await start('second');
  leader.kill('SIGSTOP');
  await expect.poll(() => runsOf('second'), patient).toBeGreaterThan(0);
  const whilePaused = await runsOf('first');
  leader.kill('SIGCONT');
  const before = await runsOf('second');
  await expect.poll(() => runsOf('second'), patient).toBeGreaterThan(before + 20);
  expect((await runsOf('first')) - whilePaused).toBeLessThanOrEqual(1); // what was under way when it was paused
});
