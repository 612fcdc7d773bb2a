import { readStatusEvent, statusEventName } from '#contract/status-event';
import type { Verification } from '#contract/verification';

/** State of the live connection. `polling`: the stream is refused, answers are fetched instead. */
export type Link = 'connecting' | 'live' | 'polling' | 'offline';

export const pollDelaysMs = [5_000, 10_000, 20_000, 60_000] as const;
const errorsUntilPolling = 3;
/** The backend is heard at least every 15 s; a connection that was lost in silence is not. */
export const silenceMs = 40_000;
const closed = 2;

/** The part of `EventSource` that is used here. */
export interface StatusEventSource {
  readonly readyState: number;
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void;
  close(): void;
}

export interface StatusStreamOptions {
  url: string;
  createEventSource: (url: string) => StatusEventSource;
  setTimeout: (run: () => void, delayMs: number) => unknown;
  clearTimeout: (timer: never) => void;
  isVisible: () => boolean;
  onVerification: (verification: Verification) => void;
  onLink: (link: Link) => void;
  /** Asks the backend once; rejects when it cannot be reached. */
  poll: () => Promise<unknown>;
}

export interface StatusStream {
  /**
   * The page is in front again, or the network is back: asks at once, and tries a lost stream again. After sleep a stream
   * can be dead without having said so: it is opened anew.
   */
  wake: (afterSleep?: boolean) => void;
  close: () => void;
}

/**
 * Follows a verification by the push stream. A stream that is refused, or fails three times in a row, is replaced by
 * polling without end while the page is visible; every poll also tries the stream again.
 */
export function createStatusStream(options: StatusStreamOptions): StatusStream {
  const { createEventSource, url, onVerification, onLink, poll, isVisible } = options;
  let source: StatusEventSource | undefined;
  let link: Link | undefined;
  let errors = 0;
  let polls = 0;
  let timer: unknown;
  let silence: unknown;
  let ended = false;

  const setLink = (next: Link) => {
    if (ended || next === link) return;
    link = next;
    onLink(next);
  };

  const connect = () => {
    const opened = createEventSource(url);
    source = opened;
    errors = 0;
    const hear = () => {
      if (source !== opened) return;
      stopSilence();
      silence = options.setTimeout(() => {
        if (!isPolling()) setLink('connecting');
        disconnect();
        connect();
      }, silenceMs);
    };
    hear();
    opened.addEventListener('beat', hear);
    opened.addEventListener('open', () => {
      if (source !== opened) return;
      errors = 0;
      polls = 0;
      stopTimer();
      setLink('live');
      hear();
    });
    opened.addEventListener(statusEventName, event => {
      const verification = source === opened ? readStatusEvent(String(event.data)) : undefined;
      if (verification) onVerification(verification);
      hear();
    });
    opened.addEventListener('error', () => {
      if (source !== opened) return;
      errors += 1;
      if (opened.readyState === closed || errors >= errorsUntilPolling || isPolling()) {
        disconnect();
        schedulePoll();
      } else {
        setLink('connecting');
      }
    });
  };

  const isPolling = () => link === 'polling' || link === 'offline';

  const stopSilence = () => {
    if (silence !== undefined) options.clearTimeout(silence as never);
    silence = undefined;
  };

  const disconnect = () => {
    stopSilence();
    source?.close();
    source = undefined;
  };

  const stopTimer = () => {
    if (timer !== undefined) options.clearTimeout(timer as never);
    timer = undefined;
  };

  const schedulePoll = () => {
    if (ended || timer !== undefined) return;
    if (!isPolling()) setLink('polling');
    const delayMs = pollDelaysMs[Math.min(polls, pollDelaysMs.length - 1)] ?? 60_000;
    timer = options.setTimeout(() => {
      timer = undefined;
      polls += 1;
      if (isVisible()) retry();
    }, delayMs);
  };

  const ask = () =>
    poll().then(
      () => link === 'offline' && setLink('polling'),
      () => link !== 'live' && setLink('offline'),
    );

  const retry = () => {
    void ask();
    disconnect();
    connect();
    schedulePoll();
  };

  setLink('connecting');
  connect();

  return {
    wake(afterSleep = false) {
      if (ended) return;
      if (source && source.readyState !== closed && !isPolling()) {
        if (afterSleep) {
          setLink('connecting');
          disconnect();
          connect();
        }
        void ask();
        return;
      }
      stopTimer();
      polls = 0;
      retry();
    },
    close() {
      ended = true;
      stopTimer();
      disconnect();
    },
  };
}
