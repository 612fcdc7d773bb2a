import type { Queryable } from '../database/database';

export interface PerUnit {
  hour: number;
  day: number;
  month: number;
}

export interface Volume {
  /** When the first was counted; null where there was none. */
  since: Date | null;
  /** Most in one hour, day and month of the calendar in UTC. */
  peak: PerUnit;
  /** Over the time since then, but at least over one of the unit; a month has 30 days. */
  average: PerUnit;
}

const counted = {
  // The doctor's own test deliveries are nobody's.
  people: `select min(created_at) as at from verifications
    where external_user_id not like 'portico-doctor-%' group by external_user_id`,
  deliveries: 'select received_at as at from deliveries',
};

/**
 * How many people came for the first time and how many deliveries arrived, as far as the database remembers: who was
 * erased and what was kept no longer are not counted. IDnGO asks for the first per hour, day and month [I].
 */
export async function readVolume(client: Queryable, now: Date): Promise<Record<keyof typeof counted, Volume>> {
  return {
    people: await count(client, counted.people, now),
    deliveries: await count(client, counted.deliveries, now),
  };
}

async function count(client: Queryable, source: string, now: Date): Promise<Volume> {
  const { rows } = await client.query<{ unit: keyof PerUnit; since: Date; peak: number; average: number }>(
    `with seen as (${source}), units (unit, seconds) as (values ('hour', 3600), ('day', 86400), ('month', 30 * 86400))
     select unit, min(first) as since, max(number)::float as peak,
            sum(number)::float / greatest(1, extract(epoch from $1::timestamptz - min(first)) / seconds)::float as average
     from units cross join lateral (
       select min(at) as first, count(*) as number from seen group by date_trunc(unit, at at time zone 'UTC')
     ) as bucket
     group by unit, seconds`,
    [now],
  );
  const pick = (figure: 'peak' | 'average'): PerUnit => {
    const of = (unit: keyof PerUnit) => rows.find(row => row.unit === unit)?.[figure] ?? 0;
    return { hour: of('hour'), day: of('day'), month: of('month') };
  };
  return { since: rows[0]?.since ?? null, peak: pick('peak'), average: pick('average') };
}
