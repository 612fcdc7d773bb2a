import { createHash, randomBytes } from 'node:crypto';
import type { Device, HandOff, HandOffLook } from '#contract/hand-off';
import { writeAudit } from '../audit/audit-trail';
import type { Database, Queryable } from '../database/database';
import { Refusal } from '../problems';
import { readSessions } from '../sessions/session-rows';
import type { PersonSession, Session, Sessions } from '../sessions/sessions';
import { lockPerson } from '../verifications/locks';
import { readVerification, type VerificationRow } from '../verifications/verification-rows';
import {
  announceHandOff,
  type HandOffRow,
  insertHandOff,
  markCancelled,
  markTaken,
  readHandOff,
  readNewestOf,
  replaceOpen,
  toHandOff,
  toHandOffId,
} from './handoff-rows';

export const handOffLifetimeSeconds = 10 * 60;

/** 144 bits in base64url. Nothing else was ever given out, so nothing else is looked up. */
const tokenShape = /^[\w-]{24}$/;
const tokenBytes = 18;

/** Somebody's browser as it asks. */
export interface Visitor {
  /** Of the session it has, if any. */
  cookie: string | undefined;
  device: Device;
  /** Aborted where the browser leaves before it could have the answer. */
  signal?: AbortSignal;
}

export interface HandOffs {
  /** Ends the person's older ones that nobody has taken. The token is told here and never again. */
  make(session: PersonSession, computer: Visitor): Promise<{ id: string; token: string; secondsLeft: number }>;
  /** The newest of the computer's session. */
  read(computer: Visitor): Promise<HandOff | null>;
  /** Ends the newest of the computer's session, and the session that it made. Ending twice is ending. */
  cancel(session: PersonSession, computer: Visitor): Promise<HandOff | null>;
  /** What the link would do. @throws {Refusal} `hand-off-…` where that is nothing. */
  look(token: string, phone: Visitor): Promise<HandOffLook>;
  /**
   * Signs the phone in, once. Returns the cookie of its new session, or none where it is signed in by this link already.
   * @throws {Refusal} `hand-off-…`
   */
  take(token: string, phone: Visitor): Promise<{ cookie?: string; verification: VerificationRow }>;
}

/**
 * A person who began on one device goes on at another.
 *
 * 1. The token is random, lives ten minutes, and only its hash is kept. It is looked at and taken by POST alone, so that
 *    neither an address nor a log ever has it.
 * 2. It belongs to one verification and to the session that made it: with that session it is gone, and a newer one ends it.
 * 3. Looking spends nothing. Taking spends it under the person's lock, in the transaction that makes the new session: of
 *    any number who try at once, in any process, one comes in.
 * 4. Whoever made it sees what took it, and can put that out again.
 */
export function createHandOffs(database: Database, sessions: Sessions, now: () => number): HandOffs {
  const at = () => new Date(now());
  const keyOf = ({ cookie }: Visitor) => (cookie === undefined ? undefined : sessions.toKey(cookie));
  const isOwn = (row: HandOffRow, visitor: Visitor) => keyOf(visitor)?.equals(row.made_by) ?? false;

  async function requireKnown(client: Queryable, token: string, lock?: 'lock'): Promise<HandOffRow> {
    const row = tokenShape.test(token) ? await readHandOff(client, toTokenHash(token), lock) : undefined;
    if (!row) throw new Refusal('hand-off-unknown', 'No hand-off has this token, or its session has ended');
    return row;
  }

  /** Returns the session that made it. */
  async function requireOpen(client: Queryable, row: HandOffRow): Promise<{ returnUrl: string | null }> {
    if (row.end_reason) throw new Refusal('hand-off-cancelled', row.end_reason);
    if (row.taken_at) throw new Refusal('hand-off-used', 'It works once');
    const [maker] = await readSessions(client, [row.made_by], at());
    const isOver = row.expires_at <= at() || maker?.verification_id !== row.verification_id;
    if (!maker || maker.verification_id === null || isOver) throw new Refusal('hand-off-expired', 'Make a new one');
    return { returnUrl: maker.return_url };
  }

  const isTakenBy = async (row: HandOffRow, { cookie }: Visitor) =>
    cookie !== undefined && row.end_reason === null && (await sessions.readEnteredBy(cookie, row.key)) !== undefined;

  async function requireVerification(id: string): Promise<VerificationRow> {
    const row = await readVerification(database, id);
    if (!row) throw new Refusal('hand-off-unknown', 'Its verification is gone');
    return row;
  }

  return {
    make: (session, computer) =>
      database.transaction(async client => {
        const { externalUserId, verificationId } = session;
        await lockPerson(client, externalUserId);
        const madeBy = keyOf(computer);
        const [maker] = madeBy ? await readSessions(client, [madeBy], at()) : [];
        if (!madeBy || !maker) throw new Refusal('session-required', 'The session has just ended');
        const token = randomBytes(tokenBytes).toString('base64url');
        const key = toTokenHash(token);
        await insertHandOff(client, {
          ...{ key, verification_id: verificationId, made_by: madeBy, ...computer.device },
          made_at: at(),
          expires_at: new Date(now() + handOffLifetimeSeconds * 1000),
        });
        // Last: a session that ends is locked before its hand-offs, which go with it, and so it is here.
        const replaced = await replaceOpen(client, verificationId, key, at());
        if (replaced > 0) await announceHandOff(client, verificationId);
        await writeAudit(client, {
          ...{ action: 'hand-off-made', actor: 'person', externalUserId, verificationId, detail: { replaced } },
        });
        return { id: toHandOffId(key), token, secondsLeft: handOffLifetimeSeconds };
      }),

    async read(computer) {
      const key = keyOf(computer);
      const row = key && (await readNewestOf(database, key));
      return row ? toHandOff(row, at()) : null;
    },

    cancel: ({ externalUserId, verificationId }, computer) =>
      database.transaction(async client => {
        await lockPerson(client, externalUserId);
        const key = keyOf(computer);
        const row = key && (await readNewestOf(client, key));
        if (!row) return null;
        if (row.end_reason === null) {
          await markCancelled(client, row.key, at());
          const { rowCount: disconnected } = await client.query('delete from sessions where entry_key = $1', [row.key]);
          await announceHandOff(client, verificationId);
          await writeAudit(client, {
            ...{ action: 'hand-off-cancelled', actor: 'person', externalUserId, verificationId },
            detail: { disconnected },
          });
        }
        return toHandOff({ ...row, end_reason: row.end_reason ?? 'cancelled' }, at());
      }),

    async look(token, phone) {
      const row = await requireKnown(database, token);
      if (await isTakenBy(row, phone)) return { is: 'taken-here' };
      await requireOpen(database, row);
      if (isOwn(row, phone)) return { is: 'own' };
      const present = phone.cookie === undefined ? undefined : await sessions.read(phone.cookie);
      return {
        is: 'open',
        startedOn: { browser: row.browser, system: row.system },
        startedAt: row.made_at.toISOString(),
        present: comparePresent(present, row),
      };
    },

    async take(token, phone) {
      const found = await requireKnown(database, token);
      if (await isTakenBy(found, phone)) return { verification: await requireVerification(found.verification_id) };
      const { returnUrl } = await requireOpen(database, found);
      if (isOwn(found, phone)) return { verification: await requireVerification(found.verification_id) };
      const { external_user_id: externalUserId, level_name: levelName } = found;
      return sessions.create(
        { externalUserId, levelName, returnUrl },
        {
          ...{ actor: 'person', earlierCookie: phone.cookie },
          ...(phone.signal && { signal: phone.signal }),
          handOff: {
            key: found.key,
            async take(client) {
              // Anew, under the person's lock: it may have been taken or ended since.
              const row = await requireKnown(client, token, 'lock');
              await requireOpen(client, row);
              await markTaken(client, row.key, phone.device, at());
              await announceHandOff(client, row.verification_id);
            },
          },
        },
      );
    },
  };
}

function toTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function comparePresent(session: Session | undefined, row: HandOffRow) {
  if (!session) return 'nobody';
  return session.kind === 'person' && session.externalUserId === row.external_user_id ? 'same-person' : 'somebody-else';
}
