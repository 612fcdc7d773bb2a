import type { Queryable } from '../database/database';
import { sessionLifetimes, touchInterval } from './session-lifetimes';

/** A session that is still good. */
export type SessionRow = {
  key: Buffer;
  entry_key: Buffer | null;
  ends_at: Date;
  ends_by_idleness: boolean;
  handed_off: boolean;
} & (
  | {
      verification_id: string;
      external_user_id: string;
      level_name: string;
      return_url: string | null;
      staff_id: null;
    }
  | { verification_id: null; staff_id: string; scopes: string[] }
);

const seconds = (limit: 'absolute' | 'idle') => `make_interval(secs =>
  case when s.staff_id is null then ${sessionLifetimes.person[limit]} else ${sessionLifetimes.staff[limit]} end)`;
const at = (parameter: number) => `$${parameter}::timestamptz`;
const isGood = (now: string) => `(s.expires_at > ${now} and s.last_seen_at + ${seconds('idle')} > ${now})`;
const recently = (now: string) =>
  `${now} - make_interval(secs => ${touchInterval}) and ${now} + make_interval(secs => ${touchInterval})`;

/**
 * Reads sessions by their keys, notes that they are in use, and ends those that were found to have expired: a session that
 * was refused once stays refused, even if the clock then goes back. One that was seen, or ends, later than is possible
 * comes from a clock that was ahead; it goes on, and is put right. All in one statement, which mostly writes nothing.
 */
export async function readSessions(client: Queryable, keys: readonly Buffer[], now: Date): Promise<SessionRow[]> {
  // Rows another process is busy with are skipped: it does the same, and two that wait for each other would not end.
  const { rows } = await client.query<SessionRow>({
    name: 'read-sessions',
    text: `with found as (
       select s.*, ${isGood(at(2))} as good,
         least(s.expires_at, ${at(2)} + ${seconds('absolute')}) as last_end,
         case when s.last_seen_at between ${recently(at(2))} then s.last_seen_at else ${at(2)} end + ${seconds('idle')}
           as idle_end
       from sessions s where s.key = any($1::bytea[])
     ), stale as (
       select s.key from sessions s join found f on f.key = s.key
       where not f.good or s.last_seen_at not between ${recently(at(2))}
       order by s.key for update of s skip locked
     ), touched as (
       update sessions s set last_seen_at = ${at(2)}, expires_at = least(s.expires_at, ${at(2)} + ${seconds('absolute')})
       from stale join found f on f.key = stale.key where s.key = stale.key and f.good
     ), ended as (
       delete from sessions s using stale join found f on f.key = stale.key where s.key = stale.key and not f.good
     )
     select f.key, f.entry_key, f.verification_id, v.external_user_id, v.level_name, f.return_url, f.staff_id, f.scopes,
       least(f.last_end, f.idle_end) as ends_at, f.idle_end < f.last_end as ends_by_idleness,
       exists (select from handoffs h where h.key = f.entry_key) as handed_off
     from found f left join verifications v on v.id = f.verification_id where f.good`,
    values: [keys, now],
  });
  return rows;
}

/** Forgets what has expired, and takes back what a clock that was ahead has granted too long. */
export async function sweepSessions(client: Queryable, now: Date): Promise<void> {
  await client.query(`delete from sessions s where not ${isGood(at(1))}`, [now]);
  await client.query(
    `update sessions s set last_seen_at = least(s.last_seen_at, ${at(1)}), expires_at = least(s.expires_at, ${at(1)} + ${seconds('absolute')})
     where s.last_seen_at > ${at(1)} + make_interval(secs => ${touchInterval})
        or s.expires_at > ${at(1)} + ${seconds('absolute')} + make_interval(secs => ${touchInterval})`,
    [now],
  );
}

export interface NewSessionRow {
  key: Buffer;
  kind: 'person' | 'staff';
  verificationId: string | null;
  returnUrl: string | null;
  staffId: string | null;
  scopes: readonly string[];
  /** Of the token that made it. */
  entryKey: Buffer | null;
}

export async function insertSession(client: Queryable, row: NewSessionRow, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + sessionLifetimes[row.kind].absolute * 1000);
  await client.query(
    `insert into sessions
       (key, verification_id, return_url, staff_id, scopes, entry_key, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
    [row.key, row.verificationId, row.returnUrl, row.staffId, row.scopes, row.entryKey, now, expiresAt],
  );
}
