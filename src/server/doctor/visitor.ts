import { randomBytes } from 'node:crypto';
import type { Config } from '../config';
import type { Database } from '../database/database';
import { nameSessionCookie } from '../sessions/session-cookie';
import { createSessions } from '../sessions/sessions';
import { changeChannel } from '../verifications/verification-rows';

export interface Visitor {
  /** Header that carries the session. */
  cookie: string;
  /** Announces a change of the visitor's own verification, which nobody else has. */
  announceChange(): Promise<void>;
  /** Leaves nothing but the entry in the audit trail. */
  leave(): Promise<void>;
}

/** Gives a session to a person who does not exist. */
export async function inviteVisitor(config: Config, database: Database, now: () => number): Promise<Visitor> {
  const externalUserId = `portico-doctor-${randomBytes(8).toString('hex')}`;
  const person = { externalUserId, levelName: config.idngo.levelName, returnUrl: null };
  const { cookie } = await createSessions(database, config.sessionSecret, now).create(person, { actor: 'system' });
  return {
    cookie: `${nameSessionCookie(config.publicUrl)}=${cookie}`,
    async announceChange() {
      await database.query(
        `with changed as (update verifications set revision = revision + 1 where external_user_id = $1 returning id)
         select pg_notify($2, id::text) from changed`,
        [externalUserId, changeChannel],
      );
    },
    async leave() {
      await database.query(
        'delete from sessions s using verifications v where v.id = s.verification_id and v.external_user_id = $1',
        [externalUserId],
      );
      await database.query('delete from verifications where external_user_id = $1', [externalUserId]);
    },
  };
}
