import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { Refusal } from '../problems';
import { type Session, type Sessions, sessionLifetimeMs } from './sessions';

export interface SessionGate {
  readCookie(c: Context): string | undefined;
  read(c: Context): Promise<Session | undefined>;
  /** The session of the request. @throws {Refusal} `session-required` */
  require(c: Context): Promise<Session>;
  /** Makes `cookie` the request's session, in place of the one it had. */
  replace(c: Context, cookie: string): Promise<void>;
}

/** The cookie is out of reach of scripts and of other sites; over https its name pins it to this very host. */
export function createSessionGate(sessions: Sessions, publicUrl: string): SessionGate {
  const secure = publicUrl.startsWith('https:');
  const name = secure ? '__Host-portico-session' : 'portico-session';

  const readCookie = (c: Context): string | undefined => getCookie(c, name);

  async function read(c: Context): Promise<Session | undefined> {
    const cookie = readCookie(c);
    return cookie ? sessions.read(cookie) : undefined;
  }

  return {
    readCookie,
    read,
    async require(c) {
      const session = await read(c);
      if (!session) throw new Refusal('session-required', 'There is no session, or it has ended');
      return session;
    },
    async replace(c, cookie) {
      const earlier = readCookie(c);
      if (earlier) await sessions.end(earlier);
      setCookie(c, name, cookie, {
        httpOnly: true,
        secure,
        sameSite: 'Lax',
        path: '/',
        maxAge: Math.floor(sessionLifetimeMs / 1000),
      });
    },
  };
}
