import { SignJWT } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, deliver, enter, readStatus, redRetry, type TestApp, webhookBody } from '#testing/test-app';
import { toReference } from '../verifications/verification-rows';
import { createMailLinks } from './mail-links';

/** The documented example [S]: key `1`, seven days. */
const vector =
  'eyJhbGciOiJIUzI1NiJ9.eyJpYXQiOjE2MjAwNTI1MjcsImV4cCI6MTYyMDY1NzMyNywic3ViIjoidXNlcklkXzgiLCJhdWQiOiJzdW1zdWIifQ.qCR-4VMfC_zOAN1hCtbjj9DJxmB6c0sEg7XD5Y8ZvvM';

const startedAt = Date.UTC(2026, 10, 25, 12);
let time = startedAt;
const now = () => time;
beforeEach(() => {
  time = startedAt;
});

const secret = 'bGluay1zZWNyZXQ='; // base64 by its looks, and taken as it is
const testApp = await createTestApp({
  now,
  variables: { IDNGO_LINK_SECRET: secret, IDNGO_CLIENT_ID: 'our-client', PUBLIC_URL: 'https://id.example.test' },
});
const without = await createTestApp({ now });

const days = 24 * 60 * 60;
const bytes = (text: string) => new TextEncoder().encode(text);

function link(claims: object = {}, key: Uint8Array = bytes(secret), alg = 'HS256'): Promise<string> {
  const iat = startedAt / 1000;
  return new SignJWT({ iat, exp: iat + 7 * days, sub: 'customer-7', aud: 'our-client', ...claims })
    .setProtectedHeader({ alg })
    .sign(key);
}

async function open(path: string, headers: Record<string, string> = {}, { app }: TestApp = testApp) {
  const response = await app.request(path, { headers });
  return {
    status: response.status,
    location: response.headers.get('location'),
    cookie: response.headers.get('set-cookie')?.split(';')[0],
    headers: response.headers,
  };
}

async function personOf(cookie = ''): Promise<unknown> {
  const { reference } = await readStatus(testApp.app, cookie);
  const { rows } = await testApp.database.query<{ id: string; external_user_id: string; level_name: string }>(
    `select v.id, v.external_user_id, v.level_name from sessions s join verifications v on v.id = s.verification_id`,
  );
  const row = rows.find(({ id }) => toReference(id) === reference);
  return row && [row.external_user_id, row.level_name];
}

test('reads the documented example', async () => {
  const verify = createMailLinks({ secret: '1', clientId: 'sumsub' }, () => 1620052527_000);
  expect(await verify(vector)).toEqual({ externalUserId: 'userId_8', issuedAt: new Date(1620052527_000) });
});

test.each([
  ['for another client', { secret: '1', clientId: 'another' }, 1620052527_000, 'hand-over-invalid'],
  ['under another secret', { secret: '2', clientId: 'sumsub' }, 1620052527_000, 'hand-over-invalid'],
  ['a week later', { secret: '1', clientId: 'sumsub' }, 1620657332_000, 'hand-over-expired'],
])('refuses the documented example %s', async (_name, config, at, code) => {
  await expect(createMailLinks(config, () => at)(vector)).rejects.toMatchObject({ code });
});

test('says why it refuses one', async () => {
  const verify = createMailLinks({ secret, clientId: 'our-client' }, now);
  await expect(verify(await link({ sub: 'a\u0000b' }))).rejects.toMatchObject({ message: 'unusable-sub' });
  await expect(verify('x'.repeat(8 * 1024 + 1))).rejects.toMatchObject({ message: 'too-long' });
  await expect(verify('x'.repeat(8 * 1024))).rejects.toMatchObject({ message: 'ERR_JWS_INVALID' });
});

describe('a link of an e-mail', () => {
  test.each(['/', '/verify', '/status', '/handoff'])(
    'to %s signs in whom it is for and leaves the address',
    async path => {
      const opened = await open(`${path}?lang=kk&jwt=${await link()}&from=mail`);
      expect(opened).toMatchObject({ status: 303, location: `${path}?lang=kk&from=mail` });
      expect(opened.headers.get('cache-control')).toBe('no-store');
      expect(opened.headers.get('referrer-policy')).toBe('no-referrer');
      expect(await personOf(opened.cookie)).toEqual(['customer-7', 'basic-kyc-level']);
    },
  );

  test('leaves nothing behind in an address that had nothing else', async () => {
    expect((await open(`/verify?jwt=${await link()}`)).location).toBe('/verify');
  });

  test('may be for several, of whom we are one', async () => {
    expect((await open(`/verify?jwt=${await link({ aud: ['another', 'our-client'] })}`)).location).toBe('/verify');
  });

  test('opens again on another device, and lasts a week', async () => {
    const token = await link();
    const first = await open(`/verify?jwt=${token}`);
    time += 6 * days * 1000;
    const second = await open(`/verify?jwt=${token}`);
    expect(second.cookie).not.toBe(first.cookie);
    expect(await personOf(second.cookie)).toEqual(['customer-7', 'basic-kyc-level']);
    time += days * 1000 + 6_000;
    expect(await open(`/verify?jwt=${token}`)).toMatchObject({ location: '/?entry=expired', cookie: undefined });
  });

  test('leaves a session of the same person as it is', async () => {
    const { cookie = '' } = await open(`/verify?jwt=${await link()}`);
    const again = await open(`/status?jwt=${await link()}`, { cookie });
    expect(again).toMatchObject({ location: '/status', cookie: undefined });
    expect(await personOf(cookie)).toEqual(['customer-7', 'basic-kyc-level']);
  });

  test('takes the place of another person’s session, which ends', async () => {
    const { cookie = '' } = await open(`/verify?jwt=${await link({ sub: 'somebody-else' })}`);
    const mine = await open(`/verify?jwt=${await link()}`, { cookie });
    expect(await personOf(mine.cookie)).toEqual(['customer-7', 'basic-kyc-level']);
    expect(await readStatus(testApp.app, cookie)).toMatchObject({ code: 'session-required' });
  });

  test('leads to the level at which something is wanted', async () => {
    const body = webhookBody('customer-9', 1, { ...redRetry, levelName: 'address-kyc-level' });
    const { cookie: first } = await open(`/verify?jwt=${await link({ sub: 'customer-9' })}`);
    await deliver(testApp.app, body);
    expect(await personOf(first)).toEqual(['customer-9', 'basic-kyc-level']);
    const { cookie } = await open(`/verify?jwt=${await link({ sub: 'customer-9' })}`);
    expect(await personOf(cookie)).toEqual(['customer-9', 'address-kyc-level']);
    expect(await readStatus(testApp.app, cookie ?? '')).toMatchObject({ status: 'action-needed' });
  });

  test('is audited as the provider’s word', async () => {
    await open(`/verify?jwt=${await link({ sub: 'customer-10' })}`);
    const { rows } = await testApp.database.query(
      `select actor from audit_trail where action = 'signed-in' and subject_pseudonym = pseudonym('customer-10')`,
    );
    expect(rows).toEqual([{ actor: 'provider' }]);
  });

  test('of somebody who was erased since leads to nobody', async () => {
    await testApp.database.query(
      `insert into erasures (subject_pseudonym, erased_at) values (pseudonym('customer-11'), $1)`,
      [new Date(startedAt)],
    );
    const older = await link({ sub: 'customer-11', iat: startedAt / 1000 - 60 });
    const undated = await link({ sub: 'customer-11', iat: undefined });
    for (const token of [older, undated]) {
      expect(await open(`/verify?jwt=${token}`)).toMatchObject({ location: '/?entry=invalid', cookie: undefined });
    }
    const later = await link({ sub: 'customer-11', iat: startedAt / 1000 + 60 });
    expect((await open(`/verify?jwt=${later}`)).location).toBe('/verify');
    const { rows } = await testApp.database.query(`select 1 from verifications where external_user_id = 'customer-11'`);
    expect(rows).toHaveLength(1);
  });

  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { exp: startedAt / 1000 + days, sub: 'customer-7', aud: 'our-client' };
  test.each<[string, () => string | Promise<string>, string]>([
    ['that has expired', () => link({ exp: startedAt / 1000 - 60 }), 'expired'],
    ['that never expires', () => link({ exp: undefined }), 'invalid'],
    ['for another client', () => link({ aud: 'another-client' }), 'invalid'],
    ['for no client', () => link({ aud: undefined }), 'invalid'],
    ['for nobody', () => link({ sub: undefined }), 'invalid'],
    ['for somebody no system could keep', () => link({ sub: 'a\u0000b' }), 'invalid'],
    ['signed by somebody else', () => link({}, bytes('another-secret')), 'invalid'],
    [
      'signed with what the secret says in base64',
      () => link({}, new Uint8Array(Buffer.from(secret, 'base64'))),
      'invalid',
    ],
    ['signed by a longer hash', () => link({}, bytes(secret.padEnd(64, 'x')), 'HS512'), 'invalid'],
    ['without a signature', () => `${encode({ alg: 'none' })}.${encode(claims)}.`, 'invalid'],
    ['that is huge', () => link({ padding: 'x'.repeat(8 * 1024) }), 'invalid'],
    ['that is empty', () => '', 'invalid'],
    ['that is rubbish', () => 'rubbish', 'invalid'],
  ])('%s signs nobody in, and leaves the address', async (_name, make, entry) => {
    const opened = await open(`/verify?lang=ru&jwt=${await make()}`);
    expect(opened).toMatchObject({ status: 303, location: `/?lang=ru&entry=${entry}`, cookie: undefined });
    expect(opened.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('loaded as a picture signs nobody in', async () => {
    const opened = await open(`/verify?jwt=${await link()}`, { 'sec-fetch-dest': 'image' });
    expect(opened).toMatchObject({ location: '/?entry=invalid', cookie: undefined });
  });

  test('leads nowhere else, whatever stands beside it', async () => {
    const opened = await open(`/verify?next=//evil.example&jwt=${await link()}&jwt=second`);
    expect(opened.location).toBe('/verify?next=%2F%2Fevil.example');
    expect((await open(`//evil.example/?jwt=${await link()}`)).status).toBe(404);
  });

  test('is a stranger on addresses that are no screens', async () => {
    expect((await open(`/api/session?jwt=${await link()}`)).cookie).toBeUndefined();
    expect((await open(`/webhooks/idngo?jwt=${await link()}`)).cookie).toBeUndefined();
  });

  test('is limited per person', async () => {
    const token = await link({ sub: 'customer-12' });
    for (let count = 0; count < 30; count += 1) expect((await open(`/verify?jwt=${token}`)).cookie).toBeDefined();
    expect(await open(`/verify?jwt=${token}`)).toMatchObject({ location: '/?entry=busy', cookie: undefined });
    expect((await open(`/verify?jwt=${await link({ sub: 'customer-13' })}`)).cookie).toBeDefined();
  });
});

test('where no such links are expected the parameter leaves the address all the same, and signs nobody in', async () => {
  const opened = await open(`/verify?lang=ru&jwt=${await link()}`, {}, without);
  expect(opened).toMatchObject({ status: 303, location: '/verify?lang=ru', cookie: undefined });
  const { cookie } = await enter(without);
  await open(`/verify?jwt=${await link()}`, { cookie }, without);
  expect(await readStatus(without.app, cookie)).toMatchObject({ status: 'not-started' });
});
