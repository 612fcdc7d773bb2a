import type { Queryable } from '../database/database';

const nameless =
  'external_user_id = null, applicant_id = null, correlation_id = null, body_hash = null, event_key = null';

/** Takes from a delivery whose it is, where they were erased after what it speaks of; else leaves it as it is. */
export async function forgetSubject(client: Queryable, deliveryId: string): Promise<void> {
  await client.query(
    `update deliveries set ${nameless} where id = $1 and is_erased(external_user_id, applicant_id, happened_at)`,
    [deliveryId],
  );
}

/** The same for deliveries that were being kept while their person was being erased, and so were not yet to be seen. */
export async function forgetLateSubjects(client: Queryable, since: Date): Promise<number> {
  const { rowCount } = await client.query(
    `update deliveries set ${nameless}
     where received_at >= $1 and (external_user_id is not null or applicant_id is not null)
       and exists (select from erasures where erased_at >= $1)
       and is_erased(external_user_id, applicant_id, happened_at)`,
    [since],
  );
  return rowCount ?? 0;
}
