import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSandbox, origin, type TestSandbox } from '../open-test-sandbox';
import { createAccessTokens } from './access-tokens';
import { composeToken, type TokenShape, tokenShapes } from './token-shapes';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

/** The rule of loader 2.2.1. */
function readOriginAsTheLoaderDoes(token: string): unknown {
  const prefix = ['_act-sbx-jwt-', '_act-jwt-'].find(candidate => token.startsWith(candidate));
  if (!prefix) return undefined;
  const parts = token
    .replace(prefix, '')
    .replace('-v2', '')
    .split('.')
    .map(part => {
      try {
        return JSON.parse(atob(part));
      } catch {
        return undefined;
      }
    });
  return parts.find(part => part?.url)?.url;
}

test('mints a token in which the loader finds the origin of the frame', async () => {
  const token = await bench.mintToken('u-1');
  expect(readOriginAsTheLoaderDoes(token)).toBe(origin);
  expect(token).not.toMatch(/-v2$/);
  expect(token.split('.')).toHaveLength(3);
});

test('answers the person the token is for', async () => {
  const response = await bench.call('POST', '/resources/accessTokens?userId=a%2Fb%40c&levelName=basic-kyc-level');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ token: expect.stringMatching(/^_act-sbx-jwt-/), userId: 'a/b@c' });
});

test('creates no applicant before the frame loads', async () => {
  await bench.mintToken('u-1');
  const response = await bench.call('GET', '/resources/applicants/-;externalUserId=u-1/one');
  expect(response.status).toBe(404);
  expect(bench.received).toEqual([]);
});

test.each([
  ['an unknown level', 'userId=u-1&levelName=Basic-kyc-level', 404, /Level 'Basic-kyc-level' not found/],
  ['no person', 'levelName=basic-kyc-level', 400, /'userId' is required/],
  ['no level', 'userId=u-1', 400, /'levelName' is required/],
  ['a lifetime of nothing', 'userId=u-1&levelName=basic-kyc-level&ttlInSecs=0', 400, /'ttlInSecs'/],
])('refuses a token for %s', async (_what, query, status, description) => {
  const response = await bench.call('POST', `/resources/accessTokens?${query}`);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ code: status, description: expect.stringMatching(description) });
});

test('lets a token expire after its lifetime', async () => {
  const token = await bench.mintToken('u-1', 'basic-kyc-level', 30);
  bench.clock.advance(29_999);
  expect((await bench.frame(token, '/frame/api/applicant')).status).toBe(200);
  bench.clock.advance(1);
  const refused = await bench.frame(token, '/frame/api/applicant');
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ code: 401, correlationId: expect.any(String) });
});

test('lives for ten minutes when nothing is said', async () => {
  const response = await bench.call('POST', '/resources/accessTokens?userId=u-1&levelName=basic-kyc-level');
  const { token } = (await response.json()) as { token: string };
  bench.clock.advance(599_999);
  expect((await bench.frame(token, '/frame/api/applicant')).status).toBe(200);
  bench.clock.advance(1);
  expect((await bench.frame(token, '/frame/api/applicant')).status).toBe(401);
});

test("expires one person's live tokens on request and nobody else's", async () => {
  const [first, second, other] = [
    await bench.mintToken('u-1'),
    await bench.mintToken('u-1'),
    await bench.mintToken('u-2'),
  ];
  const response = await bench.panel('/access-tokens/expire', { externalUserId: 'u-1' });
  expect(await response.json()).toEqual({ expired: 2 });
  expect((await bench.frame(first, '/frame/api/applicant')).status).toBe(401);
  expect((await bench.frame(second, '/frame/api/applicant')).status).toBe(401);
  expect((await bench.frame(other, '/frame/api/applicant')).status).toBe(200);
  expect((await bench.frame(await bench.mintToken('u-1'), '/frame/api/applicant')).status).toBe(200);
});

test('leaves the tokens of the other environment alone where one is named', async () => {
  const path = '/resources/accessTokens?userId=u-1&levelName=basic-kyc-level';
  const minted = await bench.call('POST', path, { environment: 'production' });
  const { token: ofProduction } = (await minted.json()) as { token: string };
  const ofSandbox = await bench.mintToken('u-1');
  const body = { externalUserId: 'u-1', environment: 'sandbox' };
  expect(await (await bench.panel('/access-tokens/expire', body)).json()).toEqual({ expired: 1 });
  expect((await bench.frame(ofSandbox, '/frame/api/applicant')).status).toBe(401);
  expect((await bench.frame(ofProduction, '/frame/api/applicant')).status).toBe(200);

  const again = await bench.mintToken('u-1');
  await bench.frame(again, '/frame/api/applicant');
  const play = { externalUserId: 'u-1', person: 'sandbox' };
  await bench.panel('/scenarios/token-expires-during-selfie/play', play);
  await bench.sandbox.clock.advance(30_000);
  expect((await bench.frame(again, '/frame/api/applicant')).status).toBe(401);
  expect((await bench.frame(ofProduction, '/frame/api/applicant')).status).toBe(200);
});

test('ends with the applicant whom a token was for', async () => {
  const [token, ofAnother] = [await bench.mintToken('u-1'), await bench.mintToken('u-2')];
  const opened = await bench.frame(token, '/frame/api/applicant');
  const { applicantId } = (await opened.json()) as { applicantId: string };
  await bench.panel(`/applicants/${applicantId}/delete`, {});
  expect((await bench.frame(token, '/frame/api/applicant')).status).toBe(401);
  expect((await bench.frame(ofAnother, '/frame/api/applicant')).status).toBe(200);
  const { items } = (await (await bench.panel('/applicants')).json()) as { items: object[] };
  expect(items).toHaveLength(2);
  expect((await bench.frame(await bench.mintToken('u-1'), '/frame/api/applicant')).status).toBe(200);
});

test('keeps no token on disk that could be used', async () => {
  const token = await bench.mintToken('u-1');
  const folder = join(bench.dataDir, 'access-tokens');
  const kept = readdirSync(folder).map(name => name + readFileSync(join(folder, name), 'utf8'));
  expect(kept).toHaveLength(1);
  expect(kept.join()).not.toContain(token.slice(20, 60));
});

const uuid = '11111111-2222-4333-8444-555555555555';

test.each([
  ['opaque', `_act-sbx-${uuid}`, `_act-${uuid}`],
  ['opaque-v2', `_act-sbx-${uuid}-v2`, `_act-${uuid}-v2`],
  ['jwt', /^_act-sbx-jwt-eyJhbGciOiJub25lIn0\.[\w+/]+\.$/, /^_act-jwt-eyJhbGciOiJub25lIn0\.[\w+/]+\.$/],
  ['jwt-v2', /^_act-sbx-jwt-eyJhbGciOiJub25lIn0\.[\w+/]+\.-v2$/, /^_act-jwt-eyJhbGciOiJub25lIn0\.[\w+/]+\.-v2$/],
  ['bare-jwt', /^eyJhbGciOiJub25lIn0\.[\w+/]+\.$/, /^eyJhbGciOiJub25lIn0\.[\w+/]+\.$/],
] as const)('spells a token as %s', (shape, inSandbox, inProduction) => {
  const spell = (environment: 'sandbox' | 'production') => composeToken(shape, { uuid, url: origin, environment });
  const spelled = (form: string | RegExp) =>
    typeof form === 'string' ? form : (expect.stringMatching(form) as unknown as string);
  expect(spell('sandbox')).toEqual(spelled(inSandbox));
  expect(spell('production')).toEqual(spelled(inProduction));
  expect(readOriginAsTheLoaderDoes(spell('sandbox'))).toBe(shape.startsWith('jwt') ? origin : undefined);
});

test('spells tokens from now on as the panel says, and takes those minted before', async () => {
  expect(await (await bench.panel('/access-tokens/shape')).json()).toEqual({ shape: 'jwt' });
  const tokens = [];
  for (const shape of tokenShapes) {
    expect(await (await bench.panel('/access-tokens/shape', { shape })).json()).toEqual({ shape });
    tokens.push(await bench.mintToken('u-1'));
  }
  expect(tokens[1]).toMatch(/^_act-sbx-[\da-f-]{36}-v2$/);
  for (const token of tokens) expect((await bench.frame(token, '/frame/api/applicant')).status).toBe(200);
  expect((await bench.panel('/access-tokens/shape', { shape: 'jwe' })).status).toBe(400);
});

test('begins with the shape it is given', async () => {
  const opaque = openTestSandbox({ tokenShape: 'opaque' });
  expect(await opaque.mintToken('u-1')).toMatch(/^_act-sbx-[\da-f-]{36}$/);
  await opaque.close();
});

test('keeps the shape that the panel set over a restart, until it is started with another than before', () => {
  const open = (shape?: TokenShape) =>
    createAccessTokens({ dataDir: bench.dataDir, publicUrl: origin, now: () => 0, shape });
  open().setShape('opaque-v2');
  expect(open().shape()).toBe('opaque-v2');
  const request = { externalUserId: 'u-1', levelName: 'basic-kyc-level', ttlInSecs: 1 };
  expect(open().mint(request)).toMatch(/^_act-sbx-[\da-f-]{36}-v2$/);
  expect(open('bare-jwt').shape()).toBe('bare-jwt');
  expect(open('bare-jwt').shape()).toBe('bare-jwt');
  expect(open().shape()).toBe('jwt');
});

test('keeps what a grant says over a restart, and reads one written before it said all of it', () => {
  const open = () => createAccessTokens({ dataDir: bench.dataDir, publicUrl: origin, now: () => 0, shape: 'opaque' });
  const said = { externalUserId: 'u-1', levelName: 'actions', externalActionId: 'a-1', email: 'a@b.kz', phone: '+7' };
  const token = open().mint({ ...said, ttlInSecs: 1, environment: 'production' });
  expect(token).toMatch(/^_act-[\da-f-]{36}$/);
  const grant = { ...said, lang: null, environment: 'production', expiresAt: 1000 };
  expect(open().read(token)).toEqual(expect.objectContaining(grant));

  const folder = join(bench.dataDir, 'access-tokens');
  const [name = ''] = readdirSync(folder);
  const { tokenHash } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const earlier = { tokenHash, externalUserId: 'u-1', levelName: 'actions', lang: 'kk', expiresAt: 1000 };
  writeFileSync(join(folder, name), JSON.stringify(earlier));
  expect(open().read(token)).toEqual({
    ...earlier,
    ...{ externalActionId: null, email: null, phone: null, environment: 'sandbox' },
  });
});
