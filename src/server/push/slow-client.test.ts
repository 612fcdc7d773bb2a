import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { atTheEnd } from '#testing/at-the-end';
import type { Hub } from './hub';
import { maxBeatsUntaken, openStatusStream } from './status-stream';

const hub: Hub = { subscribe: () => () => undefined, recheck: async () => undefined, close: async () => undefined };

test('cuts off a client that connects and never reads, and holds no more than a buffer for it', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  atTheEnd(() => server.close());
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.pause();
  client.on('error', () => undefined); // it is cut off
  client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const [, outgoing] = (await once(server, 'request')) as [unknown, ServerResponse];
  outgoing.writeHead(200);
  const stream = await openStatusStream({
    outgoing,
    hub,
    verificationId: 'a',
    lastRevision: undefined,
    reconnectMs: 1_000,
    read: async () => undefined,
  });

  const closed = once(outgoing, 'close');
  let mostWaiting = 0;
  let beatsWhileFull = 0;
  while (!outgoing.destroyed) {
    const wasFull = outgoing.writableNeedDrain;
    stream.beat();
    if (wasFull) beatsWhileFull += 1;
    mostWaiting = Math.max(mostWaiting, outgoing.writableLength);
    await new Promise(resolve => setImmediate(resolve));
  }
  await closed;
  expect(beatsWhileFull).toBe(maxBeatsUntaken);
  expect(mostWaiting).toBeLessThan(64 * 1024);
});
