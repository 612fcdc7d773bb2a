import { randomBytes } from 'node:crypto';
import type { Database } from '../database/database';
import { nameSessionCookie } from '../sessions/session-cookie';
import { createSessions } from '../sessions/sessions';
import { changeChannel } from '../verifications/verification-rows';
import type { Examination } from './examination';

export interface Visitor {
  /** Header that carries the session. */
  cookie: string;
  /** Announces a change of the visitor's own verification, which nobody else has. */
  announceChange(): Promise<void>;
}

/** Lends a session of a person who does not exist; all of it is gone afterwards. */
export async function withVisitor<T>(examination: Examination, visit: (visitor: Visitor) => Promise<T>): Promise<T> {
  const { config, now } = examination;
  const database = await examination.database();
  const externalUserId = `portico-doctor-${randomBytes(8).toString('hex')}`;
  const sessions = createSessions(database, config.sessionSecret, now);
  try {
    const { cookie } = await sessions.create({
      externalUserId,
      levelName: config.idngo.levelName,
      returnUrl: null,
    });
    return await visit({
      cookie: `${nameSessionCookie(config.publicUrl)}=${cookie}`,
      announceChange: () => announce(database, externalUserId),
    });
  } finally {
    await database.query(
      `with visitor as (select id from verifications where external_user_id = $1),
            ended as (delete from sessions where verification_id in (select id from visitor))
       delete from verifications where id in (select id from visitor)`,
      [externalUserId],
    );
  }
}

async function announce(database: Database, externalUserId: string): Promise<void> {
  await database.query(
    `with changed as (update verifications set revision = revision + 1 where external_user_id = $1 returning id)
     select pg_notify($2, id::text) from changed`,
    [externalUserId, changeChannel],
  );
}
