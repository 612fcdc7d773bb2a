import type { Link, StatusStream } from '../api/status-stream';
import { readTabMessage, type TabMessage } from './tab-messages';

/** How often a tab says that it is there, and how long the leader may take to say the same. */
export const wordIntervalMs = 10_000;
export const leaderSilenceMs = 3_000;
/** A tab that has not been heard for longer is not counted as visible: it may have crashed. */
const presenceMs = 25_000;

/** The parts of `LockManager` and `BroadcastChannel` that are used here. */
export interface TabLocks {
  request(
    name: string,
    options: { steal: true } | { signal: AbortSignal },
    whileHeld: () => Promise<void>,
  ): Promise<unknown>;
}
export interface TabChannel {
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: TabMessage): void;
  close(): void;
}

export interface TabOptions {
  name: string;
  tab: string;
  locks: TabLocks | undefined;
  createChannel: ((name: string) => TabChannel) | undefined;
  now: () => number;
  isVisible: () => boolean;
  /** Opens the one connection. `isVisible` is about all tabs. */
  lead: (leader: { isVisible: () => boolean; onLink: (link: Link) => void }) => StatusStream;
  onLink: (link: Link) => void;
  /** What other tabs were told. */
  onMessage: (message: Extract<TabMessage, { kind: 'status' | 'doubt' }>) => void;
}

export interface Tabs {
  /** The page is in front again, or the network is back: one tab asks for all. */
  wake: (afterSleep?: boolean) => void;
  /** The page went out of sight, which may be a reason to leave the lead to another. */
  hide: () => void;
  tell: (message: Extract<TabMessage, { kind: 'status' | 'doubt' }>) => void;
  close: () => void;
}

/**
 * One connection for all tabs that join under one name.
 *
 * 1. Whoever holds the lock leads. A leader that closes or crashes loses it to the next in the queue.
 * 2. A tab says every ten seconds that it is there, and the leader answers. Messages are events, which are not throttled
 *    in hidden tabs as timers are; a leader that does not answer is frozen, and the tab steals the lock from it.
 * 3. A hidden leader that has to poll does so late, since its timers are throttled: a visible tab takes its place.
 * 4. Whoever was stolen from closes its connection and queues again.
 *
 * Without locks or channels each tab leads itself.
 */
export function joinTabs(options: TabOptions): Tabs {
  const { name, tab, locks, createChannel, now, isVisible, onLink, onMessage } = options;
  const channel = locks && createChannel ? openChannel(createChannel, name) : undefined;
  if (!locks || !channel) {
    const stream = options.lead({ isVisible, onLink });
    return { wake: stream.wake, hide: () => undefined, tell: () => undefined, close: stream.close };
  }

  const visibleTabs = new Map<string, number>();
  let leading: { stream: StatusStream; link: Link; letGo: () => void } | undefined;
  let queued = new AbortController();
  let silence: ReturnType<typeof setTimeout> | undefined;
  let hasEnded = false;

  const isAnyVisible = () => isVisible() || [...visibleTabs.values()].some(heardAt => now() - heardAt < presenceMs);

  const sayLeader = () =>
    leading && channel.postMessage({ kind: 'leader', link: leading.link, isVisible: isVisible() });

  const sayHere = (wants: 'word' | 'answer') => {
    channel.postMessage({ kind: 'here', tab, isVisible: isVisible(), wants });
    silence ??= setTimeout(steal, leaderSilenceMs);
  };

  const stopSilence = () => {
    clearTimeout(silence);
    silence = undefined;
  };

  const startLeading = (letGo: () => void) => {
    stopSilence();
    let link: Link = 'connecting';
    const stream = options.lead({
      isVisible: isAnyVisible,
      onLink(next) {
        link = next;
        if (leading) leading.link = next;
        onLink(next);
        sayLeader();
      },
    });
    leading = { stream, link, letGo };
    sayLeader();
  };

  const stopLeading = () => {
    leading?.stream.close();
    leading?.letGo();
    leading = undefined;
    visibleTabs.clear();
  };

  const request = (how: { steal: true } | { signal: AbortSignal }, attempt: AbortController) => {
    const hold = () =>
      new Promise<void>(resolve => {
        if (hasEnded || attempt.signal.aborted) resolve();
        else startLeading(resolve);
      });
    locks.request(name, how, hold).catch((error: unknown) => {
      if (hasEnded || attempt !== queued) return;
      stopLeading();
      // Stolen; anything else means that there are no locks here, as in a page without an origin of its own.
      if (error instanceof DOMException && error.name === 'AbortError') queue();
      else startLeading(() => undefined);
    });
  };

  const queue = () => {
    queued = new AbortController();
    request({ signal: queued.signal }, queued);
  };

  function steal() {
    stopSilence();
    if (hasEnded || leading) return;
    queued.abort();
    queued = new AbortController();
    request({ steal: true }, queued);
  }

  channel.addEventListener('message', event => {
    const message = hasEnded ? undefined : readTabMessage(event.data);
    switch (message?.kind) {
      case 'here':
        if (!leading) return;
        if (message.isVisible) visibleTabs.set(message.tab, now());
        else visibleTabs.delete(message.tab);
        sayLeader();
        if (message.wants === 'answer') leading.stream.wake();
        return;
      case 'leader':
        if (leading) return;
        stopSilence();
        onLink(message.link);
        if (isVisible() && !message.isVisible && (message.link === 'polling' || message.link === 'offline')) steal();
        return;
      case 'status':
      case 'doubt':
        onMessage(message);
    }
  });

  queue();
  sayHere('word');
  const word = setInterval(() => leading || sayHere('word'), wordIntervalMs);

  return {
    wake(afterSleep) {
      if (leading) leading.stream.wake(afterSleep);
      else sayHere('answer');
    },
    hide() {
      if (leading) sayLeader();
      else sayHere('word');
    },
    tell: message => channel.postMessage(message),
    close() {
      hasEnded = true;
      clearInterval(word);
      stopSilence();
      queued.abort();
      stopLeading();
      channel.close();
    },
  };
}

function openChannel(create: (name: string) => TabChannel, name: string): TabChannel | undefined {
  try {
    return create(name);
  } catch {
    return undefined;
  }
}
