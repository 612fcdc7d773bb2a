import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from '../database/database';
import { ensureVerification, type VerificationRow } from '../verifications/verification-rows';

/** Long enough to see a result that changes days later. */
export const sessionLifetimeMs = 30 * 24 * 60 * 60 * 1000;

export interface NewSession {
  externalUserId: string;
  levelName: string;
  returnUrl: string | null;
}

export interface Session {
  verificationId: string;
  externalUserId: string;
  levelName: string;
  returnUrl: string | null;
}

export interface Sessions {
  /** Signs a person in. Returns the cookie's value, which is nowhere stored, and the person's verification. */
  create(person: NewSession): Promise<{ cookie: string; verification: VerificationRow }>;
  read(cookie: string): Promise<Session | undefined>;
  end(cookie: string): Promise<void>;
  /** Those of the cookies whose session is still good. */
  filterLive(cookies: readonly string[]): Promise<Set<string>>;
  /** Forgets sessions that have expired. */
  purge(): Promise<void>;
}

export function createSessions(database: Database, secret: string, now: () => number): Sessions {
  const toKey = (cookie: string) => createHmac('sha256', secret).update(cookie).digest();

  return {
    async create({ externalUserId, levelName, returnUrl }) {
      const cookie = randomBytes(32).toString('base64url');
      const verification = await database.transaction(async client => {
        const row = await ensureVerification(client, externalUserId, levelName);
        await client.query(
          'insert into sessions (key, verification_id, return_url, expires_at) values ($1, $2, $3, $4)',
          [toKey(cookie), row.id, returnUrl, new Date(now() + sessionLifetimeMs)],
        );
        return row;
      });
      return { cookie, verification };
    },

    async read(cookie) {
      const { rows } = await database.query<{
        verification_id: string;
        external_user_id: string;
        level_name: string;
        return_url: string | null;
      }>(
        `select s.verification_id, v.external_user_id, v.level_name, s.return_url
         from sessions s join verifications v on v.id = s.verification_id
         where s.key = $1 and s.expires_at > $2`,
        [toKey(cookie), new Date(now())],
      );
      const row = rows[0];
      return (
        row && {
          verificationId: row.verification_id,
          externalUserId: row.external_user_id,
          levelName: row.level_name,
          returnUrl: row.return_url,
        }
      );
    },

    async end(cookie) {
      await database.query('delete from sessions where key = $1', [toKey(cookie)]);
    },

    async filterLive(cookies) {
      const byKey = new Map(cookies.map(cookie => [toKey(cookie).toString('hex'), cookie]));
      const { rows } = await database.query<{ key: Buffer }>(
        'select key from sessions where key = any($1::bytea[]) and expires_at > $2',
        [cookies.map(toKey), new Date(now())],
      );
      return new Set(rows.flatMap(row => byKey.get(row.key.toString('hex')) ?? []));
    },

    async purge() {
      await database.query('delete from sessions where expires_at <= $1', [new Date(now())]);
    },
  };
}
