import { get, type IncomingMessage } from 'node:http';
import { readStatusEvent, statusEventName } from '#contract/status-event';
import type { Verification } from '#contract/verification';

/** What a browser's EventSource does, and what it shows. */
export interface OpenPage {
  shown(): Verification | undefined;
  reconnects(): number;
  close(): void;
}

/** A browser asks elsewhere after an answer that is no stream: the page's own retry, shortened. */
const retryAfterRefusalMs = 1_000;

/** Follows the verification of `cookie` at the first of `urls`, and at the next whenever a stream is lost. */
export function openPage(urls: readonly string[], cookie: string): OpenPage {
  let shown: Verification | undefined;
  let lastEventId: string | undefined;
  let retryMs = 1_000;
  let connections = 0;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let abort: () => void = () => undefined;

  function connect(): void {
    const url = urls[connections % urls.length] ?? '';
    connections += 1;
    let isLost = false;
    const lose = (afterMs: number) => {
      if (isLost || isClosed) return;
      isLost = true;
      timer = setTimeout(connect, afterMs);
    };
    const request = get(`${url}/api/verification/events`, {
      agent: false,
      headers: { cookie, accept: 'text/event-stream', ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
    });
    abort = () => request.destroy();
    request.on('error', () => lose(retryMs));
    request.on('response', response => {
      if (response.statusCode !== 200) {
        response.resume();
        return lose(retryAfterRefusalMs);
      }
      readBlocks(response, readBlock);
      response.on('error', () => lose(retryMs));
      response.on('close', () => lose(retryMs));
    });
  }

  function readBlock(block: string): void {
    const fields = new Map(
      block.split('\n').map(line => [line.split(': ', 1)[0] ?? '', line.slice(line.indexOf(': ') + 2)]),
    );
    const retry = fields.get('retry');
    if (retry) retryMs = Number(retry);
    if (fields.get('event') !== statusEventName) return;
    lastEventId = fields.get('id');
    const verification = readStatusEvent(fields.get('data') ?? '');
    if (verification && (!shown || verification.revision > shown.revision)) shown = verification;
  }

  connect();
  return {
    shown: () => shown,
    reconnects: () => connections - 1,
    close() {
      isClosed = true;
      clearTimeout(timer);
      abort();
    },
  };
}

function readBlocks(response: IncomingMessage, onBlock: (block: string) => void): void {
  let text = '';
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      onBlock(text.slice(0, end));
      text = text.slice(end + 2);
    }
  });
}
