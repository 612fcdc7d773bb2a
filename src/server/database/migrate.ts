import pg from 'pg';
import { type Database, rethrowDatabaseError } from './database';

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true });

/** Any constant: whoever holds it is the one process that migrates. */
const migrationLock = 4_172_001;

/** Names of all migrations in the order in which they run. */
export function readMigrationNames(): string[] {
  return Object.keys(files)
    .map(path => path.slice(path.lastIndexOf('/') + 1))
    .sort();
}

/**
 * Brings the schema up to date, each file once and in order of its name. Safe to call from any number of processes: one
 * migrates, for as long as it takes, and the others wait for it.
 */
export async function migrate(database: Pick<Database, 'url'>): Promise<void> {
  const migrations = Object.entries(files)
    .map(([path, sql]) => ({ name: path.slice(path.lastIndexOf('/') + 1), sql }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  // A connection of its own, since those of the pool give up on a statement after seconds.
  const client = new pg.Client({ connectionString: database.url, keepAlive: true, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // the statement under way fails as well
  try {
    await client.connect();
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    await client.query(
      'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string }>('select name from migrations');
    const applied = new Set(rows.map(row => row.name));
    for (const { name, sql } of migrations) {
      if (applied.has(name)) continue;
      await client.query(sql);
      await client.query('insert into migrations (name) values ($1)', [name]);
    }
    await client.query('commit');
  } catch (error) {
    rethrowDatabaseError(error);
  } finally {
    await client.end().catch(() => undefined); // whatever ended it has been said
  }
}
