import { createHmac, generateKeyPairSync } from 'node:crypto';
import { CompactSign, exportJWK, SignJWT } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, readStatus, type TestApp } from '#testing/test-app';
import { createDatabase } from '../database/database';
import { silentLog } from '../log';
import { createSessions } from './sessions';

const startedAt = Date.UTC(2026, 10, 25, 12);
let time = startedAt;
const now = () => time;
beforeEach(() => {
  time = startedAt;
});

const secret = 'a-sign-in-secret-for-tests';
const publicUrl = 'https://id.example.test';
const lines: unknown[] = [];
const log = {
  ...silentLog,
  warn: (...line: unknown[]) => void lines.push(line),
  error: (...line: unknown[]) => void lines.push(line),
};
const shared = await createTestApp({ now, log, variables: { SIGN_IN_SECRET: secret, PUBLIC_URL: publicUrl } });
const neighbour = await createTestApp({
  now,
  database: shared.database,
  variables: { SIGN_IN_SECRET: secret, PUBLIC_URL: publicUrl },
});

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicJwk = { ...(await exportJWK(publicKey)), kid: 'current', alg: 'ES256', use: 'sig' };
let answerKeys = (): Response => Response.json({ keys: [publicJwk] });
const asked: string[] = [];
const published = await createTestApp({
  now,
  fetch: async url => {
    asked.push(String(url));
    return answerKeys();
  },
  variables: { SIGN_IN_JWKS_URL: 'https://host.example/keys', PUBLIC_URL: publicUrl },
});

let tokens = 0;
const claims = (more: object = {}) => ({
  sub: 'customer-7',
  exp: Math.floor(time / 1000) + 120,
  jti: String(tokens++),
  ...more,
});
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signed with whatever header, as an attacker or a sloppy host would. */
function sign(payload: unknown, key: string | Uint8Array = secret, header: object = { alg: 'HS256' }): string {
  const signed = `${encode(header)}.${encode(payload)}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

const signEc = (
  payload: object,
  header: { alg: string; kid?: string; jku?: string } = { alg: 'ES256', kid: 'current' },
) => new SignJWT({ ...payload }).setProtectedHeader(header).sign(privateKey);

async function enterWith(token: string, headers: Record<string, string> = {}, { app }: TestApp = shared) {
  const response = await app.request(`/enter?token=${encodeURIComponent(token)}`, { headers });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  return { status: response.status, location: response.headers.get('location'), cookie, headers: response.headers };
}

async function countSessions({ database }: TestApp = shared): Promise<number> {
  const { rows } = await database.query<{ count: number }>('select count(*)::int as count from sessions');
  return rows[0]?.count ?? -1;
}

describe('a token lets in once', () => {
  test('and no other browser after that, here or in another process', async () => {
    const token = sign(claims());
    expect(await enterWith(token)).toMatchObject({ status: 303, location: '/' });
    for (const testApp of [shared, neighbour]) {
      const replayed = await enterWith(token, {}, testApp);
      expect(replayed).toMatchObject({ status: 303, location: '/?entry=used', cookie: undefined });
      expect(replayed.headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  test('when twenty come at once to two processes', async () => {
    const token = sign(claims());
    const before = await countSessions();
    const entered = await Promise.all(
      Array.from({ length: 20 }, (_, index) => enterWith(token, {}, index % 2 ? neighbour : shared)),
    );
    expect(entered.filter(({ cookie }) => cookie !== undefined)).toHaveLength(1);
    expect(entered.filter(({ location }) => location === '/')).toHaveLength(1);
    expect(entered.filter(({ location }) => location?.startsWith('/?entry='))).toHaveLength(19);
    expect(await countSessions()).toBe(before + 1);
  });

  test('also when its ECDSA signature is written in the other way that is right', async () => {
    const token = await signEc(claims());
    const [header, payload, signature = ''] = token.split('.');
    const bytes = Buffer.from(signature, 'base64url');
    const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
    const s = order - BigInt(`0x${bytes.subarray(32).toString('hex')}`);
    const other = Buffer.concat([bytes.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]);
    const twin = `${header}.${payload}.${other.toString('base64url')}`;
    expect(twin).not.toBe(token);
    expect(await enterWith(twin, {}, published)).toMatchObject({ location: '/' });
    expect(await enterWith(token, {}, published)).toMatchObject({ location: '/?entry=used' });
    expect(await enterWith(twin, {}, published)).toMatchObject({ location: '/?entry=used' });
  });

  test('also when the unused bits of its last letter differ', async () => {
    const token = sign(claims());
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(token.at(-1) ?? '');
    await enterWith(token);
    for (const bits of [1, 2, 3]) {
      const twin = token.slice(0, -1) + alphabet[last ^ bits];
      expect((await enterWith(twin)).location).toMatch(/^\/\?entry=(used|invalid)$/);
    }
    for (const twin of [`${token}=`, `${token}.`, ` ${token}`, `${token}\n`, `${token}%00`]) {
      expect((await enterWith(twin)).cookie).toBeUndefined();
    }
  });

  test('but nobody else’s token is used up with it', async () => {
    const [mine, theirs] = [sign(claims()), sign(claims())];
    expect((await enterWith(mine)).location).toBe('/');
    expect((await enterWith(theirs)).location).toBe('/');
  });

  test('and is not good again when the clock goes back', async () => {
    const token = sign(claims());
    await enterWith(token);
    time += 20 * 60_000;
    await createSessions(shared.database, shared.config.sessionSecret, now).purge();
    time = startedAt;
    expect((await enterWith(token)).location).toBe('/?entry=used');
  });

  test('and is not used up where entering failed, or the browser had left', async () => {
    const token = sign(claims({ sub: 'customer-8' }));
    const left = new AbortController();
    left.abort();
    const before = await countSessions();
    const response = await shared.app.request(
      new Request(`http://localhost/enter?token=${token}`, { signal: left.signal }),
    );
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await countSessions()).toBe(before);
    expect((await enterWith(token)).location).toBe('/');
  });
});

describe('the same browser with the same link again', () => {
  test('just goes on, in the session it has', async () => {
    const token = sign(claims());
    const { cookie = '' } = await enterWith(token);
    const again = await enterWith(token, { cookie });
    expect(again).toMatchObject({ status: 303, location: '/', cookie: undefined });
    expect(await readStatus(shared.app, cookie)).toMatchObject({ status: 'not-started' });
  });

  test('goes on after the link has expired, too', async () => {
    const token = sign(claims());
    const { cookie = '' } = await enterWith(token);
    time += 60 * 60_000;
    expect((await enterWith(token, { cookie })).location).toBe('/');
    expect((await enterWith(token)).location).toBe('/?entry=expired');
  });

  test('is refused once that session has ended', async () => {
    const token = sign(claims());
    const { cookie = '' } = await enterWith(token);
    await shared.app.request('/api/session', { method: 'DELETE', headers: { cookie } });
    expect((await enterWith(token, { cookie })).location).toBe('/?entry=used');
  });

  test('is refused in the session that another link made', async () => {
    const [used, mine] = [sign(claims({ sub: 'somebody-else' })), sign(claims())];
    await enterWith(used);
    const { cookie = '' } = await enterWith(mine);
    expect((await enterWith(used, { cookie })).location).toBe('/?entry=used');
    expect(await readStatus(shared.app, cookie)).toMatchObject({ status: 'not-started' });
  });
});

describe('a token lives shortly', () => {
  const seconds = startedAt / 1000;
  test.each([
    ['ten minutes', { exp: seconds + 600 }],
    ['ten minutes from when it was issued', { iat: seconds - 300, exp: seconds + 300 }],
    ['and may come from a clock that is seconds ahead', { iat: seconds + 5, exp: seconds + 605 }],
  ])('%s', async (_name, times) => {
    expect((await enterWith(sign(claims(times)))).location).toBe('/');
  });

  test.each([
    ['for an hour', { exp: seconds + 3600 }, 'lives-too-long'],
    ['for eleven minutes, of which two are over', { iat: seconds - 120, exp: seconds + 540 }, 'lives-too-long'],
    ['from later on', { iat: seconds + 60, exp: seconds + 120 }, 'issued-later'],
    ['not before later on', { nbf: seconds + 60, exp: seconds + 120 }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['for ever, as text', { exp: '9999999999' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['issued at some text', { iat: 'now' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
  ])('and not %s', async (_name, times, reason) => {
    lines.length = 0;
    expect(await enterWith(sign(claims(times)))).toMatchObject({ location: '/?entry=invalid', cookie: undefined });
    expect(lines).toMatchObject([[{ code: 'hand-over-invalid', reason }, 'an entry was refused']]);
  });
});

describe('a forged token', () => {
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const publicDer = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }));

  test.each<[string, () => string | Promise<string>]>([
    ['without a signature', () => `${encode({ alg: 'none' })}.${encode(claims())}.`],
    ['with “None” in other letters', () => `${encode({ alg: 'nOnE' })}.${encode(claims())}.`],
    ['signed with the public key as if it were a secret', () => sign(claims(), publicPem)],
    ['signed with the public key’s bytes as if they were a secret', () => sign(claims(), publicDer)],
    ['signed with the public key as JSON', () => sign(claims(), JSON.stringify(publicJwk))],
    ['signed with an empty secret', () => sign(claims(), '')],
    ['with a kid that is a path', () => sign(claims(), '', { alg: 'HS256', kid: '../../dev/null' })],
    ['with a kid that is SQL', () => sign(claims(), 'x', { alg: 'HS256', kid: `' union select 'x` })],
    ['with a key of its own', () => signEc(claims(), { alg: 'ES256', kid: 'mine' })],
    [
      'that brings its key along',
      async () => {
        const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
        const header = { alg: 'ES256', jwk: await exportJWK(own.publicKey), jku: 'https://evil.example/keys' };
        return new SignJWT(claims()).setProtectedHeader(header).sign(own.privateKey);
      },
    ],
    ['with a critical extension nobody knows', () => sign(claims(), secret, { alg: 'HS256', crit: ['x'], x: true })],
    ['whose payload is not an object', () => sign(['customer-7'])],
    [
      'whose payload is not JSON',
      () =>
        new CompactSign(Buffer.from('customer-7'))
          .setProtectedHeader({ alg: 'ES256', kid: 'current' })
          .sign(privateKey),
    ],
    ['of five parts', () => `${sign(claims())}.a.b`],
    ['of nothing but dots', () => '..'],
  ])('%s signs nobody in', async (_name, make) => {
    const token = await make();
    for (const testApp of [shared, published]) {
      const before = await countSessions(testApp);
      expect(await enterWith(token, {}, testApp)).toMatchObject({ location: '/?entry=invalid', cookie: undefined });
      expect(await countSessions(testApp)).toBe(before);
    }
    expect(asked.every(url => url === 'https://host.example/keys')).toBe(true);
  });

  test.each([
    ['control characters', 'a\u0007b'],
    ['a null character', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
    ['only spaces', '   '],
    ['too many letters', 'x'.repeat(201)],
    ['a number', 7],
    ['a list', ['customer-7']],
    ['nothing', null],
  ])('a person of %s is nobody', async (_name, sub) => {
    expect(await enterWith(sign(claims({ sub })))).toMatchObject({ location: '/?entry=invalid', cookie: undefined });
  });

  test('a huge token is refused before it is parsed', async () => {
    lines.length = 0;
    const token = sign(claims({ padding: 'x'.repeat(8 * 1024) }));
    expect(await enterWith(token)).toMatchObject({ location: '/?entry=invalid', cookie: undefined });
    expect(lines).toMatchObject([[{ reason: 'too-long' }, 'an entry was refused']]);
  });

  test('a token and a name of just the longest kind are taken', async () => {
    const sub = 'x'.repeat(200);
    const jti = String(tokens++);
    const ofLength = (padding: number) => sign({ ...claims({ sub }), jti, padding: 'x'.repeat(padding) });
    let padding = 5_000;
    while (ofLength(padding).length < 8 * 1024) padding += 1;
    expect(ofLength(padding)).toHaveLength(8 * 1024);
    expect((await enterWith(ofLength(padding))).location).toBe('/');
  });
});

test('keys that cannot be had are nobody’s fault, and the token stays good', async () => {
  const fresh = await createTestApp({
    now,
    fetch: async () => answerKeys(),
    variables: { SIGN_IN_JWKS_URL: 'https://host.example/keys' },
  });
  const token = await signEc(claims());
  for (const broken of [
    () => new Response('gone', { status: 500 }),
    () => new Response('not JSON'),
    () => Response.json({ nothing: true }),
    () => {
      throw new TypeError('fetch failed');
    },
    () => {
      throw new Error('socket hang up');
    },
  ]) {
    answerKeys = broken;
    expect((await enterWith(token, {}, fresh)).location).toBe('/?entry=unavailable');
  }
  answerKeys = () => Response.json({ keys: [publicJwk] });
  expect((await enterWith(token, {}, fresh)).location).toBe('/');
});

test('a database that is away spends no token, and lets in when it is back', async () => {
  const lost = createDatabase(shared.database.url);
  const affected = await createTestApp({ now, database: lost, variables: { SIGN_IN_SECRET: secret } });
  const away: { pool: typeof lost.pool } = { pool: lost.pool };
  const { connect, query } = lost.pool;
  const refuse = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
  const token = sign(claims());
  away.pool.connect = refuse as typeof connect;
  away.pool.query = refuse as typeof query;
  expect(await enterWith(token, {}, affected)).toMatchObject({ location: '/?entry=unavailable', cookie: undefined });
  away.pool.connect = connect;
  away.pool.query = query;
  expect((await enterWith(token, {}, affected)).location).toBe('/');
  await lost.close();
});

describe('a link that is loaded rather than followed', () => {
  test('by a HEAD request, as a preview of the message makes, spends nothing and signs nobody in', async () => {
    const token = sign(claims());
    const asked = await shared.app.request(`/enter?token=${token}`, { method: 'HEAD' });
    expect([asked.status, asked.headers.get('set-cookie')]).toEqual([303, null]);
    expect((await enterWith(token)).location).toBe('/');
  });

  test.each(['image', 'iframe', 'script', 'empty'])('as %s spends nothing and signs nobody in', async destination => {
    const token = sign(claims());
    expect(await enterWith(token, { 'sec-fetch-dest': destination })).toMatchObject({
      location: '/?entry=invalid',
      cookie: undefined,
    });
    expect((await enterWith(token, { 'sec-fetch-dest': 'document' })).location).toBe('/');
  });
});

test('no token comes into a log', async () => {
  lines.length = 0;
  const token = sign(claims());
  await enterWith(token);
  await enterWith(token);
  await enterWith(sign(claims(), 'another-secret'));
  await enterWith(`rubbish.${token}`);
  expect(lines).toHaveLength(3);
  const text = JSON.stringify(lines);
  for (const part of token.split('.')) expect(text).not.toContain(part.slice(0, 20));
  expect(text).not.toContain('customer-7');
});
