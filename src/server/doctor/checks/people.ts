import { type Check, cannotTell, fail, pass } from '../check';

const webhookPlace = 'IDnGO’s Dashboard, Dev space, Webhooks';
/** How many people IDnGO is asked about, one after the other. */
const sampleSize = 5;
/** Fewer can be test webhooks. */
const fewStrangers = 3;
const tolerableStrangers = 0.2;

export const applicantsAreMapped: Check = {
  id: 'applicants-mapped',
  group: 'people',
  title: 'Every applicantId is saved and belongs to one of our users',
  needs: ['database'],
  settings: ['DATABASE_URL'],
  async run({ database }) {
    const { rows } = await (await database()).query<{ mapped: number; waiting: number; without: number }>(
      `select (select count(*)::int from applicants) as mapped,
              (select count(distinct applicant_id)::int from events
               where external_user_id is null and recorded_at < now() - interval '10 minutes') as waiting,
              (select count(*)::int from verifications v where status <> 'not-started'
               and not exists (select from applicants a where a.external_user_id = v.external_user_id)
               and exists (select from events e where e.external_user_id = v.external_user_id)) as without`,
    );
    const { mapped, waiting, without } = rows[0] ?? { mapped: 0, waiting: 0, without: 0 };
    if (waiting > 0) {
      return fail(
        `deliveries name ${waiting} applicants of whom nobody said whose they are`,
        'Applicants have to be created with an externalUserId, as access tokens of this app do: look for those made in the Dashboard or by another integration of the same account.',
      );
    }
    if (without > 0) {
      return fail(
        `${without} verifications have results but no applicantId`,
        `Choose the type applicantCreated in ${webhookPlace}, so that each applicant is introduced.`,
      );
    }
    return mapped === 0
      ? cannotTell('nobody has begun a check yet', 'Go through one check yourself.')
      : pass(`${mapped} are`);
  },
};

export const resultsBelongToUsers: Check = {
  id: 'results-correlate',
  group: 'people',
  title: 'The people in deliveries are people who came here',
  needs: ['database'],
  settings: ['DATABASE_URL'],
  async run({ database }) {
    // Somebody whom a delivery introduced was made in the transaction that recorded their first event.
    const { rows } = await (await database()).query<{ people: number; strangers: number }>(
      `select count(*)::int as people,
              count(*) filter (where introduced and not visited)::int as strangers
       from (select v.external_user_id,
                    bool_or(e.recorded_at = v.created_at) as introduced,
                    exists (select from sessions s join verifications w on w.id = s.verification_id
                            where w.external_user_id = v.external_user_id)
                    or exists (select from audit_trail t where t.action = 'signed-in' and t.actor <> 'staff'
                               and t.subject_pseudonym = pseudonym(v.external_user_id)) as visited
             from verifications v join events e using (external_user_id)
             where e.recorded_at > now() - interval '30 days' and e.delivery_id is not null
             group by v.external_user_id) p`,
    );
    const { people, strangers } = rows[0] ?? { people: 0, strangers: 0 };
    if (people === 0) return cannotTell('no delivery has named anybody in 30 days');
    const seen = `${strangers} of the ${people} people in the deliveries of 30 days never signed in here`;
    if (strangers < fewStrangers || strangers / people <= tolerableStrangers) return pass(seen);
    return fail(
      seen,
      `Let the host product put into the hand-over token’s sub the very id by which IDnGO knows the person (externalUserId), and look in ${webhookPlace} whether deliveries of another product come here.`,
    );
  },
};

export const nobodyIsMissed: Check = {
  id: 'webhook-silence',
  group: 'webhooks',
  title: 'IDnGO does not know people of whom it has not told us',
  needs: ['database', 'provider'],
  settings: ['DATABASE_URL', 'IDNGO_APP_TOKEN', 'IDNGO_SECRET_KEY'],
  async run({ database, knowsApplicant, config }) {
    const { rows } = await (await database()).query<{ external_user_id: string }>(
      `select external_user_id from verifications v
       where created_at between now() - interval '30 days' and now() - interval '2 minutes'
         and external_user_id not like 'portico-doctor-%'
         and not exists (select from events e where e.external_user_id = v.external_user_id)
       order by created_at desc limit $1`,
      [sampleSize],
    );
    let known = 0;
    for (const row of rows) if (await knowsApplicant(row.external_user_id)) known += 1;
    if (known === 0) return pass(`asked about ${rows.length} people without a delivery: it knows none`);
    return fail(
      `it knows ${known} of ${rows.length} people of whom no delivery has arrived`,
      `Set the address of the webhook in ${webhookPlace} to ${config.publicUrl}/webhooks/idngo, with all types and for the ${config.idngo.environment} environment, and send what is missing again from its log.`,
    );
  },
};
