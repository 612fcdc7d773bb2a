import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox({ publicUrl: 'http://sandbox.test:4100' });
});
afterEach(() => bench.close());

const json = { 'Content-Type': 'application/json' };
const ask = (host: string, init: RequestInit = {}) =>
  bench.sandbox.fetch(`http://${host}/panel/api/access-tokens/shape`, init);

test.each(['sandbox.test:4100', 'SANDBOX.test', 'localhost', 'panel.localhost:1', '127.0.0.1:4100', '[::1]:4100'])(
  'answers under %s',
  async host => {
    expect((await ask(host)).status).toBe(200);
  },
);

test.each([
  'evil.example:4100',
  'sandbox.test.evil.example',
  'notlocalhost',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
])('refuses %s, a name that somebody else may have led to this machine', async host => {
  const refusals = [
    await ask(host),
    await ask(host, { method: 'HEAD' }),
    await ask(host, { method: 'POST', headers: json, body: '{"shape":"opaque"}' }),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403]);
  expect(await refusals[0]?.json()).toMatchObject({ description: expect.stringMatching(/SANDBOX_PUBLIC_URL/) });
  expect(await (await ask('localhost')).json()).toEqual({ shape: 'jwt' });
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=b', ''])(
  'changes nothing for the content type %j, which a page of another site can send',
  async contentType => {
    const response = await ask('localhost', {
      method: 'POST',
      headers: { 'Content-Type': contentType },
      body: '{"shape":"opaque"}',
    });
    expect(response.status).toBe(415);
    expect(await (await ask('localhost')).json()).toEqual({ shape: 'jwt' });
  },
);

test('answers no preflight of another site', async () => {
  const headers = { Origin: 'http://evil.example', 'Access-Control-Request-Method': 'POST' };
  const response = await ask('localhost', { method: 'OPTIONS', headers });
  expect(response.ok).toBe(false);
  expect([...response.headers.keys()].filter(name => name.startsWith('access-control-'))).toEqual([]);
});
