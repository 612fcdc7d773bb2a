import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type SessionView, warnMs, watchSession } from './session-watch';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const day = 24 * 60 * 60_000;

/** A backend that moves the end by a week with every question, unless it `canStay` no longer. */
function start({ inMs = 7 * day, canStay = true, isReachable = true, isVisible = true } = {}) {
  const backend = { end: { at: Date.now() + inMs, canStay }, isReachable };
  const page = { isVisible };
  let known = { ...backend.end };
  let asked = 0;
  let isOver = false;
  const seen: string[] = [];
  const watch = watchSession({
    readEnd: () => known,
    now: Date.now,
    isVisible: () => page.isVisible,
    async ask() {
      asked += 1;
      if (!backend.isReachable) throw new Error('unreachable');
      if (backend.end.canStay && backend.end.at > Date.now()) backend.end.at = Date.now() + 7 * day;
      known = { ...backend.end, at: backend.end.at + 40 }; // the answer takes its time
    },
    onOver: () => {
      isOver = true;
    },
  });
  const describe = (view: SessionView) => (view.is === 'ending' ? `${view.secondsLeft}${view.spoken ? '!' : ''}` : '-');
  watch.subscribe(() => seen.push(describe(watch.getSnapshot())));
  return { watch, backend, page, seen, asked: () => asked, isOver: () => isOver };
}

test('asks nothing of the backend while the end is far', async () => {
  const { asked, seen } = start({ inMs: 29 * day, canStay: false });
  await vi.advanceTimersByTimeAsync(29 * day - warnMs - 1);
  expect([asked(), seen]).toEqual([0, []]);
});

test('a look at the page is a use: who is there is not warned of an end that moves', async () => {
  const { asked, seen } = start();
  await vi.advanceTimersByTimeAsync(30 * day);
  expect(asked()).toBe(4);
  expect(seen).toEqual([]);
});

test('warns two minutes before an end that cannot be moved, counts down, and asks when it is over', async () => {
  const { asked, seen, isOver } = start({ inMs: 10 * day, canStay: false });
  await vi.advanceTimersByTimeAsync(10 * day + 1_000);
  expect(seen[0]).toBe('120');
  expect(seen).toHaveLength(121);
  expect(seen.filter(view => view.endsWith('!'))[0]).toBe('60!');
  expect(seen.at(-1)).toBe('-');
  expect([asked(), isOver()]).toEqual([2, false]);
});

test('where nobody answers it warns, and the session is over when its time is', async () => {
  const { backend, seen, watch, isOver } = start();
  backend.isReachable = false;
  await vi.advanceTimersByTimeAsync(7 * day - 90_000);
  expect(watch.getSnapshot()).toMatchObject({ is: 'ending', secondsLeft: 90, spoken: undefined });
  await vi.advanceTimersByTimeAsync(80_000);
  expect(watch.getSnapshot()).toMatchObject({ secondsLeft: 10, spoken: 20 });
  expect(isOver()).toBe(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect([isOver(), seen.at(-1)]).toEqual([true, '-']);
});

test('a hidden tab uses nothing, and warns of what it knows', async () => {
  const { asked, watch, page } = start({ isVisible: false });
  await vi.advanceTimersByTimeAsync(7 * day - 60_000);
  expect([asked(), watch.getSnapshot().is]).toEqual([0, 'ending']);
  page.isVisible = true;
  await vi.advanceTimersByTimeAsync(1_000);
  expect([asked(), watch.getSnapshot().is]).toEqual([1, 'quiet']);
});

test('leaves no timer behind', async () => {
  const { watch } = start();
  watch.look();
  watch.look();
  expect(vi.getTimerCount()).toBe(1);
  watch.close();
  expect(vi.getTimerCount()).toBe(0);
});
