import { eventsPath } from '#contract/endpoints';
import { begin } from './request';

export interface OpenedStream {
  status: number;
  contentType: string;
  encoding: string | undefined;
  /** Whether anything has arrived since the last question, or does before the patience is over. */
  hasMore(patienceMs: number): Promise<boolean>;
  close(): void;
}

/** Opens the push stream as a browser does, and looks at nothing but when bytes arrive. */
export async function openStream(origin: URL, cookie: string, patienceMs: number): Promise<OpenedStream> {
  const { message, headers, status } = await begin(new URL(eventsPath, origin), {
    timeoutMs: patienceMs,
    headers: { cookie, accept: 'text/event-stream', 'accept-encoding': 'gzip, deflate, br' },
  });
  let unread = 0;
  let tell: () => void = () => undefined;
  message.on('error', () => undefined); // a stream that breaks has nothing more
  message.on('data', (chunk: Buffer) => {
    unread += chunk.byteLength;
    tell();
  });
  return {
    status,
    contentType: headers['content-type'] ?? '',
    encoding: headers['content-encoding'],
    async hasMore(waitMs) {
      if (unread === 0) {
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, waitMs);
          tell = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const arrived = unread > 0;
      unread = 0;
      return arrived;
    },
    close: () => message.destroy(),
  };
}
