import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { readMigrationNames } from '../../database/migrate';
import { type Check, fail, pass } from '../check';
import { describeFailure } from '../describe-failure';

/** The first with `idle_session_timeout`, by which the jobs change hands. */
const oldestVersion = 14;
/** Times that IDnGO gives and times that the database gives are shown side by side. */
const clockToleranceMs = 10_000;

export const databaseIsReachable: Check = {
  id: 'database-reachable',
  group: 'database',
  title: `PostgreSQL ${oldestVersion} or newer answers`,
  settings: ['DATABASE_URL'],
  async run({ database, config }) {
    try {
      const { rows } = await (await database()).query<{ version: string; number: number }>(
        `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
      );
      const found = `version ${rows[0]?.version} answers`;
      return (rows[0]?.number ?? 0) >= oldestVersion * 10_000
        ? pass(found)
        : fail(found, `Move the database to PostgreSQL ${oldestVersion} or newer.`);
    } catch (error) {
      const where = config.database.kind === 'external' ? 'DATABASE_URL' : 'DATA_DIR';
      return fail(
        `the database of ${where} cannot be used: ${describeFailure(error)}`,
        config.database.kind === 'external'
          ? 'Check host, port, user, password and name of the database in DATABASE_URL, and that this machine may connect.'
          : 'Check that DATA_DIR can be written to; the end of data/postgres.log says why the private server did not start.',
      );
    }
  },
};

export const schemaIsCurrent: Check = {
  id: 'database-schema',
  group: 'database',
  title: 'The schema is the one of this version',
  needs: ['database'],
  async run({ database }) {
    const opened = await database();
    const { rows: tables } = await opened.query<{ there: boolean }>(
      `select to_regclass('migrations') is not null as there`,
    );
    if (!tables[0]?.there) {
      return fail(
        'the database has no tables of Portico',
        'Start the app once with this DATABASE_URL: it makes its tables by itself. If it has run, DATABASE_URL names another database.',
      );
    }
    const { rows } = await opened.query<{ name: string }>('select name from migrations');
    const applied = new Set(rows.map(row => row.name));
    const known = readMigrationNames();
    const missing = known.filter(name => !applied.has(name));
    const newer = [...applied].filter(name => !known.includes(name));
    if (missing.length > 0) {
      return fail(
        `migrations that have not run: ${missing.join(', ')}`,
        'Start an app of this version once: it brings the schema up to date before it listens.',
      );
    }
    if (newer.length > 0) {
      return fail(
        `migrations of a newer version have run: ${newer.join(', ')}`,
        'Deploy the newer version everywhere; this one is older than the schema.',
      );
    }
    return pass(`${known.length} migrations have run`);
  },
};

export const announcementsArrive: Check = {
  id: 'database-notify',
  group: 'database',
  title: 'LISTEN and NOTIFY work, which live updates hang on',
  needs: ['database'],
  async run({ database, patienceMs }) {
    const opened = await database();
    const channel = `portico_doctor_${randomBytes(6).toString('hex')}`;
    const listener = new pg.Client({ connectionString: opened.url, connectionTimeoutMillis: patienceMs });
    listener.on('error', () => undefined); // told by the missing notification
    try {
      await listener.connect();
      await listener.query(`listen ${channel}`);
      const arrival = new Promise<boolean>(resolve => {
        listener.once('notification', () => resolve(true));
        setTimeout(() => resolve(false), patienceMs).unref();
      });
      const sentAt = performance.now();
      await opened.query('select pg_notify($1, $2)', [channel, '']);
      return (await arrival)
        ? pass(`a notification took ${Math.round(performance.now() - sentAt)} ms`)
        : fail(
            'a notification did not arrive',
            'Let DATABASE_URL lead to PostgreSQL itself or to a pooler in session mode: poolers in transaction mode lose LISTEN.',
          );
    } finally {
      await listener.end().catch(() => undefined); // a broken connection is closed already
    }
  },
};

export const databaseClockAgrees: Check = {
  id: 'clock-database',
  group: 'database',
  title: 'The clock of the database agrees with this machine’s',
  needs: ['database'],
  async run({ database, now }) {
    const opened = await database();
    const askedAt = now();
    const { rows } = await opened.query<{ theirs: Date }>('select clock_timestamp() as theirs');
    const ahead = (rows[0]?.theirs.getTime() ?? 0) - (askedAt + now()) / 2;
    const seen = `the database is ${describeDifference(ahead)}`;
    return Math.abs(ahead) <= clockToleranceMs
      ? pass(seen)
      : fail(seen, 'Let both machines follow a time server (NTP): chrony or systemd-timesyncd.');
  },
};

export function describeDifference(aheadMs: number): string {
  const seconds = Math.abs(aheadMs) / 1000;
  if (seconds < 1) return 'within a second';
  return `${seconds.toFixed(0)} s ${aheadMs > 0 ? 'ahead' : 'behind'}`;
}
