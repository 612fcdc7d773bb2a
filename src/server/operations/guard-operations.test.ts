import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, expect, test } from 'vitest';
import { productionVariables } from '#testing/production-variables';
import { createTestApp } from '#testing/test-app';

const token = 'Qm5Ye1Hv8Nb4Xr7Tc2Kz9Wd3Aj6Fs0Lp';
const { app: open } = await createTestApp();
const { app: guarded } = await createTestApp({ variables: { ...productionVariables, OPERATIONS_TOKEN: token } });
const { app: local } = await createTestApp({ variables: { OPERATIONS_TOKEN: token } });

const from = (remoteAddress: string | undefined, headers: Record<string, string> = {}, app = open) =>
  app.fetch(new Request('http://portico.test/metrics', { headers }), { incoming: { socket: { remoteAddress } } });

test('answers a request over a socket of this machine', async () => {
  const server = createAdaptorServer({ fetch: open.fetch });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => void server.close());
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/plain');
});

test.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('answers %s', async address => {
  expect((await from(address)).status).toBe(200);
});

test.each(['203.0.113.9', '10.0.0.1', '::ffff:10.0.0.1', '2001:db8::127', '1270.0.0.1', undefined])(
  'has nothing for %s',
  async address => {
    const response = await from(address);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'not-found' });
  },
);

test.each(['forwarded', 'x-forwarded-for', 'x-real-ip'])(
  'has nothing for what a proxy on this machine passed on with %s',
  async header => {
    expect((await from('127.0.0.1', { [header]: '127.0.0.1' })).status).toBe(404);
  },
);

test('answers whoever brings the token, from anywhere and through a proxy', async () => {
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.9' };
  expect((await from('203.0.113.9', headers, guarded)).status).toBe(200);
});

test('answers this machine without the token in a local run, and nobody else', async () => {
  expect((await from('127.0.0.1', {}, local)).status).toBe(200);
  expect((await from('203.0.113.9', {}, local)).status).toBe(401);
});

test.each([undefined, '', 'Bearer', `Bearer ${token}x`, `Bearer ${token.slice(1)}`, token, `Basic ${token}`])(
  'refuses the authorization %s even from this machine where a token is configured',
  async authorization => {
    const response = await from('127.0.0.1', authorization === undefined ? {} : { authorization }, guarded);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.text()).not.toContain(token);
  },
);
