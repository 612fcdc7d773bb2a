import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { digestVectors } from '#idngo/webhook-digest';
import { checkDigest } from './check-digest';

const body = Buffer.from('{"type":"applicantReviewed"}');
const sign = (secret: string, hash: string, bytes: Uint8Array = body) =>
  createHmac(hash, secret).update(bytes).digest('hex');
const trusted = {
  secrets: ['current-secret', 'previous-secret'],
  algorithms: ['HMAC_SHA256_HEX', 'HMAC_SHA512_HEX'],
} as const;

test.each(digestVectors)(
  'accepts the documented example of $algorithm',
  ({ secret, body: text, algorithm, digest }) => {
    const claim = { digest, algorithm };
    expect(checkDigest(Buffer.from(text), claim, { secrets: [secret], algorithms: [algorithm] })).toBe('authentic');
  },
);

test.each(['current-secret', 'previous-secret'])('accepts the %s while secrets are rotated', secret => {
  expect(checkDigest(body, { digest: sign(secret, 'sha256'), algorithm: 'HMAC_SHA256_HEX' }, trusted)).toBe(
    'authentic',
  );
});

test('accepts a digest written in capitals', () => {
  const claim = { digest: sign('current-secret', 'sha512').toUpperCase(), algorithm: 'HMAC_SHA512_HEX' };
  expect(checkDigest(body, claim, trusted)).toBe('authentic');
});

test('refuses a right digest by an algorithm that is not allowed', () => {
  const claim = { digest: sign('current-secret', 'sha1'), algorithm: 'HMAC_SHA1_HEX' };
  expect(checkDigest(body, claim, trusted)).toBe('algorithm-not-allowed');
});

test.each([
  ['another secret', sign('forged-secret', 'sha256')],
  ['another algorithm’s digest', sign('current-secret', 'sha512')],
  ['the first half of a right digest', sign('current-secret', 'sha256').slice(0, 32)],
  [
    'the same JSON written differently',
    sign('current-secret', 'sha256', Buffer.from('{ "type": "applicantReviewed" }')),
  ],
])('refuses %s', (_name, digest) => {
  expect(checkDigest(body, { digest, algorithm: 'HMAC_SHA256_HEX' }, trusted)).toBe('wrong');
});

test.each([
  { digest: undefined, algorithm: undefined },
  { digest: undefined, algorithm: 'HMAC_SHA256_HEX' },
  { digest: sign('current-secret', 'sha256'), algorithm: undefined },
  { digest: '', algorithm: 'HMAC_SHA256_HEX' },
])('calls %j unsigned', claim => {
  expect(checkDigest(body, claim, trusted)).toBe('missing');
});
