import { describe, expect, test } from 'vitest';
import { listen, sendRaw, spellRequest } from '#testing/raw-http';
import { createTestApp } from '#testing/test-app';
import { createHttpServer } from './http-server';

const { app } = await createTestApp();
const port = await listen(createHttpServer(app, {}));

describe('an address is what every server on the way takes it for', () => {
  test.each([
    '/api/%2e%2e/metrics',
    '/api/..%2fmetrics',
    '/api%2Fverification',
    '/api/verification%00',
    '/api\\verification',
    '/api/%5cverification',
    '/api/./verification',
    '/%c0%ae%c0%ae/metrics',
    '/%ff',
    '/%',
    '/api/verification\u00ff',
    'http://evil.test/metrics',
    '*',
    'metrics',
  ])('refuses %s', async path => {
    expect((await sendRaw(port, Buffer.from(spellRequest(`GET ${path}`), 'latin1'))).status).toBe(400);
  });

  test('leaves the query to whoever reads it', async () => {
    expect((await sendRaw(port, spellRequest('GET /healthz?a=%ff&b=..%2f..&c=\\'))).status).toBe(200);
  });

  test.each(['evil.test', 'evil.test:99999999', '"><script>', 'verify.test@evil.test', '[::1', 'a b'])(
    'never repeats the Host %s',
    async host => {
      for (const path of ['/', '/enter?token=x', '/nowhere', '/api/configuration', '/api/verification']) {
        const answer = await sendRaw(port, spellRequest(`GET ${path}`, { Host: host, Accept: 'text/html' }));
        expect([200, 303, 400, 401, 404]).toContain(answer.status);
        expect(JSON.stringify(answer)).not.toMatch(/evil|<script>|99999999|\[::1|a b/);
      }
    },
  );
});

describe('a request that two servers could read as different ones is refused', () => {
  const smuggled = 'GET /metrics HTTP/1.1\r\nHost: verify.test\r\n\r\n';
  const twice = (lines: string) =>
    `POST /webhooks/idngo HTTP/1.1\r\nHost: verify.test\r\n${lines}\r\n\r\n0\r\n\r\n${smuggled}`;
  test.each([
    ['both lengths', twice('Content-Length: 5\r\nTransfer-Encoding: chunked')],
    ['both lengths, the other way round', twice('Transfer-Encoding: chunked\r\nContent-Length: 5')],
    ['two lengths', twice('Content-Length: 5\r\nContent-Length: 6')],
    ['a length that is a list', twice('Content-Length: 5, 5')],
    ['a length with a sign', twice('Content-Length: +5')],
    ['a hexadecimal length', twice('Content-Length: 0x5')],
    ['a space before the colon', twice('Transfer-Encoding : chunked')],
    ['an unknown encoding', twice('Transfer-Encoding: xchunked')],
    ['an encoding after chunked', twice('Transfer-Encoding: chunked, identity')],
    [
      'a folded line',
      twice('X-Folded: a\r\n Transfer-Encoding: chunked\r\nContent-Length: 5\r\nTransfer-Encoding: chunked'),
    ],
    ['a bare line feed', 'GET / HTTP/1.1\nHost: verify.test\n\n'],
    ['a null in a header', spellRequest('GET /', { 'X-Null': 'a\u0000b' })],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: verify.test\r\nHost: evil.test\r\nConnection: close\r\n\r\n'],
    [
      'a chunk of a wrong size',
      `POST /webhooks/idngo HTTP/1.1\r\nHost: v\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n${smuggled}`,
    ],
  ])('%s', async (_name, request) => {
    const answer = await sendRaw(port, request);
    expect(answer.status).toBe(400);
    expect(answer.body).not.toContain('HTTP/1.1 200');
    expect(answer.headers.connection).toBe('close');
  });
});
