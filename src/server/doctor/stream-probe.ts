import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { eventsPath } from '#contract/endpoints';
import { begin } from './request';

export interface OpenedStream {
  status: number;
  contentType: string;
  encoding: string | undefined;
  /** Whether that many statuses have arrived, or do before the patience is over. */
  hasStatuses(count: number, patienceMs: number): Promise<boolean>;
  close(): void;
}

const decoders = { gzip: createGunzip, br: createBrotliDecompress, deflate: createInflate };

/** Opens the push stream as a browser does. */
export async function openStream(origin: URL, cookie: string, patienceMs: number): Promise<OpenedStream> {
  const { message, headers, status } = await begin(new URL(eventsPath, origin), {
    timeoutMs: patienceMs,
    headers: { cookie, accept: 'text/event-stream', 'accept-encoding': 'gzip, deflate, br' },
  });
  const encoding = headers['content-encoding'];
  let text = '';
  let tell: () => void = () => undefined;
  const decoder =
    encoding && Object.hasOwn(decoders, encoding) ? decoders[encoding as keyof typeof decoders]() : undefined;
  const readable: Readable = decoder ? message.pipe(decoder) : message;
  for (const part of [message, readable]) part.on('error', () => undefined); // a stream that breaks has nothing more
  readable.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
    tell();
  });
  const count = () => text.match(/^id: /gm)?.length ?? 0;
  return {
    status,
    contentType: headers['content-type'] ?? '',
    encoding,
    hasStatuses(wanted, waitMs) {
      return new Promise(resolve => {
        const timer = setTimeout(() => resolve(false), waitMs);
        tell = () => {
          if (count() < wanted) return;
          clearTimeout(timer);
          resolve(true);
        };
        tell();
      });
    },
    close: () => message.destroy(),
  };
}
