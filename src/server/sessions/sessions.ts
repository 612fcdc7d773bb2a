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

export const staffScopes = ['designer', 'operator'] as const;
export type StaffScope = (typeof staffScopes)[number];

/** Somebody who is being verified. */
export interface PersonSession {
  kind: 'person';
  verificationId: string;
  externalUserId: string;
  levelName: string;
  returnUrl: string | null;
}

/** One of the operator's own people: never a person who is being verified in the same session. */
export interface StaffSession {
  kind: 'staff';
  staffId: string;
  scopes: readonly StaffScope[];
}

export type Session = PersonSession | StaffSession;

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
      const { rows } = await database.query<SessionRow>(
        `select s.verification_id, v.external_user_id, v.level_name, s.return_url, s.staff_id, s.scopes
         from sessions s left join verifications v on v.id = s.verification_id
         where s.key = $1 and s.expires_at > $2`,
        [toKey(cookie), new Date(now())],
      );
      return rows[0] && toSession(rows[0]);
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

type SessionRow =
  | {
      verification_id: string;
      external_user_id: string;
      level_name: string;
      return_url: string | null;
      staff_id: null;
    }
  | { verification_id: null; staff_id: string; scopes: string[] };

function toSession(row: SessionRow): Session {
  if (row.verification_id === null) {
    const scopes = staffScopes.filter(scope => row.scopes.includes(scope));
    return { kind: 'staff', staffId: row.staff_id, scopes };
  }
  return {
    kind: 'person',
    verificationId: row.verification_id,
    externalUserId: row.external_user_id,
    levelName: row.level_name,
    returnUrl: row.return_url,
  };
}
