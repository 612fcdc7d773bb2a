import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { atTheEnd } from '#testing/at-the-end';
import { removeDataDir } from '#testing/remove-data-dir';
import { openDatabase } from './open-database';

const patient = { timeout: 30_000 };

test('begins anew, with its tables, when the folder is deleted while it is in use', async () => {
  const dataDir = join(await mkdtemp(join(tmpdir(), 'portico-open-')), 'data');
  const database = await openDatabase({ kind: 'private', dataDir });
  atTheEnd(async () => {
    await database.close();
    await removeDataDir(dataDir);
  });
  const count = () => database.query('select count(*)::int as people from verifications').then(({ rows }) => rows[0]);
  await database.query(`insert into verifications (external_user_id, level_name) values ('u-1', 'a-level')`);
  expect(await count()).toEqual({ people: 1 });

  const pid = Number.parseInt(await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10);
  await removeDataDir(dataDir);
  process.kill(pid, 'SIGKILL'); // as it does by itself within a minute
  await expect.poll(() => count().catch(() => undefined), patient).toEqual({ people: 0 });
});
