import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Link } from '../api/status-stream';
import { aVerification } from '../testing/fake-backend';
import { createFakeBrowser } from '../testing/fake-tabs';
import { joinTabs, leaderSilenceMs, wordIntervalMs } from './join-tabs';
import { readTabMessage } from './tab-messages';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

interface Stream {
  isOpen: boolean;
  asked: number;
  sleeps: number;
  say: (link: Link) => void;
  isAnyVisible: () => boolean;
}

function createTabs() {
  const browser = createFakeBrowser();
  const streams: Stream[] = [];
  let count = 0;

  function open({ isVisible = true, isAlone = false } = {}) {
    const place = browser.openTab();
    const page = { isVisible };
    const links: Link[] = [];
    const heard: unknown[] = [];
    const mine: Stream[] = [];
    const tabs = joinTabs({
      name: 'portico-7K2-94F',
      tab: `tab-${count++}`,
      locks: isAlone ? undefined : place.locks,
      createChannel: place.createChannel,
      now: Date.now,
      isVisible: () => page.isVisible,
      lead({ isVisible: isAnyVisible, onLink }) {
        const stream: Stream = { isOpen: true, asked: 0, sleeps: 0, say: onLink, isAnyVisible };
        streams.push(stream);
        mine.push(stream);
        return {
          wake(afterSleep) {
            stream.asked += 1;
            if (afterSleep) stream.sleeps += 1;
          },
          close() {
            stream.isOpen = false;
          },
        };
      },
      onLink: link => links.push(link),
      onMessage: message => heard.push(message.kind === 'status' ? message.verification.revision : message.kind),
    });
    return { tabs, page, place, links, heard, isLeading: () => mine.some(stream => stream.isOpen) };
  }
  return { browser, streams, open, openStreams: () => streams.filter(stream => stream.isOpen) };
}

async function openThree() {
  const world = createTabs();
  const all = [world.open(), world.open(), world.open()] as const;
  await settle();
  return { ...world, all };
}

test('of many tabs one has the stream, and all say how it stands', async () => {
  const { all, openStreams } = await openThree();
  expect(openStreams()).toHaveLength(1);
  openStreams()[0]?.say('live');
  await settle();
  expect(all.map(({ links }) => links.at(-1))).toEqual(['live', 'live', 'live']);
});

test('a tab that comes later hears at once how the stream stands', async () => {
  const { open, openStreams } = await openThree();
  openStreams()[0]?.say('live');
  const late = open();
  await settle();
  expect(late.links).toEqual(['live']);
});

test('what one is told all others hear', async () => {
  const { all } = await openThree();
  all[0].tabs.tell({ kind: 'status', verification: aVerification({ revision: 7 }), ends: null, at: 1 });
  await settle();
  all[2].tabs.tell({ kind: 'doubt' });
  await settle();
  expect(all.map(({ heard }) => heard)).toEqual([['doubt'], [7, 'doubt'], [7]]);
});

test('however many tabs wake, it is the leader who asks', async () => {
  const { all, streams } = await openThree();
  all[2].tabs.wake();
  await settle();
  all[0].tabs.wake(true);
  expect(streams.map(({ asked, sleeps }) => [asked, sleeps])).toEqual([[2, 1]]);
});

describe('another takes over', () => {
  test.each(['closes', 'crashes'] as const)('when the leader %s', async how => {
    const { all, openStreams } = await openThree();
    if (how === 'closes') all[0].tabs.close();
    else all[0].place.crash();
    await settle();
    expect(all.map(tab => tab.isLeading())).toEqual([how === 'crashes', true, false]);
    openStreams().at(-1)?.say('live');
    await settle();
    expect(all[2].links.at(-1)).toBe('live');
  });

  test('when the leader is frozen, and at once when a person comes back to it', async () => {
    const { all, browser } = await openThree();
    all[0].place.isFrozen = true;
    all[1].tabs.wake();
    await vi.advanceTimersByTimeAsync(leaderSilenceMs);
    expect(all.map(tab => tab.isLeading())).toEqual([true, true, false]);

    all[0].place.thaw();
    await settle();
    expect(all.map(tab => tab.isLeading())).toEqual([false, true, false]);
    expect(browser.countQueued()).toBe(2);
    all[1].tabs.close();
    await settle();
    expect(all.filter(tab => tab.isLeading())).toHaveLength(1);
  });

  test('within seconds of a freeze that nobody noticed otherwise', async () => {
    const { all } = await openThree();
    all[0].place.isFrozen = true;
    await vi.advanceTimersByTimeAsync(wordIntervalMs + leaderSilenceMs);
    await settle();
    expect([all[1], all[2]].filter(tab => tab.isLeading())).toHaveLength(1);
  });

  test('in the place of a hidden leader whose polling would be late, and only then', async () => {
    const { all, openStreams } = await openThree();
    openStreams()[0]?.say('live');
    all[0].page.isVisible = false;
    all[0].tabs.hide();
    await settle();
    expect(all.map(tab => tab.isLeading())).toEqual([true, false, false]);
    openStreams()[0]?.say('polling');
    await settle();
    expect(all[0].isLeading()).toBe(false);
    expect(openStreams()).toHaveLength(1);
  });
});

test('a leader that answers keeps the stream for hours', async () => {
  const { all, streams } = await openThree();
  await vi.advanceTimersByTimeAsync(4 * 60 * 60_000);
  expect(streams).toHaveLength(1);
  expect(all[0].isLeading()).toBe(true);
});

test('the leader knows whether any tab is visible', async () => {
  const { all, openStreams } = await openThree();
  for (const { page, tabs } of all) {
    page.isVisible = false;
    tabs.hide();
  }
  await settle();
  const leader = openStreams()[0];
  expect(leader?.isAnyVisible()).toBe(false);
  all[2].page.isVisible = true;
  all[2].tabs.wake();
  await settle();
  expect(leader?.isAnyVisible()).toBe(true);
  all[2].place.crash();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(leader?.isAnyVisible()).toBe(false);
});

test('without locks each tab has a stream of its own', async () => {
  const { open, openStreams } = createTabs();
  const [one, other] = [open({ isAlone: true }), open({ isAlone: true })];
  await settle();
  expect(openStreams()).toHaveLength(2);
  one.tabs.wake();
  one.tabs.hide();
  one.tabs.tell({ kind: 'doubt' });
  one.tabs.close();
  await settle();
  expect(other.isLeading()).toBe(true);
  expect(other.heard).toEqual([]);
});

test('where locks are refused each tab has a stream of its own', async () => {
  const lead = vi.fn(() => ({ wake: () => undefined, close: () => undefined }));
  const browser = createFakeBrowser();
  const tabs = joinTabs({
    name: 'x',
    tab: 'one',
    locks: { request: () => Promise.reject(new DOMException('no origin', 'SecurityError')) },
    createChannel: browser.openTab().createChannel,
    now: Date.now,
    isVisible: () => true,
    lead,
    onLink: () => undefined,
    onMessage: () => undefined,
  });
  await settle();
  expect(lead).toHaveBeenCalledTimes(1);
  tabs.close();
});

test('a thousand leaders leave no channel, no request and no timer behind', async () => {
  const { browser, open, openStreams } = createTabs();
  let leader = open();
  await settle();
  const timers = vi.getTimerCount();
  for (let round = 0; round < 1_000; round += 1) {
    const next = open();
    await settle();
    leader.tabs.close();
    await settle();
    leader = next;
    openStreams()[0]?.say('live');
    await settle();
  }
  expect(openStreams()).toHaveLength(1);
  expect([browser.countChannels(), browser.countQueued(), vi.getTimerCount()]).toEqual([1, 0, timers]);
  leader.tabs.close();
  expect([browser.countChannels(), vi.getTimerCount()]).toEqual([0, 0]);
});

test.each([
  undefined,
  'status',
  { kind: 'status', verification: { status: 'verified' }, ends: null, at: 1 },
  { kind: 'leader', link: 'excellent', isVisible: true },
  { kind: 'of a later version' },
])('words of others are not understood: %j', data => {
  expect(readTabMessage(data)).toBeUndefined();
});

test('nothing that tabs tell each other holds a name or a token', async () => {
  const { all, browser, openStreams } = await openThree();
  openStreams()[0]?.say('live');
  all[0].tabs.tell({ kind: 'status', verification: aVerification({}), ends: { at: 5, canStay: true }, at: 1 });
  all[1].tabs.wake();
  await settle();
  const names = new Set(browser.sent.flatMap(message => Object.keys(message)));
  expect([...names].toSorted()).toEqual(
    ['at', 'ends', 'isVisible', 'kind', 'link', 'tab', 'verification', 'wants'].toSorted(),
  );
});
