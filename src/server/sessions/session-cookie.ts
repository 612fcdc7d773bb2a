import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { Refusal } from '../problems';
import { sessionLifetimes } from './session-lifetimes';
import type { PersonSession, Session, Sessions, StaffScope, StaffSession } from './sessions';

/** 32 bytes in base64url. Nothing else was ever given out, so nothing else is looked up. */
const cookieShape = /^[\w-]{43}$/;

export interface SessionGate {
  readCookie(c: Context): string | undefined;
  /** The person of the request; undefined where nobody is, or one of the staff. */
  read(c: Context): Promise<PersonSession | undefined>;
  /** The person of the request. @throws {Refusal} `session-required` */
  require(c: Context): Promise<PersonSession>;
  /** The staff member of the request, who must have the scope. @throws {Refusal} `session-required`, `scope-required` */
  requireScope(c: Context, scope: StaffScope): Promise<StaffSession>;
  writeCookie(c: Context, cookie: string, kind: Session['kind']): void;
  deleteCookie(c: Context): void;
}

export function nameSessionCookie(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-portico-session' : 'portico-session';
}

/** The cookie is out of reach of scripts and of other sites; over https its name pins it to this very host. */
export function createSessionGate(sessions: Sessions, publicUrl: string): SessionGate {
  const secure = publicUrl.startsWith('https:');
  const name = nameSessionCookie(publicUrl);
  const options = { httpOnly: true, secure, sameSite: 'Lax', path: '/' } as const;

  const readCookie = (c: Context): string | undefined => {
    const cookie = getCookie(c, name);
    return cookie && cookieShape.test(cookie) ? cookie : undefined;
  };

  async function readAny(c: Context) {
    const cookie = readCookie(c);
    return cookie ? sessions.read(cookie) : undefined;
  }

  async function read(c: Context): Promise<PersonSession | undefined> {
    const session = await readAny(c);
    return session?.kind === 'person' ? session : undefined;
  }

  return {
    readCookie,
    read,
    async require(c) {
      const session = await read(c);
      if (!session) throw new Refusal('session-required', 'There is no session, or it has ended');
      return session;
    },
    async requireScope(c, scope) {
      const session = await readAny(c);
      if (!session) throw new Refusal('session-required', 'There is no session, or it has ended');
      if (session.kind !== 'staff' || !session.scopes.includes(scope)) {
        throw new Refusal('scope-required', `The session’s hand-over token did not have the scope ${scope}`);
      }
      return session;
    },
    writeCookie(c, cookie, kind) {
      setCookie(c, name, cookie, { ...options, maxAge: sessionLifetimes[kind].absolute });
    },
    deleteCookie(c) {
      deleteCookie(c, name, options);
    },
  };
}
