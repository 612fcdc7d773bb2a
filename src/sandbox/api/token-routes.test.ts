import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';
import { refusalOf } from '../play-applicant';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

const mint = (json: object) => bench.call('POST', '/resources/accessTokens/sdk', { json });

test('mints a token from a JSON body, for the person that its frame opens', async () => {
  const response = await mint({
    userId: 'a/b@c',
    levelName: 'basic-kyc-level',
    ttlInSecs: 30,
    applicantIdentifiers: { email: 'a@example.kz', phone: '+77010000000' },
  });
  expect(response.status).toBe(200);
  const { token, userId } = (await response.json()) as { token: string; userId: string };
  expect(userId).toBe('a/b@c');
  expect((await bench.frame(token, '/frame/api/applicant')).status).toBe(200);
  const path = '/resources/applicants/-;externalUserId=a%2Fb%40c/one';
  expect(await (await bench.call('GET', path)).json()).toMatchObject({ email: 'a@example.kz', phone: '+77010000000' });
  bench.clock.advance(30_000);
  expect((await bench.frame(token, '/frame/api/applicant')).status).toBe(401);
});

test.each([
  ['no person', { levelName: 'basic-kyc-level' }, 400, /userId/],
  ['no level', { userId: 'u-1' }, 400, /levelName/],
  ['an unknown level', { userId: 'u-1', levelName: 'none' }, 404, /Level 'none' not found/],
  ['a lifetime of nothing', { userId: 'u-1', levelName: 'basic-kyc-level', ttlInSecs: 0 }, 400, /ttlInSecs/],
  ['a lifetime in words', { userId: 'u-1', levelName: 'basic-kyc-level', ttlInSecs: '600' }, 400, /ttlInSecs/],
  ['a level of actions without an action', { userId: 'u-1', levelName: 'basic-action-level' }, 400, /externalActionId/],
  [
    'an action at another level',
    { userId: 'u-1', levelName: 'basic-kyc-level', externalActionId: 'x' },
    400,
    /not for actions/,
  ],
])('refuses a token for %s', async (_what, json, status, description) => {
  expect(await refusalOf(mint(json))).toMatchObject({ status, description: expect.stringMatching(description) });
});

test('mints tokens of an action either way', async () => {
  const old = '/resources/accessTokens?userId=u-1&levelName=basic-action-level&externalActionId=login-42';
  expect((await bench.call('POST', old)).status).toBe(200);
  const body = { userId: 'u-1', levelName: 'basic-action-level', externalActionId: 'login-42' };
  expect((await mint(body)).status).toBe(200);
});

test('takes the new way by JSON only, and with the right verb', async () => {
  expect((await bench.call('POST', '/resources/accessTokens/sdk')).status).toBe(415);
  expect((await bench.call('GET', '/resources/accessTokens/sdk')).status).toBe(405);
});
