import { createHash } from 'node:crypto';
import type { Queryable } from '../database/database';

/** A token that lets in once. */
export interface SingleUse {
  key: Buffer;
  /** After which nobody accepts it anyway. */
  expiresAt: Date;
}

/** Long beyond the token's own end, so that a clock that goes back does not make it good again. */
const keptForMs = 24 * 60 * 60 * 1000;

/**
 * Names a token by what its signature covers, as it was received: an ECDSA signature can be written in two ways and its
 * last letter in several, and none of them is another token.
 */
export function toTokenKey(token: string): Buffer {
  return createHash('sha256')
    .update(token.slice(0, token.lastIndexOf('.')))
    .digest();
}

/** Whether this is the first use, in whichever process. Concurrent uses wait for each other's transaction. */
export async function spendToken(client: Queryable, { key, expiresAt }: SingleUse): Promise<boolean> {
  const { rowCount } = await client.query(
    'insert into spent_tokens (key, expires_at) values ($1, $2) on conflict do nothing',
    [key, new Date(expiresAt.getTime() + keptForMs)],
  );
  return rowCount === 1;
}

export async function forgetSpentTokens(client: Queryable, now: Date): Promise<void> {
  await client.query('delete from spent_tokens where expires_at <= $1', [now]);
}
