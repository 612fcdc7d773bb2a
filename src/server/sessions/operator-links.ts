import { hkdfSync, randomUUID } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { Refusal } from '../problems';
import { clockTolerance, type HandOver, maxTokenLength } from './hand-over';
import { readScopes } from './read-claims';
import type { NewStaffSession } from './sessions';
import { toTokenKey } from './spent-tokens';

const lifetimeSeconds = 5 * 60;

export interface OperatorLinks {
  /** A token for `/enter` that lets one of the staff in once, within five minutes. */
  sign(staff: NewStaffSession): Promise<string>;
  /** Undefined where the token is not one of ours. @throws {Refusal} `hand-over-expired` */
  verify(token: string): Promise<HandOver | undefined>;
}

/**
 * Lets the operator in where no host product vouches for anybody. Whoever has the session secret can make such a link; the
 * key is derived for these links alone, so nothing else that is signed or keyed by the secret passes for one.
 */
export function createOperatorLinks(sessionSecret: string, now: () => number): OperatorLinks {
  const key = new Uint8Array(hkdfSync('sha256', sessionSecret, '', 'portico operator links', 32));

  return {
    sign({ staffId, scopes }) {
      const issuedAt = Math.floor(now() / 1000);
      return new SignJWT({ scope: scopes.join(' ') })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('portico')
        .setSubject(staffId)
        .setJti(randomUUID())
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeSeconds)
        .sign(key);
    },

    async verify(token) {
      if (token.length > maxTokenLength) return undefined;
      const checks = { algorithms: ['HS256'], currentDate: new Date(now()), clockTolerance };
      try {
        const { payload } = await jwtVerify(token, key, checks);
        const { sub: staffId = '', exp = 0 } = payload; // whoever has the key wrote both
        const single = { key: toTokenKey(token), expiresAt: new Date(exp * 1000) };
        const staff = { staffId, scopes: readScopes(payload) };
        return { kind: 'staff', actor: 'command', staff, token: single, lang: null };
      } catch (error) {
        if (error instanceof errors.JWTExpired) throw new Refusal('hand-over-expired', 'expired');
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
}
