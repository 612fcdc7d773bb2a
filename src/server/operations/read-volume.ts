import type { Queryable } from '../database/database';

export interface Volume {
  hour: number;
  day: number;
  month: number;
}

/**
 * How many people came for the first time in the busiest hour, day and month of the calendar in UTC, as far as the database
 * remembers: who was erased is not counted. IDnGO asks for these figures [I].
 */
export async function readVolume(client: Queryable): Promise<Volume> {
  const { rows } = await client.query<{ unit: keyof Volume; most: number }>(
    // The doctor's own visitors are nobody.
    `with seen as (
       select min(created_at) as at from verifications
       where external_user_id not like 'portico-doctor-%' group by external_user_id
     )
     select unit, max(number)::int as most
     from (values ('hour'), ('day'), ('month')) as units (unit) cross join lateral (
       select count(*) as number from seen group by date_trunc(unit, at at time zone 'UTC')
     ) as bucket
     group by unit`,
  );
  const mostOf = (unit: keyof Volume) => rows.find(row => row.unit === unit)?.most ?? 0;
  return { hour: mostOf('hour'), day: mostOf('day'), month: mostOf('month') };
}
