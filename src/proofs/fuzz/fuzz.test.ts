import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { createHttpServer } from '#server/http/http-server';
import { createSecurityHeaders } from '#server/http/security-headers';
import { listen } from '#testing/raw-http';
import {
  createTestApp,
  deliver,
  green,
  readStatus,
  redRetry,
  testConfig,
  webhookBody,
  webhookSecret,
} from '#testing/test-app';
import { readState, runFuzz } from './run-fuzz';

const secrets = {
  SIGN_IN_SECRET: 'a-sign-in-secret-for-tests-of-some-length',
  OPERATIONS_TOKEN: 'an-operations-token-for-tests',
  IDNGO_LINK_SECRET: 'a-link-secret-for-tests',
  IDNGO_CLIENT_ID: 'tests',
};

/** As IDnGO answers for somebody whom it does not know yet. */
function answerJson(status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

test('1,500 requests that mean nothing good change nothing and break nothing', async () => {
  const variables = { ...secrets, TRUSTED_PROXIES: '1' };
  const { app, database } = await createTestApp({
    variables,
    fetch: async (_address, init) =>
      init?.method === 'POST' ? answerJson(200, { token: 'sbx-token', userId: 'u' }) : answerJson(404, { code: 404 }),
  });
  const port = await listen(createHttpServer(app, createSecurityHeaders(testConfig(variables))));
  const token = await new SignJWT({ sub: 'u-fuzzed' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(new TextEncoder().encode(secrets.SIGN_IN_SECRET));
  const entered = await app.request(`/enter?token=${token}`);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  await deliver(app, webhookBody('u-fuzzed', 1, green));
  const before = await readState(database);

  const target = {
    port,
    webhookSecret,
    signInSecret: secrets.SIGN_IN_SECRET,
    operationsToken: secrets.OPERATIONS_TOKEN,
    linkSecret: secrets.IDNGO_LINK_SECRET,
    clientId: secrets.IDNGO_CLIENT_ID,
    person: { externalUserId: 'u-fuzzed', cookie },
  };
  const { answers, failures } = await runFuzz(target, { seed: 20_261_125, runs: 1_500 });

  expect(failures).toEqual([]);
  expect(await readState(database)).toBe(before);
  expect(Object.keys(answers)).toHaveLength(12);
  expect(answers['signed garbage']).toEqual({ 200: expect.any(Number) });
  expect(answers['signed, with wrong types']).toEqual({ 200: expect.any(Number) });
  expect(answers['unsigned delivery']).toEqual({ 401: expect.any(Number) });
  expect(await readStatus(app, cookie)).toMatchObject({ status: 'verified' });
  await deliver(app, webhookBody('u-fuzzed', 2, redRetry));
  expect(await readStatus(app, cookie)).toMatchObject({ status: 'changed' });
});
