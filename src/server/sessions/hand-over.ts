import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { readLanguage } from '#contract/language';
import type { Config } from '../config';
import { Refusal } from '../problems';
import type { NewSession } from './sessions';

export interface HandOver {
  person: NewSession;
  lang: string | null;
}

/** Verifies the host product's token. @throws {Refusal} `hand-over-expired`, `hand-over-invalid` or `hand-over-unavailable` */
export type VerifyHandOver = (token: string) => Promise<HandOver>;

/**
 * 1. The algorithms are ours to name: HS256 for a shared secret, asymmetric ones for published keys, so a public key can
 *    never be passed off as a secret.
 * 2. `sub` and `exp` are required: a token that never expires is not a hand-over.
 * 3. Nothing else decides who the person is.
 */
export function createHandOver(
  signIn: Exclude<Config['signIn'], { kind: 'open' }>,
  defaultLevelName: string,
  now: () => number,
): VerifyHandOver {
  const keys = signIn.kind === 'jwks' ? createRemoteJWKSet(new URL(signIn.url)) : undefined;
  const secret = signIn.kind === 'secret' ? new TextEncoder().encode(signIn.secret) : undefined;

  return async token => {
    const options = { requiredClaims: ['sub', 'exp'], currentDate: new Date(now()), clockTolerance: 5 };
    try {
      const { payload } = keys
        ? await jwtVerify(token, keys, { ...options, algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'] })
        : await jwtVerify(token, secret ?? new Uint8Array(), { ...options, algorithms: ['HS256'] });
      return toHandOver(payload, defaultLevelName);
    } catch (error) {
      if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error instanceof TypeError) {
        throw new Refusal('hand-over-unavailable', 'The host product’s keys could not be fetched', {
          'retry-after': '5',
        });
      }
      if (error instanceof errors.JWTExpired) throw new Refusal('hand-over-expired', 'The hand-over token has expired');
      if (error instanceof errors.JOSEError)
        throw new Refusal('hand-over-invalid', `The hand-over token is not usable: ${error.code}`);
      throw error;
    }
  };
}

function toHandOver(payload: JWTPayload, defaultLevelName: string): HandOver {
  const text = (claim: string) => {
    const value = payload[claim];
    return typeof value === 'string' && value.trim() !== '' ? value : null;
  };
  const externalUserId = text('sub');
  const levelName = text('level') ?? defaultLevelName;
  if (!externalUserId || !isName(externalUserId) || !isName(levelName)) {
    throw new Refusal('hand-over-invalid', 'The hand-over token has no usable sub, or an unusable level');
  }
  return {
    person: { externalUserId, levelName, returnUrl: toHttpUrl(text('returnUrl')) },
    lang: readLanguage(text('lang')) ?? null,
  };
}

/** Of a length and make that every system on the way can keep. */
function isName(text: string): boolean {
  return text.length <= 200 && !/[\p{Cc}\p{Cs}]/u.test(text);
}

function toHttpUrl(text: string | null): string | null {
  if (!text || !URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return ['http:', 'https:'].includes(protocol) ? href : null;
}
