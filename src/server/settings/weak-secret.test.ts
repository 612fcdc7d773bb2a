import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { findWeakness } from './weak-secret';

test.each([
  'sandbox-webhook-secret-not-a-secret',
  'changeme-changeme-changeme-changeme',
  'CHANGE_ME_CHANGE_ME_CHANGE_ME_CHANGE',
  'replace-me-with-something-better-now',
  'your-very-own-key-goes-right-in-here',
  '<a long random string goes in here!>',
  'MySuperPassword2026MySuperPassword20',
])('takes %s for a placeholder', secret => {
  expect(findWeakness(secret, 32)).toBe('is a placeholder, not a secret');
});

test.each([
  'x'.repeat(64),
  'ab'.repeat(32),
  'k7Qz91mB'.repeat(8),
  'abcdefghijklmnopqrstuvwxyz0123456789',
  '9876543210'.repeat(4),
])('takes %s for guessable', secret => {
  expect(findWeakness(secret, 32)).toBe('is easily guessed');
});

test('says how long a short one has to be', () => {
  expect(findWeakness('k7Qz91mBxP', 32)).toBe('must have at least 32 characters');
});

test.each(['hex', 'base64', 'base64url'] as const)(
  'finds nothing in 10,000 secrets made by chance, in %s',
  encoding => {
    const weak = Array.from({ length: 10_000 }, (_, at) =>
      createHash('sha256').update(`${at}`).digest().subarray(0, 24).toString(encoding),
    ).filter(secret => findWeakness(secret, 32));
    expect(weak).toEqual([]);
  },
);

test('finds nothing in the key that the provider’s own documents sign their example with', () => {
  expect(findWeakness('Hej2ch71kG2kTd1iIUDZFNsO5C1lh5Gq', 16)).toBeUndefined();
});
