import { randomUUID } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { createTestApp, enter, readStatus } from '#testing/test-app';
import { createDatabase } from '../database/database';

const open = await createTestApp();
const secret = 'a-sign-in-secret-for-tests';
const handOver = await createTestApp({ variables: { SIGN_IN_SECRET: secret, PUBLIC_URL: 'https://id.example.test' } });
const key = new TextEncoder().encode(secret);

function token(claims: Record<string, unknown> = {}, expires: string | null = '2 minutes', by: Uint8Array = key) {
  const jwt = new SignJWT({ sub: 'customer-7', jti: randomUUID(), ...claims }).setProtectedHeader({ alg: 'HS256' });
  return (expires === null ? jwt : jwt.setExpirationTime(expires)).sign(by);
}

const enterWith = (value: string) => handOver.app.request(`/enter?token=${value}`);

describe('where anybody can enter', () => {
  test('a new person gets a session of their own, out of reach of scripts', async () => {
    const response = await open.app.request('/api/session', { method: 'POST' });
    expect(response.status).toBe(201);
    expect(response.headers.get('set-cookie')).toMatch(
      /^portico-session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await response.json()).toMatchObject({ status: 'not-started', revision: 0, changedAt: null });
  });

  test('a new person has a name that nobody guesses, and nothing that is said of it is kept on the way', async () => {
    const { externalUserId, cookie } = await enter(open);
    expect(externalUserId).toMatch(/^u-[\da-f]{16}$/);
    for (const method of ['POST', 'DELETE']) {
      const { headers } = await open.app.request('/api/session', { method, headers: { cookie } });
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  test('a link without any token leads to the start', async () => {
    const response = await open.app.request('/enter');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  test('two people never share a verification', async () => {
    const [first, second] = [await enter(open), await enter(open)];
    expect(first.externalUserId).not.toBe(second.externalUserId);
    const [mine, theirs] = [await readStatus(open.app, first.cookie), await readStatus(open.app, second.cookie)];
    expect(mine.reference).not.toBe(theirs.reference);
  });

  test('entering again ends the session before', async () => {
    const { cookie } = await enter(open);
    await open.app.request('/api/session', { method: 'POST', headers: { cookie } });
    expect(await readStatus(open.app, cookie)).toMatchObject({ code: 'session-required', status: 401 });
  });

  test('a cookie that somebody planted beforehand is not taken over', async () => {
    const planted = `portico-session=${'A'.repeat(43)}`;
    const response = await open.app.request('/api/session', { method: 'POST', headers: { cookie: planted } });
    expect(response.headers.get('set-cookie')).not.toContain('AAAAAAA');
    expect(await readStatus(open.app, planted)).toMatchObject({ code: 'session-required' });
  });

  test('a cookie that was never given out is not even looked up', async () => {
    const lost = createDatabase('postgres://nobody@127.0.0.1:1/nowhere');
    const { app } = await createTestApp({ database: { ...lost, url: open.database.url } });
    const ask = async (value: string) =>
      (await app.request('/api/verification', { headers: { cookie: `portico-session=${value}` } })).status;
    for (const value of ['', 'x', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}%00`, 'A'.repeat(4000)]) {
      expect(await ask(value)).toBe(401);
    }
    expect(await ask('A'.repeat(43))).toBe(503);
    await lost.close();
  });

  test('the session of an attacker does not become that of whoever enters after them', async () => {
    const attacker = await enter(open);
    const response = await open.app.request('/api/session', { method: 'POST', headers: { cookie: attacker.cookie } });
    const victim = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(victim).not.toBe(attacker.cookie);
    expect(await readStatus(open.app, attacker.cookie)).toMatchObject({ code: 'session-required' });
    expect(await readStatus(open.app, victim)).toMatchObject({ status: 'not-started' });
  });

  test('leaving ends the session and takes the cookie away', async () => {
    const { cookie } = await enter(open);
    const response = await open.app.request('/api/session', { method: 'DELETE', headers: { cookie } });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ verification: null });
    expect(response.headers.get('set-cookie')).toMatch(
      /^portico-session=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await readStatus(open.app, cookie)).toMatchObject({ code: 'session-required' });
    const again = await open.app.request('/api/session', { method: 'DELETE', headers: { cookie } });
    expect(again.status).toBe(200);
  });

  test('the cookie’s value is nowhere in the database', async () => {
    const { cookie } = await enter(open);
    const { rows } = await open.database.query('select encode(key, $1) as key from sessions', ['escape']);
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
  });
});

describe('where the host product hands people over', () => {
  test('a good token becomes a session and leaves the address', async () => {
    const response = await enterWith(await token({ lang: 'kk-KZ', level: 'address-kyc-level' }));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/?lang=kk');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-portico-session=.*; HttpOnly; Secure; SameSite=Lax$/);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await readStatus(handOver.app, cookie)).toMatchObject({ status: 'not-started' });
    const { rows } = await handOver.database.query('select external_user_id, level_name from verifications');
    expect(rows).toContainEqual({ external_user_id: 'customer-7', level_name: 'address-kyc-level' });
  });

  test('nobody enters without a token', async () => {
    const response = await handOver.app.request('/api/session', { method: 'POST' });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      code: 'hand-over-required',
      detail: 'People enter by /enter?token=… from the host product',
    });
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  test('leaving takes the cookie away over https, too', async () => {
    const cookie = (await enterWith(await token())).headers.get('set-cookie')?.split(';')[0] ?? '';
    const response = await handOver.app.request('/api/session', { method: 'DELETE', headers: { cookie } });
    expect(response.headers.get('set-cookie')).toBe(
      '__Host-portico-session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax',
    );
  });

  test('entering as somebody else ends the session of the one before', async () => {
    const enterAs = async (sub: string, cookie = '') => {
      const response = await handOver.app.request(`/enter?token=${await token({ sub })}`, { headers: { cookie } });
      return response.headers.get('set-cookie')?.split(';')[0] ?? '';
    };
    const first = await enterAs('customer-8');
    const second = await enterAs('customer-9', first);
    expect(await readStatus(handOver.app, first)).toMatchObject({ code: 'session-required' });
    expect(await readStatus(handOver.app, second)).toMatchObject({ status: 'not-started' });
  });

  test('a return address in the token is where the person is led back to', async () => {
    const linksAfter = async (returnUrl: string) => {
      const cookie = (await enterWith(await token({ returnUrl }))).headers.get('set-cookie')?.split(';')[0] ?? '';
      const answer = await handOver.app.request('/api/configuration', { headers: { cookie } });
      return ((await answer.json()) as { links: { return: string | null } }).links.return;
    };
    expect(await linksAfter('https://bank.example/account')).toBe('https://bank.example/account');
    expect(await linksAfter('javascript:alert(1)')).toBeNull();
  });

  test.each<[string, () => Promise<string> | string, string]>([
    ['that has expired', () => token({}, '-1 minute'), 'expired'],
    ['that never expires', () => token({}, null), 'invalid'],
    [
      'signed by somebody else',
      () => token({}, '2 minutes', new TextEncoder().encode('another-secret-altogether')),
      'invalid',
    ],
    ['without a signature', () => new UnsecuredJWT({ sub: 'customer-7' }).setExpirationTime('2m').encode(), 'invalid'],
    ['without a person', () => token({ sub: '' }), 'invalid'],
    ['with a person that no system could keep', () => token({ sub: 'a\u0000b' }), 'invalid'],
    ['with a level that no system could keep', () => token({ level: 'x'.repeat(201) }), 'invalid'],
    ['that is rubbish', () => 'rubbish', 'invalid'],
    ['that is missing', () => '', 'invalid'],
  ])('a token %s signs nobody in', async (_name, make, outcome) => {
    const response = await enterWith(await make());
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`/?entry=${outcome}`);
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  test('nobody can enter without one', async () => {
    const response = await handOver.app.request('/api/session', { method: 'POST' });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'hand-over-required' });
  });
});
