import type { Database } from '#server/database/database';
import { silentLog } from '#server/log';
import { createDeliveryDesk } from '#server/webhooks/take-delivery';
import { createTestDatabase } from './test-database';

/** Without an app, whose job would take up what fails by itself. */
export async function openFailingDesk() {
  const database = await createTestDatabase();
  const errors: unknown[] = [];
  const log = { ...silentLog, error: (...line: unknown[]) => void errors.push(line) };
  const deskOn = (used: Database) => createDeliveryDesk({ database: used, log, environment: 'sandbox' });
  const desk = deskOn(database);
  return {
    database,
    errors,
    deskOn,
    take: (body: string) => desk.take(new TextEncoder().encode(body)),
    retry: (signal = new AbortController().signal) => desk.retryFailed(signal),
  };
}

/** From now on `times` events cannot be written. A sequence counts them, since it does not go back with a transaction. */
export async function breakEvents(database: Database, times: number): Promise<void> {
  await database.query(`
    create sequence broken_events;
    create function break_event() returns trigger language plpgsql as $$
    begin
      if nextval('broken_events') <= ${times} then raise exception 'planted-%', new.external_user_id using errcode = 'XX001'; end if;
      return new;
    end $$;
    create trigger break_events before insert on events for each row execute function break_event();
  `);
}

export async function readDeliveries(database: Database): Promise<unknown[]> {
  return (await database.query('select outcome, reason from deliveries order by id')).rows;
}

export async function readStatuses(database: Database): Promise<unknown[]> {
  return (await database.query<{ status: string }>('select status from verifications')).rows.map(row => row.status);
}
