import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSandbox, origin, type TestSandbox } from '../open-test-sandbox';

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

test('keeps no token on disk that could be used', async () => {
  const token = await bench.mintToken('u-1');
  const folder = join(bench.dataDir, 'access-tokens');
  const kept = readdirSync(folder).map(name => name + readFileSync(join(folder, name), 'utf8'));
  expect(kept).toHaveLength(1);
  expect(kept.join()).not.toContain(token.slice(20, 60));
});
