import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { createDatabase } from '#server/database/database';
import { migrate } from '#server/database/migrate';
import { startPrivatePostgres } from '#server/database/private-postgres';
import { removeDataDir } from './remove-data-dir';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the migrated template that every test file copies. */
    templateUrl: string;
  }
}

/** One database server per run: DATABASE_URL when it is given, otherwise a private one in a temporary folder. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.DATABASE_URL;
  const directory = external ? undefined : await mkdtemp(join(tmpdir(), 'portico-test-'));
  const postgres = directory ? await startPrivatePostgres(directory) : undefined;
  const adminUrl = external ?? postgres?.url ?? '';
  const template = `portico_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${template}`);

  const templateUrl = adminUrl.replace(/\/[^/?]+(\?|$)/, `/${template}$1`);
  const database = createDatabase(templateUrl);
  await migrate(database);
  await database.close();
  project.provide('templateUrl', templateUrl);

  return async () => {
    await admin.query(`drop database ${template} with (force)`);
    await admin.end();
    await postgres?.stop();
    if (directory) await removeDataDir(directory);
  };
}
