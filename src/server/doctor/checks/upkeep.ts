import { setTimeout as delay } from 'node:timers/promises';
import { jobsLock } from '../../jobs/jobs';
import { type Check, cannotTell, fail, pass } from '../check';

export const jobsRun: Check = {
  id: 'jobs-run',
  group: 'going-live',
  title: 'One process runs the jobs: retention, second tries, status checks',
  needs: ['database', 'site'],
  settings: ['DATABASE_URL'],
  async run({ database, patienceMs }) {
    const opened = await database();
    const look = async () =>
      (
        await opened.query<{ led: boolean; overdue: number }>(
          `select exists (select from pg_locks where locktype = 'advisory' and granted and classid = 0 and objid = $1
                      and database = (select oid from pg_database where datname = current_database())) as led,
              (select count(*)::int from sessions where expires_at < now() - interval '1 hour') as overdue`,
          [jobsLock],
        )
      ).rows[0] ?? { led: false, overdue: 0 };
    const deadline = performance.now() + patienceMs;
    let { led, overdue } = await look();
    // A process that has just started, or another one after a crash, takes the lead in seconds.
    while (!led && performance.now() < deadline) {
      await delay(200);
      ({ led, overdue } = await look());
    }
    if (!led) {
      return fail(
        'no process holds the lock of the jobs',
        'Start the app again with this DATABASE_URL. Behind a pooler it has to be in session mode, which keeps locks.',
      );
    }
    return overdue === 0
      ? pass('a process holds their lock, and nothing is overdue for deletion')
      : fail(`${overdue} sessions should have been deleted`, 'Look for “a job failed” in the log of the app.');
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
