import { type Check, cannotTell, fail, pass } from '../check';
import { doctorsType } from '../test-delivery';

const webhookPlace = 'IDnGO’s Dashboard, Dev space, Webhooks';
/** More than this share of the results had to be asked for. */
const tolerableMissing = 0.05;

interface DeliveryCounts {
  processed: number;
  last: Date | null;
  recent: number;
  doctors: number;
}

export const realDeliveryArrived: Check = {
  id: 'webhook-received',
  group: 'webhooks',
  title: 'A delivery of IDnGO was received and processed',
  needs: ['database'],
  settings: ['IDNGO_WEBHOOK_SECRET', 'DATABASE_URL'],
  async run({ database, config, site, elapsedMs }) {
    const { rows } = await (await database()).query<DeliveryCounts>(
      `select count(*) filter (where real)::int as processed, max(received_at) filter (where real) as last,
              count(*) filter (where real and received_at > now() - interval '1 day')::int as recent,
              count(*) filter (where type = $1 and received_at < now() - make_interval(secs => $2))::int as doctors
       from (select *, type is distinct from $1 and outcome not in ('failed', 'malformed', 'refused') as real
             from deliveries) d`,
      [doctorsType, elapsedMs() / 1000],
    );
    const { processed, last, recent, doctors } = rows[0] ?? { processed: 0, last: null, recent: 0, doctors: 0 };
    // Each earlier examination kept one delivery at least, and had three at most refused.
    const refused = ((await site()).refusedDeliveries ?? 0) - 3 * doctors;
    if (recent === 0 && refused > 0) {
      return fail(
        `${refused} deliveries were refused for their digest since the app started, and none was authentic for a day`,
        `Set IDNGO_WEBHOOK_SECRET to the secret of the webhook in ${webhookPlace} (each environment has its own), and IDNGO_WEBHOOK_ALGORITHMS to what is chosen there.`,
      );
    }
    if (!last) {
      return cannotTell(
        'none has arrived yet',
        `Press “Test webhook” in ${webhookPlace}, where the address has to be ${config.publicUrl}/webhooks/idngo, and run the doctor again.`,
      );
    }
    return pass(`${processed} so far, the last at ${last.toISOString()}`);
  },
};

export const deliveriesAreProcessed: Check = {
  id: 'webhook-processed',
  group: 'webhooks',
  title: 'No delivery is waiting for our own mistake to be mended',
  needs: ['database'],
  settings: ['DATABASE_URL'],
  async run({ database }) {
    const { rows } = await (await database()).query<{ stuck: number }>(
      `select count(*)::int as stuck from deliveries where outcome = 'failed' and received_at < now() - interval '10 minutes'`,
    );
    const stuck = rows[0]?.stuck ?? 0;
    return stuck === 0
      ? pass('all that were kept were acted on')
      : fail(
          `${stuck} are kept and not acted on`,
          'Look for “acting on a kept delivery failed” in the log of the app.',
        );
  },
};

export const resultsComeByThemselves: Check = {
  id: 'webhook-missing',
  group: 'webhooks',
  title: 'Results come by webhook, without being asked for',
  needs: ['database'],
  settings: ['DATABASE_URL'],
  async run({ database }) {
    const { rows } = await (await database()).query<{ missing: number; delivered: number }>(
      `select (select count(*)::int from status_checks where outcome = 'missing' and asked_at > now() - interval '7 days') as missing,
              (select count(*)::int from deliveries
               where outcome = 'changed' and received_at > now() - interval '7 days') as delivered`,
    );
    const { missing, delivered } = rows[0] ?? { missing: 0, delivered: 0 };
    if (missing + delivered === 0) return cannotTell('there were no results in seven days');
    const seen = `${missing} of ${missing + delivered} changes in seven days had to be asked for`;
    return missing / (missing + delivered) <= tolerableMissing
      ? pass(seen)
      : fail(
          seen,
          `Look in ${webhookPlace} whether the webhook is on, has all types chosen, and has the address of this app: IDnGO disables one that keeps failing and says so by e-mail.`,
        );
  },
};
