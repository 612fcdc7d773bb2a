import type { Link, StatusEventSource } from '../api/status-stream';

const closed = 2;

/** A stream that says nothing but what it is like: open, refused, or not open yet. */
export function createFixedStream(link: Link): StatusEventSource {
  const isRefused = link === 'polling' || link === 'offline';
  return {
    readyState: link === 'live' ? 1 : isRefused ? closed : 0,
    addEventListener(type, listener) {
      if (type === 'open' && link === 'live') queueMicrotask(() => listener({}));
      if (type === 'error' && isRefused) queueMicrotask(() => listener({}));
    },
    close: () => undefined,
  };
}
