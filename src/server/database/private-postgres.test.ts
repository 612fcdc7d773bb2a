import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
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

test('runs for root in a folder that is closed to everybody else', async () => {
  const dataDir = await newFolder(0o700);
  const postgres = await startPrivatePostgres(dataDir);
  expect(await run(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await postgres.stop();
});
