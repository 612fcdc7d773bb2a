import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aVerification, createFakeStream, type FakeStream } from '../testing/fake-backend';
import { createStatusStream, type Link, silenceMs } from './status-stream';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start({ isReachable = true } = {}) {
  const streams: FakeStream[] = [];
  const links: Link[] = [];
  const revisions: number[] = [];
  const page = { isVisible: true, isReachable };
  const poll = vi.fn(async () => {
    if (!page.isReachable) throw new Error('unreachable');
  });
  const stream = createStatusStream({
    url: '/events',
    createEventSource: () => {
      const created = createFakeStream();
      streams.push(created);
      return created;
    },
    setTimeout: (run, delayMs) => setTimeout(run, delayMs),
    clearTimeout: timer => clearTimeout(timer),
    isVisible: () => page.isVisible,
    onVerification: verification => revisions.push(verification.revision),
    onLink: link => links.push(link),
    poll,
  });
  const newest = () => {
    const last = streams.at(-1);
    if (!last) throw new Error('no stream was opened');
    return last;
  };
  return { stream, streams, newest, links, revisions, page, poll };
}

test('is live once the stream is open, and passes on what it says', () => {
  const { newest, links, revisions } = start();
  newest().open();
  newest().send(aVerification({ revision: 4 }));
  expect(links).toEqual(['connecting', 'live']);
  expect(revisions).toEqual([4]);
});

test('opens another stream when the one it has falls silent, and keeps one that is heard', async () => {
  const { newest, streams, links } = start();
  newest().open();
  for (let beat = 0; beat < 10; beat += 1) {
    await vi.advanceTimersByTimeAsync(15_000);
    newest().beat();
  }
  expect(streams).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(silenceMs);
  expect(streams).toHaveLength(2);
  expect(streams[0]?.isClosed).toBe(true);
  expect(links).toEqual(['connecting', 'live', 'connecting']);
});

test('leaves a dropped stream to the browser, which connects again by itself', () => {
  const { newest, links, streams } = start();
  newest().open();
  newest().fail(0);
  newest().open();
  expect(links).toEqual(['connecting', 'live', 'connecting', 'live']);
  expect(streams).toHaveLength(1);
});

test('polls after 5, 10, 20, then every 60 seconds when the stream is refused, and tries the stream each time', async () => {
  const { newest, links, poll, streams } = start();
  newest().fail(2);
  expect(links.at(-1)).toBe('polling');
  const pollsAfter: number[] = [];
  for (const waitMs of [5_000, 10_000, 20_000, 60_000, 60_000, 60_000]) {
    await vi.advanceTimersByTimeAsync(waitMs - 1);
    pollsAfter.push(poll.mock.calls.length);
    await vi.advanceTimersByTimeAsync(1);
    newest().fail(2);
  }
  expect(pollsAfter).toEqual([0, 1, 2, 3, 4, 5]);
  expect(poll).toHaveBeenCalledTimes(6);
  expect(streams).toHaveLength(7);
  expect(links.at(-1)).toBe('polling');
});

test('stops polling when the stream opens again', async () => {
  const { newest, links, poll } = start();
  newest().fail(2);
  await vi.advanceTimersByTimeAsync(5_000);
  newest().open();
  for (let beat = 0; beat < 40; beat += 1) {
    await vi.advanceTimersByTimeAsync(15_000);
    newest().beat();
  }
  expect(poll).toHaveBeenCalledTimes(1);
  expect(links.at(-1)).toBe('live');
});

test('polls after three failures in a row', () => {
  const { newest, links } = start();
  newest().fail(0);
  newest().fail(0);
  expect(links.at(-1)).toBe('connecting');
  newest().fail(0);
  expect(links.at(-1)).toBe('polling');
});

test('is offline while nothing answers, and polling when something does', async () => {
  const { newest, links, page } = start({ isReachable: false });
  newest().fail(2);
  await vi.advanceTimersByTimeAsync(5_000);
  newest().fail(2);
  expect(links.at(-1)).toBe('offline');
  page.isReachable = true;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(links.at(-1)).toBe('polling');
});

test('asks nothing while the page is hidden, and at once when it is back', async () => {
  const { stream, newest, page, poll } = start();
  newest().fail(2);
  page.isVisible = false;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(poll).not.toHaveBeenCalled();
  page.isVisible = true;
  stream.wake();
  expect(poll).toHaveBeenCalledTimes(1);
});

test('asks once when a page with a living stream comes back', () => {
  const { stream, newest, poll, streams } = start();
  newest().open();
  stream.wake();
  expect(poll).toHaveBeenCalledTimes(1);
  expect(streams).toHaveLength(1);
});

test('opens the stream anew after sleep, in which it can have died without a word', () => {
  const { stream, newest, links, poll, streams } = start();
  newest().open();
  stream.wake(true);
  expect(poll).toHaveBeenCalledTimes(1);
  expect(streams.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  newest().open();
  expect(links).toEqual(['connecting', 'live', 'connecting', 'live']);
});

test('holds one stream and no timer more after 1,000 reconnections of every kind', async () => {
  const { stream, newest, streams } = start();
  newest().open();
  const timers = vi.getTimerCount();
  for (let round = 0; round < 250; round += 1) {
    await vi.advanceTimersByTimeAsync(silenceMs);
    newest().open();
    stream.wake(true);
    newest().open();
    newest().fail(0);
    newest().open();
    newest().fail(2);
    await vi.advanceTimersByTimeAsync(5_000);
    newest().open();
  }
  expect(streams.length).toBeGreaterThan(750);
  expect(streams.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(timers);
  stream.close();
  expect(vi.getTimerCount()).toBe(0);
});

test('says and does nothing more once it is closed', async () => {
  const { stream, newest, links, poll } = start();
  newest().fail(2);
  stream.close();
  await vi.advanceTimersByTimeAsync(600_000);
  stream.wake();
  expect(poll).not.toHaveBeenCalled();
  expect(links).toEqual(['connecting', 'polling']);
  expect(newest().isClosed).toBe(true);
});
