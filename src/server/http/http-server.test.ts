import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { listen, sendRaw, spellRequest } from '#testing/raw-http';
import { createTestApp, deliver, enter, green, testConfig, webhookBody } from '#testing/test-app';
import { createTestDatabase } from '#testing/test-database';
import { createHttpServer } from './http-server';
import { createSecurityHeaders } from './security-headers';

const directory = mkdtempSync(join(tmpdir(), 'portico-pages-'));
mkdirSync(join(directory, 'assets/texts-abc/kk'), { recursive: true });
mkdirSync(join(directory, '.vite'));
for (const [name, text] of [
  ['index.html', '<!doctype html><title>Portico</title>'],
  ['icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['assets/first-abc.js', 'export {};'],
  ['assets/first-abc.js.br', 'brotli'],
  ['assets/first-abc.js.gz', 'gzip'],
  ['assets/texts-abc/kk/start.json', '{"start.begin":"Бастау"}'],
  ['.vite/manifest.json', '{}'],
] as const) {
  writeFileSync(join(directory, name), text);
}
afterAll(() => rmSync(directory, { recursive: true }));

const headers = createSecurityHeaders(testConfig({ PUBLIC_URL: 'https://verify.test' }));
const testApp = await createTestApp({ appDirectory: directory, variables: { PUBLIC_URL: 'https://verify.test' } });
const port = await listen(createHttpServer(testApp.app, headers));
const { cookie } = await enter(testApp);
await deliver(testApp.app, webhookBody('u-seen', 1, green));

const broken = await createTestApp({
  variables: { PUBLIC_URL: 'https://verify.test' },
  database: { ...(await createTestDatabase()), query: () => Promise.reject(new Error('hush')) },
});
const brokenPort = await listen(createHttpServer(broken.app, headers));
const theme = new URL(
  ((await (await testApp.app.request('/api/configuration')).json()) as { themeUrl: string }).themeUrl,
).pathname;
const iconTag = (await sendRaw(port, spellRequest('GET /icon.svg'))).headers.etag ?? '';

describe('every kind of answer has the security headers', () => {
  const kinds: [string, number, string | Uint8Array, number?][] = [
    ['a page', 200, spellRequest('GET /')],
    ['a file', 200, spellRequest('GET /icon.svg')],
    ['a file that has not changed', 304, spellRequest('GET /icon.svg', { 'If-None-Match': iconTag })],
    ['the headers of a file', 200, spellRequest('HEAD /assets/first-abc.js')],
    ['a theme', 200, spellRequest(`GET ${theme}`)],
    ['JSON', 200, spellRequest('GET /api/configuration')],
    ['a stream', 200, spellRequest('GET /api/verification/events', { Cookie: cookie })],
    ['a redirect', 303, spellRequest('GET /enter?token=x')],
    ['figures', 200, spellRequest('GET /metrics')],
    ['an unsigned delivery', 401, spellRequest('POST /webhooks/idngo', { 'Content-Length': '2' }, '{}')],
    ['a request of nobody', 401, spellRequest('GET /api/verification')],
    [
      'a request of another site',
      403,
      spellRequest('POST /api/session', { Origin: 'https://evil.test', 'Content-Length': '0' }),
    ],
    ['an unknown address', 404, spellRequest('GET /nowhere')],
    ['an unknown address for a person', 404, spellRequest('GET /nowhere', { Accept: 'text/html' })],
    ['another method', 405, spellRequest('PUT /api/verification', { 'Content-Length': '0' })],
    ['TRACE', 405, spellRequest('TRACE /')],
    ['too large a body', 413, spellRequest('POST /api/session', { 'Content-Length': '999999' })],
    ['too long an address', 414, spellRequest(`GET /${'a'.repeat(9000)}`)],
    ['what cannot be met', 417, spellRequest('GET /', { Expect: 'a miracle' })],
    ['too large headers', 431, spellRequest('GET /', { 'X-Much': 'a'.repeat(20_000) })],
    [
      'too many headers',
      431,
      spellRequest('GET /', Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`x-${at}`, 'a']))),
    ],
    [
      'a failure',
      500,
      spellRequest('GET /api/verification', { Cookie: `__Host-portico-session=${'a'.repeat(43)}` }),
      brokenPort,
    ],
    ['CONNECT', 400, spellRequest('CONNECT verify.test:443')],
    ['what is not HTTP', 400, '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n'],
    ['an unknown method', 400, spellRequest('HACK /')],
    ['a request without Host', 400, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['an address that climbs', 400, spellRequest('GET /assets/../api/verification')],
  ];

  test.each(kinds)('%s (%i)', async (kind, status, request, target = port) => {
    const answer = await sendRaw(target, request, text => kind === 'a stream' && text.includes('event: status'));
    expect(answer.status).toBe(status);
    for (const [name, value] of Object.entries(headers)) {
      if (name === 'cache-control') expect(answer.headers).toHaveProperty(name);
      else if (name === 'cross-origin-resource-policy' && kind === 'a theme')
        expect(answer.headers).toHaveProperty(name, 'cross-origin');
      else if (name === 'referrer-policy' && kind === 'a redirect')
        expect(answer.headers).toHaveProperty(name, 'no-referrer');
      else expect(answer.headers).toHaveProperty(name, value);
    }
    expect(answer.headers).not.toHaveProperty('server');
    expect(answer.headers).not.toHaveProperty('x-powered-by');
  });

  test.each(kinds.filter(([, status]) => status >= 400 && status !== 404))(
    '%s gives away a code and an id, and is kept by nobody',
    async (_kind, status, request, target = port) => {
      const answer = await sendRaw(target, request);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['content-type']).toBe('application/problem+json');
      const problem = JSON.parse(answer.body) as Record<string, unknown>;
      expect(problem).toMatchObject({ status, requestId: answer.headers['x-request-id'] });
      expect(answer.body).not.toMatch(/hush|Error|node_modules|\.ts:|at [A-Z]/);
    },
  );
});

describe('a file', () => {
  test('is sent compressed to whoever takes it so, and is kept for ever where its name has its hash', async () => {
    const brotli = await sendRaw(port, spellRequest('GET /assets/first-abc.js', { 'Accept-Encoding': 'gzip, br' }));
    expect(brotli).toMatchObject({ body: 'brotli', headers: { 'content-encoding': 'br', vary: 'accept-encoding' } });
    expect(brotli.headers['cache-control']).toContain('immutable');
    const gzip = await sendRaw(port, spellRequest('GET /assets/first-abc.js', { 'Accept-Encoding': 'gzip, br;q=0' }));
    expect(gzip.body).toBe('gzip');
    const plain = await sendRaw(port, spellRequest('GET /assets/first-abc.js'));
    expect(plain).toMatchObject({ body: 'export {};', headers: { 'content-length': '10' } });
  });

  test('of texts is kept for ever too, in its folder with the hash', async () => {
    const texts = await sendRaw(port, spellRequest('GET /assets/texts-abc/kk/start.json'));
    expect(texts).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
    expect(texts.headers['cache-control']).toContain('immutable');
  });

  test.each([
    '/assets/texts-abc/kk',
    '/.vite/manifest.json',
    '/assets/first-abc.js.br',
    '/index.html',
    '/assets',
    '/assets/',
    '//icon.svg',
  ])('is not what %s names', async path => {
    expect((await sendRaw(port, spellRequest(`GET ${path}`))).status).toBe(404);
  });
});

describe('another method is refused with those that are allowed', () => {
  test.each([
    ['/', 'GET, HEAD'],
    ['/icon.svg', 'GET, HEAD'],
    ['/assets/first-abc.js', 'GET, HEAD'],
    ['/webhooks/idngo', 'POST'],
    ['/api/session', 'GET, HEAD, POST, DELETE'],
    ['/api/access-token', 'POST'],
    ['/api/verification', 'GET, HEAD'],
    ['/api/verification/events', 'GET, HEAD'],
    ['/enter', 'GET, HEAD'],
    ['/themes/any/thing.css', 'GET, HEAD'],
    ['/healthz', 'GET, HEAD'],
    ['/readyz', 'GET, HEAD'],
    ['/metrics', 'GET, HEAD'],
  ])('%s: %s', async (path, allow) => {
    for (const method of ['OPTIONS', 'PUT', 'PATCH', 'PROPFIND']) {
      const answer = await sendRaw(port, spellRequest(`${method} ${path}`, { 'Content-Length': '0' }));
      expect(answer).toMatchObject({ status: 405, headers: { allow } });
    }
  });

  test('an address that is nobody’s stays unknown under every method', async () => {
    expect((await sendRaw(port, spellRequest('OPTIONS /nowhere'))).status).toBe(404);
  });

  test('HEAD is GET without a body', async () => {
    for (const path of ['/', '/api/configuration', '/healthz', theme]) {
      const answer = await sendRaw(port, spellRequest(`HEAD ${path}`));
      expect(answer).toMatchObject({ status: 200, body: '' });
    }
  });
});

describe('a body', () => {
  test('is refused by its length alone where none is expected', async () => {
    const start = spellRequest('POST /api/session', { 'Content-Length': '1000000000' });
    expect(await sendRaw(port, start)).toMatchObject({ status: 413, headers: { connection: 'close' } });
  });

  test('is refused where it hides its length and none is expected', async () => {
    const start = spellRequest('GET /healthz', { 'Transfer-Encoding': 'chunked' });
    expect((await sendRaw(port, start)).status).toBe(413);
  });

  test('of a delivery is refused at a megabyte, while its end is still to come', async () => {
    const start = spellRequest('POST /webhooks/idngo', { 'Transfer-Encoding': 'chunked' });
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    expect(await sendRaw(port, start + chunk.repeat(17))).toMatchObject({
      status: 413,
      headers: { connection: 'close' },
    });
  });
});

test('takes over a request’s id only where it is a short token', async () => {
  const idFor = async (id: string) =>
    (await sendRaw(port, spellRequest('GET /healthz', { 'X-Request-Id': id }))).headers['x-request-id'];
  expect(await idFor('edge-7f3a=1')).toBe('edge-7f3a=1');
  for (const id of ['a'.repeat(65), 'a b', '<script>', 'a"b', 'ä', '{"a":1}', 'a,b']) {
    expect(await idFor(id)).toMatch(/^[0-9a-f-]{36}$/);
  }
});
