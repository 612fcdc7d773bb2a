import { expect, test } from 'vitest';
import { createRestartLimit } from './restart-limit';

test('allows five restarts in any minute, and more once that has passed', () => {
  let now = 0;
  const mayRestart = createRestartLimit(() => now);
  for (let count = 0; count < 5; count += 1) {
    expect(mayRestart()).toBe(true);
    now += 5_000;
  }
  expect(mayRestart()).toBe(false);
  now = 60_000;
  expect(mayRestart()).toBe(true);
  expect(mayRestart()).toBe(false);
});
