import { setTimeout as delay } from 'node:timers/promises';
import type { Queryable } from '../../database/database';
import { jobsLock } from '../../jobs/jobs';
import { readVolume } from '../../operations/read-volume';
import { type Check, cannotTell, fail, pass } from '../check';
import { describeFailure } from '../describe-failure';
import { doctorsType } from '../test-delivery';

const notCopied =
  'webhooks (Dev space, Webhooks), Global Settings, levels (Applicant Levels), SDK Integration with its texts, and an app token with secret key (Dev space)';

export const settingsAreProductions: Check = {
  id: 'settings-carried-over',
  group: 'going-live',
  title: 'Production has settings and data of its own',
  needs: ['database'],
  settings: ['DATABASE_URL', 'IDNGO_ENVIRONMENT'],
  async run({ database, config }) {
    const { rows } = await (await database()).query<{ sandbox: number; levels: string[] }>(
      `select count(*) filter (where sandbox_mode)::int as sandbox,
              coalesce(array_agg(distinct level_name) filter (where level_name is not null
                and level_name not in (select level_name from deliveries where level_name is not null
                                       and sandbox_mode is not true)), '{}') as levels
       from deliveries where type is distinct from $1`,
      [doctorsType],
    );
    const { sandbox, levels } = rows[0] ?? { sandbox: 0, levels: [] };
    if (config.idngo.environment === 'sandbox') {
      return cannotTell(
        'this is the sandbox; nothing of it is carried over',
        `Before production, set up anew in the Dashboard of the production environment: ${notCopied}.`,
      );
    }
    if (sandbox > 0) {
      const unseen = levels.length > 0 ? `, and the levels ${levels.join(', ')} were seen in those only` : '';
      return fail(
        `this production database holds ${sandbox} deliveries of the sandbox${unseen}`,
        'Give production a database of its own (DATABASE_URL), and take its address out of the sandbox environment: IDnGO’s Dashboard, Dev space, Webhooks.',
      );
    }
    return cannotTell(
      'no delivery of the sandbox has come here; the Dashboard itself cannot be seen',
      `Look in the Dashboard of the production environment at ${notCopied}: none of them is copied from the sandbox.`,
    );
  },
};

export const senderIsAuthorised: Check = {
  id: 'mail-spf',
  group: 'going-live',
  title: 'The SPF record of MAIL_SENDER’s domain lets IDnGO send',
  settings: ['MAIL_SENDER'],
  async run({ config, resolveTxt }) {
    const { mailSender } = config.operations;
    if (!mailSender) {
      return cannotTell(
        'MAIL_SENDER is not set',
        'Set it if result e-mails go out under an address of yours (Dashboard, Branding).',
      );
    }
    const domain = mailSender.slice(mailSender.lastIndexOf('@') + 1);
    const instruction = 'as IDnGO’s instruction for your own sender says (Dashboard, Branding)';
    const records = await resolveTxt(domain).catch((error: unknown) => {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ENODATA' || code === 'ENOTFOUND') return [];
      return describeFailure(error);
    });
    if (typeof records === 'string') return cannotTell(`${domain} cannot be looked up: ${records}`);
    const found = records.map(chunks => chunks.join('')).filter(text => /^v=spf1(\s|$)/i.test(text));
    const [record = ''] = found;
    if (found.length === 0)
      return fail(`${domain} has no SPF record`, `Add a TXT record “v=spf1 … -all” to ${domain}, ${instruction}.`);
    if (found.length > 1) {
      return fail(
        `${domain} has ${found.length} SPF records, which counts as none`,
        `Join them into one TXT record of ${domain}.`,
      );
    }
    if (!/\s[-~]all\s*$/i.test(record)) {
      return fail(
        `the SPF record of ${domain} does not end with -all or ~all`,
        'End it with ~all or -all: otherwise it forbids nobody.',
      );
    }
    return /\bidngo\.kz\b/i.test(record)
      ? pass('there is one, and it names idngo.kz')
      : cannotTell(
          'there is one; whether it includes IDnGO’s mail servers cannot be seen',
          `Compare it, ${instruction}.`,
        );
  },
};

export const volumeIsKnown: Check = {
  id: 'expected-volume',
  group: 'going-live',
  title: 'The expected number of people per hour, day and month is known',
  settings: ['EXPECTED_VOLUME'],
  async run({ config, database, obstacle, now }) {
    const { expectedVolume } = config.operations;
    const soFar = (await obstacle('database')) ? '' : await describeVolume(await database(), now());
    if (expectedVolume) {
      const { hour, day, month } = expectedVolume;
      return pass(`Expected incoming users: ${hour} per hour, ${day} per day, ${month} per month.${soFar}`);
    }
    const found = config.isProduction ? fail : cannotTell;
    return found(
      `EXPECTED_VOLUME is not set.${soFar}`,
      'Set EXPECTED_VOLUME=hour/day/month, as in 20/200/4000, and tell IDnGO the figures: it asks for them before production.',
    );
  },
};

async function describeVolume(client: Queryable, now: number): Promise<string> {
  const { peak } = (await readVolume(client, new Date(now))).people;
  return ` New here at most so far: ${peak.hour} in an hour, ${peak.day} in a day, ${peak.month} in a month.`;
}

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
