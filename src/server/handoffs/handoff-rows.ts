import type { Device, HandOff } from '#contract/hand-off';
import type { Queryable } from '../database/database';
import { changeChannel } from '../verifications/verification-rows';

export interface HandOffRow {
  key: Buffer;
  verification_id: string;
  external_user_id: string;
  level_name: string;
  made_by: Buffer;
  browser: string | null;
  system: string | null;
  made_at: Date;
  expires_at: Date;
  taken_at: Date | null;
  taken_browser: string | null;
  taken_system: string | null;
  end_reason: 'cancelled' | 'replaced' | null;
}

const readRows = `select h.*, v.external_user_id, v.level_name
  from handoffs h join verifications v on v.id = h.verification_id`;

/** `lock` keeps everybody else from it until the transaction ends. */
export async function readHandOff(client: Queryable, key: Buffer, lock?: 'lock'): Promise<HandOffRow | undefined> {
  const { rows } = await client.query<HandOffRow>(`${readRows} where h.key = $1 ${lock ? 'for update of h' : ''}`, [
    key,
  ]);
  return rows[0];
}

/** The newest that a session made. */
export async function readNewestOf(client: Queryable, sessionKey: Buffer): Promise<HandOffRow | undefined> {
  const { rows } = await client.query<HandOffRow>(`${readRows} where h.made_by = $1 order by h.number desc limit 1`, [
    sessionKey,
  ]);
  return rows[0];
}

export async function insertHandOff(
  client: Queryable,
  row: Pick<HandOffRow, 'key' | 'verification_id' | 'made_by' | 'made_at' | 'expires_at'> & Device,
): Promise<void> {
  await client.query(
    `insert into handoffs (key, verification_id, made_by, browser, system, made_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.key, row.verification_id, row.made_by, row.browser, row.system, row.made_at, row.expires_at],
  );
}

/** Ends those of a verification that could still be opened, but for the one that takes their place. Returns how many. */
export async function replaceOpen(
  client: Queryable,
  verificationId: string,
  newKey: Buffer,
  now: Date,
): Promise<number> {
  const { rowCount } = await client.query(
    `update handoffs set ended_at = $3, end_reason = 'replaced'
     where verification_id = $1 and key <> $2 and taken_at is null and ended_at is null and expires_at > $3`,
    [verificationId, newKey, now],
  );
  return rowCount ?? 0;
}

export async function markCancelled(client: Queryable, key: Buffer, now: Date): Promise<void> {
  await client.query(`update handoffs set ended_at = $2, end_reason = 'cancelled' where key = $1`, [key, now]);
}

export async function markTaken(client: Queryable, key: Buffer, device: Device, now: Date): Promise<void> {
  await client.query('update handoffs set taken_at = $2, taken_browser = $3, taken_system = $4 where key = $1', [
    key,
    now,
    device.browser,
    device.system,
  ]);
}

/** Brings a change of a hand-off to every page of the person by the way of every change: the revision, and its announcement. */
export async function announceHandOff(client: Queryable, verificationId: string): Promise<void> {
  await client.query(
    `with changed as (
       update verifications set revision = revision + 1, arrived_at = now() where id = $1 returning id
     )
     select pg_notify('${changeChannel}', id::text) from changed`,
    [verificationId],
  );
}

/** What the computer is told. The id is the beginning of a hash, which opens nothing. */
export function toHandOff(row: HandOffRow, now: Date): HandOff {
  const id = toHandOffId(row.key);
  if (row.end_reason) return { state: row.end_reason, id };
  if (row.taken_at) {
    const device = { browser: row.taken_browser, system: row.taken_system };
    return { state: 'connected', id, device, at: row.taken_at.toISOString() };
  }
  return { state: row.expires_at <= now ? 'expired' : 'waiting', id };
}

export function toHandOffId(key: Buffer): string {
  return key.toString('hex').slice(0, 16);
}
