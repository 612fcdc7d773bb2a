import type { Queryable } from '../database/database';

export interface Volume {
  hour: number;
  day: number;
  month: number;
}

/** People who came for the first time in the last hour, day and 30 days. */
export async function measureVolume(client: Queryable): Promise<Volume> {
  const { rows } = await client.query<Volume>(
    `select count(*) filter (where created_at > now() - interval '1 hour')::int as hour,
            count(*) filter (where created_at > now() - interval '1 day')::int as day,
            count(*) filter (where created_at > now() - interval '30 days')::int as month
     from verifications where external_user_id not like 'portico-doctor-%'`,
  );
  return rows[0] ?? { hour: 0, day: 0, month: 0 };
}
