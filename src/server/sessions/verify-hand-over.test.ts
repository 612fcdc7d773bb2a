import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { errors, exportJWK, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { createHandOver, maxTokenLength, toRefusal } from './hand-over';
import { toTokenKey } from './spent-tokens';

const now = Date.UTC(2026, 10, 25, 12);
const seconds = now / 1000;
const secret = 'a-sign-in-secret-for-tests';
const noKeys: typeof fetch = () => Promise.reject(new TypeError('no keys are asked for'));
const verify = (token: string) =>
  createHandOver({ kind: 'secret', secret }, { levelName: 'basic-kyc-level', fetch: noKeys, now: () => now })(token);

const sign = (claims: object) =>
  new SignJWT({ sub: 'customer-7', exp: seconds + 120, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));

describe('a good token', () => {
  test('says who comes, and until when it could be used', async () => {
    const token = await sign({ returnUrl: 'https://bank.example/account', lang: 'kk-KZ', level: 'address-kyc-level' });
    expect(await verify(token)).toEqual({
      kind: 'person',
      actor: 'host',
      person: {
        externalUserId: 'customer-7',
        levelName: 'address-kyc-level',
        returnUrl: 'https://bank.example/account',
      },
      lang: 'kk',
      token: { key: toTokenKey(token), expiresAt: new Date(now + 120_000) },
    });
  });

  test('that says no more than it must leads to the usual level, in no language in particular', async () => {
    expect(await verify(await sign({}))).toMatchObject({
      person: { externalUserId: 'customer-7', levelName: 'basic-kyc-level', returnUrl: null },
      lang: null,
    });
  });

  test('with a scope of ours makes one of the staff', async () => {
    expect(await verify(await sign({ scope: 'operator', lang: 'ru' }))).toMatchObject({
      kind: 'staff',
      actor: 'staff',
      staff: { staffId: 'customer-7', scopes: ['operator'] },
      lang: 'ru',
    });
  });

  test.each([
    ['expires in ten minutes by a clock that is five seconds ahead', { exp: seconds + 605 }],
    ['expired five seconds ago by our clock, less a moment', { exp: seconds - 4 }],
    ['was issued five seconds ahead', { iat: seconds + 5, exp: seconds + 65 }],
    ['lives for ten minutes', { iat: seconds, exp: seconds + 600 }],
    ['is good from five seconds ahead', { nbf: seconds + 5 }],
  ])('%s', async (_name, times) => {
    expect(await verify(await sign(times))).toMatchObject({ kind: 'person' });
  });
});

describe('a token is refused', () => {
  test.each([
    ['that expires a second too late', { exp: seconds + 606 }, 'hand-over-invalid', 'lives-too-long'],
    ['that lives a second too long', { iat: seconds - 10, exp: seconds + 591 }, 'hand-over-invalid', 'lives-too-long'],
    ['that was issued six seconds ahead', { iat: seconds + 6 }, 'hand-over-invalid', 'issued-later'],
    ['that expired five seconds ago', { exp: seconds - 5 }, 'hand-over-expired', 'expired'],
    ['that never expires', { exp: undefined }, 'hand-over-invalid', 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['for nobody', { sub: undefined }, 'hand-over-invalid', 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['for a blank', { sub: ' ' }, 'hand-over-invalid', 'unusable-sub'],
    ['for a name nobody can keep', { sub: 'a\u0000b' }, 'hand-over-invalid', 'unusable-sub'],
    ['for a level nobody can keep', { level: 'a\nb' }, 'hand-over-invalid', 'unusable-level'],
  ])('%s', async (_name, claims, code, message) => {
    await expect(verify(await sign(claims))).rejects.toMatchObject({ code, message });
  });

  test('that is longer than any honest one', async () => {
    await expect(verify('x'.repeat(maxTokenLength))).rejects.toMatchObject({ message: 'ERR_JWS_INVALID' });
    await expect(verify('x'.repeat(maxTokenLength + 1))).rejects.toMatchObject({
      code: 'hand-over-invalid',
      message: 'too-long',
    });
  });
});

describe('published keys', () => {
  const pairs = {
    RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
    PS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
    ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    EdDSA: () => generateKeyPairSync('ed25519'),
    RS512: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  };

  async function enterBy(alg: keyof typeof pairs): Promise<unknown> {
    const { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject } = pairs[alg]();
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'current', alg, use: 'sig' }];
    const asked: string[] = [];
    const byKeys = createHandOver(
      { kind: 'jwks', url: 'https://host.example/keys' },
      {
        levelName: 'basic-kyc-level',
        fetch: async url => {
          asked.push(String(url));
          return Response.json({ keys });
        },
        now: () => now,
      },
    );
    const token = new SignJWT({ sub: 'customer-7', exp: seconds + 120 }).setProtectedHeader({ alg, kid: 'current' });
    const { kind } = await byKeys(await token.sign(privateKey));
    return [kind, asked];
  }

  test.each(['RS256', 'PS256', 'ES256', 'EdDSA'] as const)('let people in by %s', async alg => {
    expect(await enterBy(alg)).toEqual(['person', ['https://host.example/keys']]);
  });

  test('let nobody in by an algorithm we did not name', async () => {
    await expect(enterBy('RS512')).rejects.toMatchObject({ code: 'hand-over-invalid' });
  });
});

test.each<[string, unknown, object]>([
  ['keys that took too long', new errors.JWKSTimeout(), { code: 'hand-over-unavailable', message: 'keys-unavailable' }],
  ['keys that are none', new errors.JWKSInvalid(), { code: 'hand-over-unavailable', message: 'keys-unavailable' }],
  ['an address that cannot be reached', new TypeError('fetch failed'), { code: 'hand-over-unavailable' }],
  ['an address that answers something else', new errors.JOSEError('500'), { code: 'hand-over-unavailable' }],
  ['an expired token', new errors.JWTExpired('expired', {}), { code: 'hand-over-expired', message: 'expired' }],
  ['a wrong signature', new errors.JWSSignatureVerificationFailed(), { code: 'hand-over-invalid' }],
  ['a key that is unknown', new errors.JWKSNoMatchingKey(), { message: 'ERR_JWKS_NO_MATCHING_KEY' }],
])('%s is a refusal with its cause', (_name, error, expected) => {
  expect(toRefusal(error)).toMatchObject({ name: 'Refusal', ...expected });
});

test('what was no failure of a token stays what it was', () => {
  const others = [
    new Error('socket hang up'),
    Object.assign(new Error('ours'), { code: 'ERR_JOSE_GENERIC' }),
    'a text',
  ];
  for (const error of others) expect(toRefusal(error)).toBe(error);
});
