import type { Queryable } from '../../database/database';
import { readVolume } from '../../operations/read-volume';
import { type Check, cannotTell, fail, pass } from '../check';
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

export const volumeIsKnown: Check = {
  id: 'expected-volume',
  group: 'going-live',
  title: 'The expected number of people per hour, day and month is known',
  settings: ['EXPECTED_VOLUME'],
  async run({ config, database, obstacle }) {
    const { expectedVolume } = config.operations;
    const soFar = (await obstacle('database')) ? '' : await describeVolume(await database());
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

async function describeVolume(client: Queryable): Promise<string> {
  const { hour, day, month } = await readVolume(client);
  return ` New here at most so far: ${hour} in an hour, ${day} in a day, ${month} in a month.`;
}
