import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { listen, readAnswer, sendRaw, spellRequest } from '#testing/raw-http';
import { createTestApp, enter } from '#testing/test-app';
import { createHttpServer, serverLimits } from './http-server';

const testApp = await createTestApp();
const hurried = { ...serverLimits, headersTimeoutMs: 150, requestTimeoutMs: 300, checkIntervalMs: 30 };
const port = await listen(createHttpServer(testApp.app, {}, hurried));

const never = 'POST /webhooks/idngo HTTP/1.1\r\nHost: verify.test\r\n';

describe('who does not come to the point is cut off', () => {
  test('having said nothing', async () => {
    expect((await readAnswer(connect(port, '127.0.0.1'))).status).toBe(408);
  });

  test('in the middle of the headers', async () => {
    expect(await sendRaw(port, never)).toMatchObject({ status: 408, headers: { connection: 'close' } });
  });

  test('in the middle of the headers, though another comes every now and then', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(never);
    const dripping = setInterval(() => socket.write('X-Drip: a\r\n'), 20);
    expect((await readAnswer(socket)).status).toBe(408);
    clearInterval(dripping);
  });

  test('in the middle of a body, which half an upload is', async () => {
    expect((await sendRaw(port, `${never}Content-Length: 1000\r\n\r\n{"type"`)).status).toBe(408);
  });

  test('in the middle of a body without a length', async () => {
    expect((await sendRaw(port, `${never}Transfer-Encoding: chunked\r\n\r\n5\r\n{"typ`)).status).toBe(408);
  });

  test('but not who listens to a stream', async () => {
    const { cookie } = await enter(testApp);
    const socket = connect(port, '127.0.0.1');
    socket.write(spellRequest('GET /api/verification/events', { Cookie: cookie, Connection: 'keep-alive' }));
    await once(socket, 'data');
    for (const _ of [1, 2, 3]) await sendRaw(port, never); // each takes longer than a request may
    expect(socket.readyState).toBe('open');
    socket.destroy();
  });
});

test('keeps a connection longer than nginx keeps its own end', async () => {
  const request = spellRequest('GET /healthz', { Connection: 'keep-alive' });
  const answer = await sendRaw(port, request, text => text.includes('"ok"'));
  expect(answer.headers['keep-alive']).toBe('timeout=75, max=1000');
});

test('takes no more connections than it has room for', async () => {
  const small = await listen(createHttpServer(testApp.app, {}, { ...serverLimits, maxConnections: 2 }));
  const held = [connect(small, '127.0.0.1'), connect(small, '127.0.0.1')];
  for (const socket of held) {
    socket.write(spellRequest('GET /healthz', { Connection: 'keep-alive' }));
    await once(socket, 'data');
  }
  expect((await sendRaw(small, spellRequest('GET /healthz'))).status).toBe(0);
  held[0]?.destroy();
  await expect.poll(async () => (await sendRaw(small, spellRequest('GET /healthz'))).status).toBe(200);
  held[1]?.destroy();
});

test('ends a connection that goes on asking without reading', async () => {
  const small = await listen(createHttpServer(testApp.app, {}, { ...serverLimits, maxRequestsPerSocket: 10 }));
  const request = spellRequest('GET /healthz', { Connection: 'keep-alive' });
  const { body } = await sendRaw(small, request.repeat(5_000));
  expect((body.match(/HTTP\/1\.1 200/g) ?? []).length).toBeLessThan(10);
});

test('has room for ten thousand streams, below the usual limit of descriptors', () => {
  expect(serverLimits.maxConnections).toBeGreaterThanOrEqual(12_000);
  expect(serverLimits.maxConnections).toBeLessThan(18_000);
});
