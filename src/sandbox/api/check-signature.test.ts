import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signingVectors } from '#idngo/signing';
import { openTestSandbox, origin, signHeaders, type TestSandbox } from '../open-test-sandbox';
import { createSignatureChecker, type SignedHead } from './check-signature';

const appToken = 'sbx:public.private';
const secretKey = 'key';
const nowMs = 1_607_551_635_400;

function signedHead({ timestamp = '1607551635', headers = {} as Record<string, string> } = {}): SignedHead {
  const signature = createHmac('sha256', secretKey).update(`${timestamp}GET/resources/status/api`).digest('hex');
  return {
    method: 'GET',
    pathAndQuery: '/resources/status/api',
    headers: new Headers({
      'X-App-Token': appToken,
      'X-App-Access-Ts': timestamp,
      'X-App-Access-Sig': signature,
      ...headers,
    }),
  };
}

function check(head: SignedHead): void {
  createSignatureChecker({ credentials: [{ environment: 'sandbox', appToken, secretKey }], now: () => nowMs })
    .begin(head)
    .finish();
}

test.each(signingVectors)('accepts the documented signature of $method $pathAndQuery', vector => {
  const headers = new Headers({
    'X-App-Token': appToken,
    'X-App-Access-Ts': String(vector.timestampSeconds),
    'X-App-Access-Sig': vector.signature,
  });
  const credentials = [{ environment: 'sandbox', appToken, secretKey: vector.secretKey }] as const;
  const begin = () => createSignatureChecker({ credentials, now: () => nowMs }).begin({ ...vector, headers });

  const genuine = begin();
  for (const byte of Buffer.from(vector.body)) genuine.update(Uint8Array.of(byte));
  genuine.finish();

  const tampered = begin();
  tampered.update(Buffer.from(`${vector.body} `));
  expect(() => tampered.finish()).toThrow(expect.objectContaining({ errorCode: 4003 }));
});

test.each(['1607551575', '1607551695'])('accepts a timestamp exactly one minute off (%s)', timestamp => {
  expect(() => check(signedHead({ timestamp }))).not.toThrow();
});

test.each([
  ['an app token without a dot', 4000, { headers: { 'X-App-Token': 'sbx:public' } }],
  ['an app token without an environment', 4000, { headers: { 'X-App-Token': 'public.private' } }],
  ['an app token of another environment', 4001, { headers: { 'X-App-Token': 'prd:public.private' } }],
  ['an app token with another private part', 4002, { headers: { 'X-App-Token': 'sbx:public.other' } }],
  ['a signature of something else', 4003, { headers: { 'X-App-Access-Sig': '0'.repeat(64) } }],
  ['a timestamp 61 seconds old', 4004, { timestamp: '1607551574' }],
  ['a timestamp 61 seconds ahead', 4004, { timestamp: '1607551696' }],
  ['a request signed in milliseconds', 4004, { timestamp: '1607551635000' }],
  ['a timestamp that is a date', 4005, { timestamp: '2020-12-09T22:07:15Z' }],
  ['a signature in upper-case hex', 4005, { headers: { 'X-App-Access-Sig': 'A'.repeat(64) } }],
  ['a missing app token', 4006, { headers: { 'X-App-Token': '' } }],
  ['a missing timestamp', 4006, { headers: { 'X-App-Access-Ts': '' } }],
  ['a missing signature', 4006, { headers: { 'X-App-Access-Sig': '' } }],
  ['an app token sent twice', 4007, { headers: { 'X-App-Token': `${appToken}, ${appToken}` } }],
  ['two timestamps that contradict each other', 4007, { timestamp: '1607551635, 1607551636' }],
] as const)('refuses %s with its own code %i', (_cause, errorCode, changes) => {
  expect(() => check(signedHead(changes))).toThrow(expect.objectContaining({ httpStatus: 401, errorCode }));
});

test.each([
  ['milliseconds', { timestamp: '1607551635400' }, /in milliseconds and must be in seconds/],
  ['a clock that is behind', { timestamp: '1607548035' }, /3600 seconds behind the server's clock/],
  ['a clock that is ahead', { timestamp: '1607555235' }, /3600 seconds ahead of the server's clock/],
  ['a header that is missing', { headers: { 'X-App-Access-Ts': '' } }, /Missing: X-App-Access-Ts$/],
  ['a header sent twice', { headers: { 'X-App-Token': 'a, b' } }, /^Sent more than once: X-App-Token$/],
])('says what is wrong with %s', (_what, changes, description) => {
  expect(() => check(signedHead(changes))).toThrow(
    expect.objectContaining({ message: expect.stringMatching(description) }),
  );
});

test('refuses to start with an app token of another shape', () => {
  const credentials = [{ environment: 'sandbox', appToken: 'public.private', secretKey }] as const;
  expect(() => createSignatureChecker({ credentials, now: () => nowMs })).toThrow('sbx:public.private');
});

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

test("answers a wrong signature with IDnGO's error body", async () => {
  const signed = signHeaders('GET', '/resources/status/api?else', Buffer.alloc(0), bench.clock.now());
  const response = await bench.sandbox.fetch(`${origin}/resources/status/api`, { headers: signed });
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({
    description: 'Request signature mismatch',
    code: 401,
    correlationId: expect.stringMatching(/^[0-9a-f]{32}$/),
    errorCode: 4003,
    errorName: 'app-token-signature mismatch',
  });
});

test('covers a JSON body with the signature', async () => {
  const path = '/resources/applicants?levelName=basic-kyc-level';
  const signed = signHeaders('POST', path, Buffer.alloc(0), bench.clock.now());
  const response = await bench.call('POST', path, { json: { externalUserId: 'u-1' }, headers: signed });
  expect(await response.json()).toMatchObject({
    code: 401,
    errorCode: 4003,
    description: expect.stringContaining('fits the request without its body'),
  });
  expect(await (await bench.panel('/applicants')).json()).toEqual({ items: [] });
});
