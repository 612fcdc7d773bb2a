import { expect, test } from 'vitest';
import { createBackOff } from './back-off';

function backOffAt(random = 0.5) {
  let nowMs = 1_000_000;
  const backOff = createBackOff({ now: () => nowMs, random: () => random });
  return {
    ...backOff,
    /** Waits until it is over, and returns how long that took, in milliseconds. */
    waitItOut() {
      const from = nowMs;
      while (!backOff.isOver()) nowMs += 100;
      return nowMs - from;
    },
  };
}

test('waits twice as long after every failure, and ten minutes at most', () => {
  const backOff = backOffAt();
  const waits = Array.from({ length: 9 }, () => {
    backOff.fail(null);
    return backOff.waitItOut() / 1_000;
  });
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600]);
});

test.each([
  [0, 4],
  [1, 6],
])('waits a fifth more or less: %i', (random, seconds) => {
  const backOff = backOffAt(random);
  backOff.fail(null);
  expect(backOff.waitItOut()).toBe(seconds * 1_000);
});

test('waits as long as IDnGO asks for, but no shorter than it would anyway', () => {
  const backOff = backOffAt();
  backOff.fail(42_000);
  expect(backOff.waitItOut()).toBe(42_000);
  backOff.fail(1_000);
  expect(backOff.waitItOut()).toBe(10_000);
});

test('counts failures of one moment once', () => {
  const backOff = backOffAt();
  expect([backOff.fail(null), backOff.fail(null), backOff.fail(null)]).toEqual([true, false, false]);
  expect(backOff.waitItOut()).toBe(5_000);
  backOff.fail(null);
  expect(backOff.waitItOut()).toBe(10_000);
});

test('is wary until a question succeeds, and then begins anew', () => {
  const backOff = backOffAt();
  backOff.fail(null);
  backOff.waitItOut();
  expect(backOff.isWary()).toBe(true);
  backOff.succeed();
  expect(backOff.isWary()).toBe(false);
  backOff.fail(null);
  expect(backOff.waitItOut()).toBe(5_000);
});
