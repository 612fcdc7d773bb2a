import { jwtVerify } from 'jose';
import type { Config } from '../config';
import type { Database } from '../database/database';
import { Refusal } from '../problems';
import { isName } from '../verifications/names';
import { clockTolerance, maxTokenLength, toRefusal } from './hand-over';
import { readText } from './read-claims';

/** Returns whom a link of IDnGO's e-mails is for. @throws {Refusal} `hand-over-expired`, `hand-over-invalid` */
export type VerifyMailLink = (token: string) => Promise<{ externalUserId: string; issuedAt: Date | null }>;

/**
 * The `jwt` that IDnGO adds to the redirect address: HS256 and nothing else, keyed by the secret's bytes as they are, a
 * header without `typ`, for our client id [S]. It may be used again until it expires, seven days in the sample [S]: people
 * open the same mail twice, on two devices.
 */
export function createMailLinks(
  { secret, clientId }: NonNullable<Config['mailLinks']>,
  now: () => number,
): VerifyMailLink {
  const key = new TextEncoder().encode(secret);
  return async token => {
    if (token.length > maxTokenLength) throw new Refusal('hand-over-invalid', 'too-long');
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        audience: clientId,
        requiredClaims: ['sub', 'exp'],
        currentDate: new Date(now()),
        clockTolerance,
      });
      const externalUserId = readText(payload, 'sub');
      if (!externalUserId || !isName(externalUserId)) throw new Refusal('hand-over-invalid', 'unusable-sub');
      return { externalUserId, issuedAt: payload.iat === undefined ? null : new Date(payload.iat * 1000) };
    } catch (error) {
      throw toRefusal(error);
    }
  };
}

/** Whether the person was erased after the link was written: then it leads to nobody. */
export async function wasErasedSince(
  database: Database,
  { externalUserId, issuedAt }: Awaited<ReturnType<VerifyMailLink>>,
): Promise<boolean> {
  const { rowCount } = await database.query(
    'select 1 from erasures where subject_pseudonym = pseudonym($1) and ($2::timestamptz is null or erased_at >= $2)',
    [externalUserId, issuedAt],
  );
  return rowCount !== 0;
}

/** The level at which something is wanted of the person: the link says none, and it asks them to send something again. */
export async function readWaitingLevel(database: Database, externalUserId: string): Promise<string | undefined> {
  const { rows } = await database.query<{ level_name: string }>(
    `select level_name from verifications
     where external_user_id = $1 and (status = 'action-needed' or (status = 'changed' and remedy = 'resubmit'))
     order by changed_at desc nulls last limit 1`,
    [externalUserId],
  );
  return rows[0]?.level_name;
}
