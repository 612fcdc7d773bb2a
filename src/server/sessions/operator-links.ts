import { hkdfSync, randomUUID } from 'node:crypto';
import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import { Refusal } from '../problems';
import { clockTolerance, type HandOver, maxTokenLength, toRefusal } from './hand-over';
import { isName, readScopes, readText } from './read-claims';
import type { NewStaffSession } from './sessions';
import { toTokenKey } from './spent-tokens';

const issuer = 'portico';
const lifetimeSeconds = 5 * 60;

export interface OperatorLinks {
  /** A token for `/enter` that lets one of the staff in once, within five minutes. */
  sign(staff: NewStaffSession): Promise<string>;
  /** Undefined where the token is not one of ours. @throws {Refusal} `hand-over-expired` */
  verify(token: string): Promise<HandOver | undefined>;
}

/** Lets the operator in where no host product vouches for anybody. Whoever has the session secret can make such a link. */
export function createOperatorLinks(sessionSecret: string, now: () => number): OperatorLinks {
  const key = new Uint8Array(hkdfSync('sha256', sessionSecret, '', 'portico operator links', 32));

  return {
    sign({ staffId, scopes }) {
      const issuedAt = Math.floor(now() / 1000);
      return new SignJWT({ scope: scopes.join(' ') })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setSubject(staffId)
        .setJti(randomUUID())
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeSeconds)
        .sign(key);
    },

    async verify(token) {
      if (token.length > maxTokenLength || !claimsToBeOurs(token)) return undefined;
      const checks = { issuer, algorithms: ['HS256'], requiredClaims: ['sub', 'exp'], clockTolerance };
      try {
        const { payload } = await jwtVerify(token, key, { ...checks, currentDate: new Date(now()) });
        const staffId = readText(payload, 'sub');
        const scopes = readScopes(payload);
        if (!staffId || !isName(staffId) || scopes.length === 0) throw new Refusal('hand-over-invalid', 'unusable-sub');
        const expiresAt = new Date((payload.exp ?? 0) * 1000);
        const single = { key: toTokenKey(token), expiresAt };
        return { kind: 'staff', actor: 'command', staff: { staffId, scopes }, token: single, lang: null };
      } catch (error) {
        // A host product may have taken the same name.
        if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JOSEAlgNotAllowed) {
          return undefined;
        }
        throw toRefusal(error);
      }
    },
  };
}

function claimsToBeOurs(token: string): boolean {
  try {
    return decodeJwt(token).iss === issuer;
  } catch {
    return false;
  }
}
