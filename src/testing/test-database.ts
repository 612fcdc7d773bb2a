import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabase, type Database } from '#server/database/database';
import { atTheEnd } from './at-the-end';

/** A migrated database of this test file's own, on the run's real PostgreSQL. */
export async function createTestDatabase(): Promise<Database> {
  const templateUrl = inject('templateUrl');
  const template = new URL(templateUrl).pathname.slice(1);
  const name = `portico_test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: templateUrl.replace(`/${template}`, '/postgres') });
  await admin.connect();
  await admin.query(`create database ${name} template ${template}`);
  const database = createDatabase(templateUrl.replace(`/${template}`, `/${name}`));
  atTheEnd(async () => {
    await database.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });
  return database;
}
