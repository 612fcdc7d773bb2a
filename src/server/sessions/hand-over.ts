import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from 'jose';
import { readLanguage } from '#contract/language';
import type { AuditActor } from '../audit/audit-trail';
import type { Config } from '../config';
import { Refusal } from '../problems';
import { isName } from '../verifications/names';
import { readScopes, readText, toHttpUrl } from './read-claims';
import type { NewSession, NewStaffSession } from './sessions';
import { type SingleUse, toTokenKey } from './spent-tokens';

export type HandOver = { actor: AuditActor; token: SingleUse; lang: string | null } & (
  | { kind: 'person'; person: NewSession }
  | { kind: 'staff'; staff: NewStaffSession }
);

/**
 * Verifies the host product's token. The detail of a refusal is a code for the log.
 * @throws {Refusal} `hand-over-expired`, `hand-over-invalid` or `hand-over-unavailable`
 */
export type VerifyHandOver = (token: string) => Promise<HandOver>;

/** Nothing honest is longer, and nothing longer is parsed. */
export const maxTokenLength = 8 * 1024;
const maxLifetimeSeconds = 10 * 60;
/** What two good clocks may differ by, in seconds. */
export const clockTolerance = 5;

/**
 * 1. The algorithms are ours to name: HS256 for a shared secret, asymmetric ones for published keys, so a public key can
 *    never be passed off as a secret.
 * 2. `sub` and `exp` are required, and `exp` is near: a token that lives long is a password in an address.
 * 3. It lets in once (`spent-tokens.ts`), which is for whoever makes the session of it to see to.
 * 4. Nothing else decides who the person is. Scopes make one of the staff, who is never a person at the same time.
 */
export function createHandOver(
  signIn: Exclude<Config['signIn'], { kind: 'open' }>,
  options: { levelName: string; fetch: typeof fetch; now: () => number },
): VerifyHandOver {
  const { levelName, now } = options;
  const keys =
    signIn.kind === 'jwks'
      ? createRemoteJWKSet(new URL(signIn.url), { [customFetch]: (url, init) => options.fetch(url, init) })
      : undefined;
  const secret = signIn.kind === 'secret' ? new TextEncoder().encode(signIn.secret) : undefined;

  return async token => {
    if (token.length > maxTokenLength) throw new Refusal('hand-over-invalid', 'too-long');
    const checks = { requiredClaims: ['sub', 'exp'], currentDate: new Date(now()), clockTolerance };
    try {
      const { payload } = keys
        ? await jwtVerify(token, keys, { ...checks, algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'] })
        : await jwtVerify(token, secret ?? new Uint8Array(), { ...checks, algorithms: ['HS256'] });
      const expiresAt = requireShortLife(payload, now());
      return { ...toHandOver(payload, levelName), token: { key: toTokenKey(token), expiresAt } };
    } catch (error) {
      throw toRefusal(error);
    }
  };
}

/** What a failed verification of a token is to whoever brought it. */
export function toRefusal(error: unknown): unknown {
  const keysAreAway =
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    error instanceof TypeError ||
    (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC'); // the address answered something else
  if (keysAreAway) return new Refusal('hand-over-unavailable', 'keys-unavailable');
  if (error instanceof errors.JWTExpired) return new Refusal('hand-over-expired', 'expired');
  if (error instanceof errors.JOSEError) return new Refusal('hand-over-invalid', error.code);
  return error;
}

function requireShortLife({ exp = 0, iat }: JWTPayload, now: number): Date {
  const seconds = now / 1000;
  if (exp > seconds + maxLifetimeSeconds + clockTolerance) throw new Refusal('hand-over-invalid', 'lives-too-long');
  if (iat !== undefined && iat > seconds + clockTolerance) throw new Refusal('hand-over-invalid', 'issued-later');
  if (iat !== undefined && exp - iat > maxLifetimeSeconds) throw new Refusal('hand-over-invalid', 'lives-too-long');
  return new Date(exp * 1000);
}

function toHandOver(payload: JWTPayload, defaultLevelName: string) {
  const subject = readText(payload, 'sub');
  const levelName = readText(payload, 'level') ?? defaultLevelName;
  if (!subject || !isName(subject)) throw new Refusal('hand-over-invalid', 'unusable-sub');
  if (!isName(levelName)) throw new Refusal('hand-over-invalid', 'unusable-level');
  const lang = readLanguage(readText(payload, 'lang')) ?? null;
  const scopes = readScopes(payload);
  if (scopes.length > 0) {
    return { kind: 'staff', actor: 'staff', staff: { staffId: subject, scopes }, lang } as const;
  }
  const returnUrl = toHttpUrl(readText(payload, 'returnUrl'));
  return { kind: 'person', actor: 'host', person: { externalUserId: subject, levelName, returnUrl }, lang } as const;
}
