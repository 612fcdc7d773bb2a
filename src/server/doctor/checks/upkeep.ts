import { setTimeout as delay } from 'node:timers/promises';
import { jobsLock } from '../../jobs/jobs';
import { retentionTable } from '../../privacy/retention-table';
import { type Check, cannotTell, fail, pass } from '../check';

export const jobsRun: Check = {
  id: 'jobs-run',
  group: 'going-live',
  title: 'One process runs the jobs: retention, second tries, status checks',
  needs: ['database', 'site'],
  settings: ['DATABASE_URL'],
  async run({ database, patienceMs }) {
    const opened = await database();
    const look = async () => {
      const { rows } = await opened.query<{ led: boolean }>(
        `select exists (select from pg_locks where locktype = 'advisory' and granted and classid = 0 and objid = $1
           and database = (select oid from pg_database where datname = current_database())) as led`,
        [jobsLock],
      );
      return rows[0]?.led ?? false;
    };
    const deadline = performance.now() + patienceMs;
    let led = await look();
    // A process that has just started, or another one after a crash, takes the lead in seconds.
    while (!led && performance.now() < deadline) {
      await delay(200);
      led = await look();
    }
    return led
      ? pass('a process holds their lock')
      : fail(
          'no process holds the lock of the jobs',
          'Start the app again with this DATABASE_URL. Behind a pooler it has to be in session mode, which keeps locks.',
        );
  },
};

/** The job runs every hour, and the app may have been off for a while. */
const graceMs = 24 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

export const nothingIsKeptTooLong: Check = {
  id: 'retention',
  group: 'going-live',
  title: 'Nothing is kept longer than the table of retention says',
  needs: ['database'],
  settings: ['DATABASE_URL'],
  async run({ database, now }) {
    const opened = await database();
    const overdue: string[] = [];
    for (const [table, { rules }] of Object.entries(retentionTable)) {
      for (const rule of rules) {
        if (rule.kind !== 'delete' && rule.kind !== 'expires') continue;
        const age = graceMs + (rule.kind === 'delete' ? rule.afterDays * dayMs : 0);
        const { rowCount } = await opened.query(`select from ${table} where ${rule.past} limit 1`, [
          new Date(now() - age),
        ]);
        if (rowCount) overdue.push(table);
      }
    }
    return overdue.length === 0
      ? pass('what was to be deleted by yesterday is gone')
      : fail(
          `rows that should be gone since yesterday: ${overdue.join(', ')}`,
          'Look for the job “retention” and “a job failed” in the log of the app; it runs every hour in the process that leads the jobs.',
        );
  },
};

export const backupsExist: Check = {
  id: 'backups',
  group: 'going-live',
  title: 'The database is backed up, and a restore was tried',
  async run() {
    return cannotTell(
      'backups cannot be seen from here',
      'Back PostgreSQL up (pg_dump or base backups with WAL), and restore one once. After a restore the reconciler asks IDnGO for what is missing.',
    );
  },
};
