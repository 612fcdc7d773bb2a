import { createHmac, randomBytes } from 'node:crypto';
import { type AuditActor, writeAudit } from '../audit/audit-trail';
import type { Database, Queryable } from '../database/database';
import { Refusal } from '../problems';
import { ensureVerification, type VerificationRow } from '../verifications/verification-rows';
import { insertSession, type NewSessionRow, readSessions, type SessionRow, sweepSessions } from './session-rows';
import { forgetSpentTokens, type SingleUse, spendToken } from './spent-tokens';

export interface NewSession {
  externalUserId: string;
  levelName: string;
  returnUrl: string | null;
}

export const staffScopes = ['designer', 'operator'] as const;
export type StaffScope = (typeof staffScopes)[number];

export interface NewStaffSession {
  staffId: string;
  scopes: readonly StaffScope[];
}

/** How somebody came in. */
export interface Entry {
  /** Who vouched for them. */
  actor: AuditActor;
  /** The token they brought, where it lets in once. */
  token?: SingleUse;
  /** The hand-off by which they come. `take` spends it or throws, under the person's lock, where the session is made. */
  handOff?: { key: Buffer; take(client: Queryable): Promise<void> };
  /** Cookie of the session that this browser had before, which ends. */
  earlierCookie?: string | undefined;
  /** Aborted where the browser leaves before it could have the cookie: then nobody has entered, and no token is spent. */
  signal?: AbortSignal;
}

/** Somebody who is being verified. */
export interface PersonSession {
  kind: 'person';
  verificationId: string;
  externalUserId: string;
  levelName: string;
  returnUrl: string | null;
  /** When it ends, from what is known now; by idleness, if nobody uses it until then. */
  ends: { at: Date; byIdleness: boolean };
  /** Whether a hand-off made it, whose other end still has its session. */
  handedOff: boolean;
}

/** One of the operator's own people: never a person who is being verified in the same session. */
export interface StaffSession {
  kind: 'staff';
  staffId: string;
  scopes: readonly StaffScope[];
}

export type Session = PersonSession | StaffSession;

export interface Sessions {
  /**
   * Signs a person in. Returns the cookie's value, which is nowhere stored, and the person's verification.
   * @throws {Refusal} `hand-over-used`
   */
  create(person: NewSession, entry?: Entry): Promise<{ cookie: string; verification: VerificationRow }>;
  /** Signs one of the staff in. Returns the cookie's value. @throws {Refusal} `hand-over-used` */
  createForStaff(staff: NewStaffSession, entry: Entry): Promise<string>;
  /** Reading is using: it keeps a session from ending by idleness. */
  read(cookie: string): Promise<Session | undefined>;
  /** The cookie's session, if it was the token of this key that made it. */
  readEnteredBy(cookie: string, tokenKey: Buffer): Promise<Session | undefined>;
  /** What names the cookie's session in the database. */
  toKey(cookie: string): Buffer;
  /** Signs out. */
  end(cookie: string): Promise<void>;
  /** Ends every session of a person, on all of their devices; returns how many. Their streams end at the next beat. */
  endAllOf(externalUserId: string, client?: Queryable): Promise<number>;
  /** The same for one of the staff. */
  endAllOfStaff(staffId: string, client?: Queryable): Promise<number>;
  /** Those of the cookies whose session is still good. An open stream is a use, too. */
  filterLive(cookies: readonly string[]): Promise<Set<string>>;
  /** Forgets sessions that have expired, and spent tokens that nobody would accept any more. */
  purge(): Promise<void>;
}

export function createSessions(database: Database, secret: string, now: () => number): Sessions {
  const toKey = (cookie: string) => createHmac('sha256', secret).update(cookie).digest();
  const at = () => new Date(now());

  async function begin(
    client: Queryable,
    { token, handOff, earlierCookie, signal }: Entry,
    row: Omit<NewSessionRow, 'key' | 'entryKey'>,
  ): Promise<string> {
    if (token && !(await spendToken(client, token))) throw new Refusal('hand-over-used', 'used');
    await handOff?.take(client);
    if (earlierCookie) await client.query('delete from sessions where key = $1', [toKey(earlierCookie)]);
    const cookie = randomBytes(32).toString('base64url');
    await insertSession(client, { ...row, key: toKey(cookie), entryKey: token?.key ?? handOff?.key ?? null }, at());
    signal?.throwIfAborted();
    return cookie;
  }

  async function readOne(cookie: string): Promise<SessionRow | undefined> {
    const [row] = await readSessions(database, [toKey(cookie)], at());
    return row;
  }

  return {
    create: (person, entry = { actor: 'person' }) =>
      database.transaction(async client => {
        const { externalUserId, levelName, returnUrl } = person;
        const verification = await ensureVerification(client, externalUserId, levelName);
        const { id } = verification;
        const detail = entry.handOff ? { by: 'hand-off' } : {};
        await writeAudit(client, {
          action: 'signed-in',
          actor: entry.actor,
          externalUserId,
          verificationId: id,
          detail,
        });
        const row = { kind: 'person', verificationId: id, returnUrl, staffId: null, scopes: [] } as const;
        return { cookie: await begin(client, entry, row), verification };
      }),

    createForStaff: ({ staffId, scopes }, entry) =>
      database.transaction(async client => {
        await writeAudit(client, { action: 'signed-in', actor: entry.actor, actorId: staffId, detail: { scopes } });
        const row = { kind: 'staff', verificationId: null, returnUrl: null, staffId, scopes } as const;
        return begin(client, entry, row);
      }),

    toKey,

    async read(cookie) {
      const row = await readOne(cookie);
      return row && toSession(row);
    },

    async readEnteredBy(cookie, tokenKey) {
      const row = await readOne(cookie);
      return row?.entry_key?.equals(tokenKey) ? toSession(row) : undefined;
    },

    end: cookie =>
      database.transaction(async client => {
        const [row] = await readSessions(client, [toKey(cookie)], at());
        const { rowCount } = await client.query('delete from sessions where key = $1', [toKey(cookie)]);
        if (!row || rowCount === 0) return;
        await writeAudit(
          client,
          row.verification_id === null
            ? { action: 'signed-out', actor: 'staff', actorId: row.staff_id }
            : {
                action: 'signed-out',
                actor: 'person',
                externalUserId: row.external_user_id,
                verificationId: row.verification_id,
              },
        );
      }),

    async endAllOf(externalUserId, client = database) {
      const { rowCount } = await client.query(
        'delete from sessions s using verifications v where v.id = s.verification_id and v.external_user_id = $1',
        [externalUserId],
      );
      return rowCount ?? 0;
    },

    async endAllOfStaff(staffId, client = database) {
      const { rowCount } = await client.query('delete from sessions where staff_id = $1', [staffId]);
      return rowCount ?? 0;
    },

    async filterLive(cookies) {
      const byKey = new Map(cookies.map(cookie => [toKey(cookie).toString('hex'), cookie]));
      const rows = await readSessions(database, cookies.map(toKey), at());
      return new Set(rows.flatMap(row => byKey.get(row.key.toString('hex')) ?? []));
    },

    async purge() {
      await sweepSessions(database, at());
      await forgetSpentTokens(database, at());
    },
  };
}

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
    ends: { at: row.ends_at, byIdleness: row.ends_by_idleness },
    handedOff: row.handed_off,
  };
}
