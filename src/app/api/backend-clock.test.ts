import { expect, test } from 'vitest';
import { createBackendClock } from './backend-clock';

const device = Date.parse('2026-11-25T12:00:00Z');

test.each([
  ['2026-11-25T07:00:00Z', -5 * 3_600_000],
  ['2026-11-25T13:00:00Z', 3_600_000],
  ['2026-11-25T12:00:20Z', 0],
  ['rubbish', 0],
  [null, 0],
])('after an answer of %s it differs from the device’s by %i ms', (date, differenceMs) => {
  const clock = createBackendClock(() => device);
  clock.hear(date && Date.parse(date) ? new Date(date).toUTCString() : date);
  expect(clock.now() - device).toBe(differenceMs);
});
