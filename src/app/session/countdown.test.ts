import { expect, test } from 'vitest';
import { toCountdown } from './countdown';

test.each([
  ['en', 115, '1:55'],
  ['en', 5, '0:05'],
  ['ar', 60, '1:00'],
  ['fa', 115, '۱:۵۵'],
])('in %s %i seconds are %s', (page, seconds, shown) => {
  expect(toCountdown(seconds, page)).toBe(shown);
});
