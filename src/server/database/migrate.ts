import type { Database } from './database';

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true });

/** Any constant: whoever holds it is the one process that migrates. */
const migrationLock = 4_172_001;

/** Brings the schema up to date, each file once and in order of its name. Safe to call from any number of processes. */
export async function migrate(database: Database): Promise<void> {
  const migrations = Object.entries(files)
    .map(([path, sql]) => ({ name: path.slice(path.lastIndexOf('/') + 1), sql }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  await database.transaction(async client => {
    await client.query('set local statement_timeout = 0');
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
  });
}
