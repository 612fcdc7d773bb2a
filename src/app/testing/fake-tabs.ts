import type { TabChannel, TabLocks } from '../live/join-tabs';
import type { TabMessage } from '../live/tab-messages';

interface LockRequest {
  tab: FakeTab;
  run: () => Promise<void>;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** One tab's view of the browser's locks and channels. While it is frozen nothing of it runs. */
export interface FakeTab {
  locks: TabLocks;
  createChannel: (name: string) => TabChannel;
  isFrozen: boolean;
  thaw(): void;
  /** The tab is gone without a word. */
  crash(): void;
}

/** Web Locks and BroadcastChannel as the standards describe them, between tabs that a test can freeze and kill. */
export function createFakeBrowser() {
  const held = new Map<string, LockRequest>();
  const queues = new Map<string, LockRequest[]>();
  const channels = new Set<{ name: string; tab: FakeTab; hear: (message: unknown) => void }>();
  const sent: TabMessage[] = [];

  const aborted = () => new DOMException('aborted', 'AbortError');
  const queueOf = (name: string) => {
    const queue = queues.get(name) ?? [];
    queues.set(name, queue);
    return queue;
  };
  const grantNext = (name: string) => {
    if (held.has(name)) return;
    const next = queueOf(name).shift();
    if (next) hold(name, next);
  };
  const hold = (name: string, request: LockRequest) => {
    held.set(name, request);
    runIn(
      request.tab,
      () =>
        void request
          .run()
          .then(request.resolve, request.reject)
          .then(() => {
            if (held.get(name) === request) held.delete(name);
            grantNext(name);
          }),
    );
  };

  const waiting = new Map<FakeTab, (() => void)[]>();
  const runIn = (tab: FakeTab, work: () => void) => {
    const tasks = waiting.get(tab);
    if (!tasks) return;
    if (tab.isFrozen) tasks.push(work);
    else queueMicrotask(() => waiting.has(tab) && work());
  };

  function openTab(): FakeTab {
    const tab: FakeTab = {
      isFrozen: false,
      locks: {
        request: (name, options, run) =>
          new Promise<void>((resolve, reject) => {
            const request: LockRequest = { tab, run, resolve, reject };
            if ('steal' in options) {
              const holder = held.get(name);
              held.delete(name);
              if (holder) runIn(holder.tab, () => holder.reject(aborted()));
              hold(name, request);
              return;
            }
            queueOf(name).push(request);
            options.signal.addEventListener('abort', () => {
              const place = queueOf(name).indexOf(request);
              if (place < 0) return;
              queueOf(name).splice(place, 1);
              reject(aborted());
            });
            grantNext(name);
          }),
      },
      createChannel(name) {
        const channel: { name: string; tab: FakeTab; hear: (data: unknown) => void } = {
          name,
          tab,
          hear: () => undefined,
        };
        channels.add(channel);
        return {
          addEventListener(_, listener) {
            channel.hear = data => listener({ data });
          },
          postMessage(message) {
            sent.push(message);
            const copy: unknown = structuredClone(message);
            for (const other of channels) {
              if (other !== channel && other.name === name)
                runIn(other.tab, () => channels.has(other) && other.hear(copy));
            }
          },
          close: () => channels.delete(channel),
        };
      },
      thaw() {
        tab.isFrozen = false;
        for (const work of waiting.get(tab)?.splice(0) ?? []) runIn(tab, work);
      },
      crash() {
        waiting.delete(tab);
        for (const channel of channels) if (channel.tab === tab) channels.delete(channel);
        for (const [name, queue] of queues) {
          queues.set(
            name,
            queue.filter(request => request.tab !== tab),
          );
          if (held.get(name)?.tab === tab) held.delete(name);
          grantNext(name);
        }
      },
    };
    waiting.set(tab, []);
    return tab;
  }

  return {
    openTab,
    sent,
    countChannels: () => channels.size,
    countQueued: () => [...queues.values()].reduce((sum, queue) => sum + queue.length, 0),
  };
}
