import { hkdfSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { createOperatorLinks, type OperatorLinks } from './operator-links';
import { toTokenKey } from './spent-tokens';

const now = Date.UTC(2026, 10, 25, 12) + 999;
const seconds = Math.floor(now / 1000);
const secret = 'a-session-secret-for-tests';
const at = (ms: number) => createOperatorLinks(secret, () => now + ms);
const links: OperatorLinks = {
  sign: staff => at(0).sign(staff),
  verify: token => at(0).verify(token),
};

test('a link says who is let in, with what, and until when', async () => {
  const token = await links.sign({ staffId: 'ann', scopes: ['operator', 'designer'] });
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256' });
  expect(decodeJwt(token)).toEqual({
    ...{ iss: 'portico', sub: 'ann', scope: 'operator designer', iat: seconds, exp: seconds + 300 },
    jti: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  expect(await links.verify(token)).toEqual({
    kind: 'staff',
    actor: 'command',
    staff: { staffId: 'ann', scopes: ['designer', 'operator'] },
    token: { key: toTokenKey(token), expiresAt: new Date((seconds + 300) * 1000) },
    lang: null,
  });
});

test('no two links are one', async () => {
  const staff = { staffId: 'ann', scopes: ['operator'] } as const;
  expect(await links.sign(staff)).not.toBe(await links.sign(staff));
});

test('a link is good for five minutes, give or take five seconds of a clock', async () => {
  const token = await links.sign({ staffId: 'ann', scopes: ['operator'] });
  expect(await at(304_000).verify(token)).toMatchObject({ kind: 'staff' });
  await expect(at(305_000).verify(token)).rejects.toMatchObject({ code: 'hand-over-expired', message: 'expired' });
});

/** As any version of Portico derives it, so that a link outlives an update. */
const key = new Uint8Array(hkdfSync('sha256', secret, '', 'portico operator links', 32));
const signBy = (by: Uint8Array, alg = 'HS256') =>
  new SignJWT({ sub: 'ann', scope: 'operator', exp: seconds + 60 }).setProtectedHeader({ alg }).sign(by);

test('a link is signed by a key of its own, in one way', async () => {
  expect(await links.verify(await signBy(key))).toMatchObject({ staff: { staffId: 'ann' } });
  expect(await links.verify(await signBy(new TextEncoder().encode(secret)))).toBeUndefined();
  expect(await createOperatorLinks('another', () => now).verify(await signBy(key))).toBeUndefined();
  const long = new Uint8Array(hkdfSync('sha256', secret, '', 'portico operator links', 64));
  expect(await links.verify(await signBy(long, 'HS512'))).toBeUndefined();
  expect(await links.verify('rubbish')).toBeUndefined();
});

test('a link of just the longest kind is one', async () => {
  const lengthOf = async (letters: number) => links.sign({ staffId: 'x'.repeat(letters), scopes: ['operator'] });
  let letters = 5_900;
  while ((await lengthOf(letters)).length < 8 * 1024) letters += 1;
  const token = await lengthOf(letters);
  expect(token).toHaveLength(8 * 1024);
  expect(await links.verify(token)).toMatchObject({ kind: 'staff' });
  expect(await links.verify(await lengthOf(letters + 3))).toBeUndefined();
});
