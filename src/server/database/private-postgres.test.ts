import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { atTheEnd } from '#testing/at-the-end';
import { removeDataDir } from '#testing/remove-data-dir';
import { startPrivatePostgres } from './private-postgres';

const folders: string[] = [];

async function newFolder(mode: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-private-'));
  await chmod(folder, mode);
  folders.push(folder);
  return join(folder, 'data');
}

async function run(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) {
    await removeDataDir(join(folder, 'data'));
    await rm(folder, { recursive: true, force: true });
  }
});

test('keeps its rows from one start to the next', async () => {
  const dataDir = await newFolder(0o755);
  const first = await startPrivatePostgres(dataDir);
  await run(first.url, 'create table notes as select 7 as number');
  await first.stop();
  await expect(run(first.url, 'select 1')).rejects.toThrow();

  const second = await startPrivatePostgres(dataDir);
  expect(second.adopted).toBe(false);
  expect(await run(second.url, 'select number from notes')).toEqual([{ number: 7 }]);
  await second.stop();
});

test('adopts a server that is still alive, and leaves it running while somebody uses it', async () => {
  const dataDir = await newFolder(0o755);
  const first = await startPrivatePostgres(dataDir);
  const second = await startPrivatePostgres(dataDir);
  expect(second.adopted).toBe(true);

  const user = new pg.Client({ connectionString: first.url });
  await user.connect();
  await second.stop();
  expect((await user.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await user.end();
  await first.stop();
  await expect(run(first.url, 'select 1')).rejects.toThrow();
});

test('runs one server when two processes start at the same moment', async () => {
  const dataDir = await newFolder(0o755);
  const [first, second] = await Promise.all([startPrivatePostgres(dataDir), startPrivatePostgres(dataDir)]);
  await run(first.url, 'create table shared as select 1 as one');
  expect(await run(second.url, 'select one from shared')).toEqual([{ one: 1 }]);
  await first.stop();
});

interface Held {
  child: ChildProcess;
  adopted: boolean;
  url: string;
}

/** A process of its own that holds the folder's server. */
async function holdElsewhere(dataDir: string): Promise<Held> {
  const child = fork('src/testing/processes/hold-private-postgres.ts', [dataDir], { execArgv: ['--import', 'tsx'] });
  atTheEnd(() => child.kill('SIGKILL'));
  const [{ adopted, url }] = (await once(child, 'message')) as [{ adopted: boolean; url: string }];
  return { child, adopted, url };
}

const readPid = (dataDir: string) => readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8');

test('outlives a kill of the process that started it, and is adopted by the next', async () => {
  const dataDir = await newFolder(0o755);
  const first = await holdElsewhere(dataDir);
  await run(first.url, 'create table notes as select 7 as number');
  const pid = await readPid(dataDir);
  const ended = once(first.child, 'exit');
  first.child.kill('SIGKILL');
  await ended;
  expect(await run(first.url, 'select number from notes')).toEqual([{ number: 7 }]);

  const second = await startPrivatePostgres(dataDir);
  expect({ adopted: second.adopted, pid: await readPid(dataDir) }).toEqual({ adopted: true, pid });
  await second.stop();
});

test('runs one server when four processes start at the same moment on a folder that has none', async () => {
  const dataDir = await newFolder(0o755);
  const held = await Promise.all(Array.from({ length: 4 }, () => holdElsewhere(dataDir)));
  await run(held[0]?.url ?? '', 'create table shared as select 1 as one');
  for (const { url } of held) expect(await run(url, 'select one from shared')).toEqual([{ one: 1 }]);
  const last = await startPrivatePostgres(dataDir);
  expect(last.adopted).toBe(true);
  await last.stop();
});

test('ends a server whose socket somebody deleted, and starts it again', async () => {
  const dataDir = await newFolder(0o755);
  const first = await startPrivatePostgres(dataDir);
  await run(first.url, 'create table notes as select 7 as number');
  const socketDir = new URL(first.url).searchParams.get('host') ?? '';
  await rm(join(socketDir, '.s.PGSQL.5432'));
  expect(await first.isAlive()).toBe(false);

  const second = await startPrivatePostgres(dataDir);
  expect(second.adopted).toBe(false);
  expect(await run(second.url, 'select number from notes')).toEqual([{ number: 7 }]);
  await second.stop();
});

test('runs for root in a folder that is closed to everybody else', async () => {
  const dataDir = await newFolder(0o700);
  const postgres = await startPrivatePostgres(dataDir);
  expect(await run(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await postgres.stop();
});

test.each([0o755, 0o700])('knows nothing any more once the data is deleted from a folder of mode %o', async mode => {
  const dataDir = await newFolder(mode);
  const first = await startPrivatePostgres(dataDir);
  await run(first.url, 'create table notes as select 7 as number');
  await first.stop();
  await rm(dataDir, { recursive: true });

  const second = await startPrivatePostgres(dataDir);
  expect(await run(second.url, `select to_regclass('notes') as notes`)).toEqual([{ notes: null }]);
  await second.stop();
});
