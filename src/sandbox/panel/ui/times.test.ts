import { expect, test } from 'vitest';
import { toDateAndTime, toDuration, toExactTime, toTime } from './times';

const now = new Date(2026, 10, 23, 15, 0, 0);

test('gives the time alone today and the day with it otherwise', () => {
  expect(toTime(new Date(2026, 10, 23, 9, 5, 7).toISOString(), now)).toBe('09:05');
  expect(toTime(new Date(2026, 10, 22, 14, 28, 7).toISOString(), now)).toBe('22 Nov 14:28');
  expect(toExactTime(new Date(2026, 10, 22, 14, 28, 7).toISOString(), now)).toBe('22 Nov 14:28:07');
  expect(toTime(new Date(2025, 10, 22, 14, 28, 7).toISOString(), now)).toBe('22 Nov 2025 14:28');
});

test('shows a time that cannot be read as it came', () => {
  expect(toTime('yesterday', now)).toBe('yesterday');
});

test('names the year of a clock that has left this one', () => {
  expect(toDateAndTime(new Date(2026, 11, 1, 8, 30), now)).toBe('1 Dec 08:30');
  expect(toDateAndTime(new Date(2027, 0, 1, 8, 30), now)).toBe('1 Jan 2027 08:30');
});

test('says a duration in its two largest units', () => {
  const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
  expect([200, 1_000, minute + 5_000, hour, 2 * day + 3 * hour + minute, day + minute].map(toDuration)).toEqual([
    'less than a second',
    '1 second',
    '1 minute 5 seconds',
    '1 hour',
    '2 days 3 hours',
    '1 day',
  ]);
});
