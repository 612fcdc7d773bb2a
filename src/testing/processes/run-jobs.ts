import { createDatabase } from '#server/database/database';
import { createJobs } from '#server/jobs/jobs';
import { silentLog } from '#server/log';

/** A process that stands for the lead of a job which leaves a line wherever it runs. */
const [url = '', name = '', times = '{}'] = process.argv.slice(2);
const database = createDatabase(url);
createJobs({
  database,
  log: silentLog,
  jobs: [
    { name: 'sign', everyMs: 20, run: () => database.query('insert into job_runs (process) values ($1)', [name]) },
  ],
  times: JSON.parse(times),
});
setInterval(() => undefined, 60_000);
