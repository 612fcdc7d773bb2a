import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { createTestApp, deliver, green, type TestApp, webhookBody } from '#testing/test-app';

const secret = 'a-sign-in-secret-for-tests';
const variables = { SIGN_IN_SECRET: secret, IDNGO_LINK_SECRET: 'a-link-secret', IDNGO_CLIENT_ID: 'us' };
const open = await createTestApp();
const [handOver, neighbour] = await (async () => {
  const first = await createTestApp({ variables });
  return [first, await createTestApp({ variables, database: first.database })] as const;
})();

/** A request as it comes through a socket from this address. */
const ask = ({ app }: TestApp, address: string, path: string, init: RequestInit = {}) =>
  app.request(path, init, { incoming: { socket: { remoteAddress: address } } });

async function repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let count = 0; count < times; count += 1) results.push(await work());
  return results;
}

let tokens = 0;
const signToken = (claims: object = {}, key = secret) =>
  new SignJWT({ sub: 'customer-7', jti: String(tokens++), exp: Math.floor(Date.now() / 1000) + 120, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(key));

describe('entering as a new person', () => {
  const enter = (address: string, headers: Record<string, string> = {}) =>
    ask(open, address, '/api/session', { method: 'POST', headers });

  test('is limited per address, whatever a header says, and per network of an IPv6 address', async () => {
    const statuses = await repeat(31, async () => (await enter('192.0.2.1')).status);
    expect(statuses).toEqual([...Array(30).fill(201), 429]);
    const refused = await enter('192.0.2.1', { 'x-forwarded-for': '203.0.113.7', 'x-real-ip': '203.0.113.7' });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: 'rate-limited' });
    expect((await enter('192.0.2.2')).status).toBe(201);

    let host = 0;
    const network = await repeat(31, async () => (await enter(`2001:db8::${++host}`)).status);
    expect(network.filter(status => status === 429)).toHaveLength(1);
    expect((await enter('2001:db8:0:1::1')).status).toBe(201);
  });

  test('is limited in all, and this machine apart from that', async () => {
    const testApp = await createTestApp();
    await ask(testApp, '192.0.2.1', '/api/session', { method: 'POST' });
    await testApp.database.query(`update rate_limits set points = 600 where key like 'new-sessions:%'`);
    const refused = await ask(testApp, '192.0.2.9', '/api/session', { method: 'POST' });
    expect(refused.status).toBe(429);
    expect((await ask(testApp, '127.0.0.1', '/api/session', { method: 'POST' })).status).toBe(201);
  });
});

describe('tokens that are refused', () => {
  test('are limited per address over all processes and kinds of link, and those that are right are not', async () => {
    const wrong = await signToken({}, 'another-secret');
    const tryWrong = async (address: string) => {
      const testApp = tokens % 2 ? handOver : neighbour;
      const path = tokens++ % 3 ? `/enter?token=${wrong}` : `/verify?jwt=${wrong}`;
      return (await ask(testApp, address, path)).headers.get('location');
    };
    const locations = await repeat(32, () => tryWrong('192.0.2.1'));
    expect(locations).toEqual([...Array(30).fill('/?entry=invalid'), '/?entry=busy', '/?entry=busy']);
    expect(await tryWrong('192.0.2.2')).toBe('/?entry=invalid');
    const right = await ask(handOver, '192.0.2.1', `/enter?token=${await signToken()}`);
    expect(right.headers.get('location')).toBe('/');
  });

  test('stop asking the database when one that was used is tried again and again', async () => {
    const token = await signToken();
    const locations = await repeat(12, async () =>
      (await ask(handOver, '192.0.2.3', `/enter?token=${token}`)).headers.get('location'),
    );
    expect(locations).toEqual(['/', ...Array(9).fill('/?entry=used'), '/?entry=busy', '/?entry=busy']);
  });
});

describe('deliveries', () => {
  const forge = (address: string) =>
    ask(open, address, '/webhooks/idngo', { method: 'POST', body: '{}', headers: { 'x-payload-digest': 'no' } });

  test('that are forged are limited per address, and authentic ones never are', async () => {
    const statuses = await repeat(302, async () => (await forge('192.0.2.1')).status);
    expect(statuses).toEqual([...Array(300).fill(401), 429, 429]);
    expect((await forge('192.0.2.1')).headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await forge('192.0.2.2')).status).toBe(401);
    const fromThere: TestApp['app'] = {
      ...open.app,
      request: (path, init) => ask(open, '192.0.2.1', String(path), init as RequestInit),
    };
    for (let second = 0; second < 20; second += 1) {
      expect((await deliver(fromThere, webhookBody('u-flooded', second, green))).status).toBe(200);
    }
  });
});
