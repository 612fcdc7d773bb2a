import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchSleep } from './watch-sleep';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start() {
  const page = { isVisible: true, slept: 0 };
  let woken = 0;
  const stop = watchSleep({
    now: () => Date.now() + page.slept,
    isVisible: () => page.isVisible,
    onWake: () => {
      woken += 1;
    },
  });
  return { page, stop, woken: () => woken };
}

test('notices the time that is missing after sleep, once', () => {
  const { page, woken, stop } = start();
  vi.advanceTimersByTime(60_000);
  expect(woken()).toBe(0);
  page.slept = 8 * 60 * 60_000;
  vi.advanceTimersByTime(60_000);
  expect(woken()).toBe(1);
  stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('takes no throttled timer of a hidden page for sleep, nor the first one after it', () => {
  const { page, woken, stop } = start();
  page.isVisible = false;
  vi.advanceTimersByTime(10_000);
  page.slept += 50_000;
  vi.advanceTimersByTime(10_000);
  page.slept += 50_000;
  page.isVisible = true;
  vi.advanceTimersByTime(10_000);
  expect(woken()).toBe(0);
  stop();
});
