import { expect, test, vi } from 'vitest';
import { createLoadQueue } from './load-queue';

test('lets two load, and the next as soon as one of them is done', () => {
  const queue = createLoadQueue(2);
  const starts = [vi.fn(), vi.fn(), vi.fn()];
  const [endFirst] = starts.map(start => queue.enter(start));
  expect(starts.map(start => start.mock.calls.length)).toEqual([1, 1, 0]);
  endFirst?.();
  expect(starts[2]).toHaveBeenCalledOnce();
});

test('does not wait for what left before its turn, and ends a turn once', () => {
  const queue = createLoadQueue(1);
  const starts = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  const [endFirst, leave] = starts.map(start => queue.enter(start));
  leave?.();
  endFirst?.();
  endFirst?.();
  expect(starts.map(start => start.mock.calls.length)).toEqual([1, 0, 1, 0]);
});
