import { expect, test } from 'vitest';
import { readRetryAfterMs } from './read-retry-after';

const now = Date.parse('2026-11-25T12:00:00Z');

test.each<[string | null, number | undefined]>([
  ['7', 7_000],
  [' 7 ', 7_000],
  ['0', 0],
  ['Wed, 25 Nov 2026 12:00:30 GMT', 30_000],
  ['Wed, 25 Nov 2026 11:00:00 GMT', 0],
  ['86400', 3_600_000],
  ['Thu, 26 Nov 2026 12:00:00 GMT', 3_600_000],
  ['-5', undefined],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('reads %j as %j ms', (value, expected) => {
  expect(readRetryAfterMs(value, now)).toBe(expected);
});
