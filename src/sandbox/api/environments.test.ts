import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fixedCredentials, readCredentials, sandboxCredentials } from '../credentials';
import { makeJpeg } from '../files/sample-files';
import { openTestSandbox, origin, type TestSandbox } from '../open-test-sandbox';
import { approveApplicant, createApplicant, read, refusalOf, submitApplicant, uploadDocument } from '../play-applicant';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

const production = { environment: 'production' } as const;

test('keeps people of the two environments apart, under the same id of the client', async () => {
  const inSandbox = await createApplicant(bench, { email: 'a@sandbox.kz' });
  const inProduction = await createApplicant(bench, { email: 'a@production.kz' }, production);
  expect(inProduction.id).not.toBe(inSandbox.id);
  const path = '/resources/applicants/-;externalUserId=u-1/one';
  expect(await read(bench, path)).toMatchObject({ id: inSandbox.id, email: 'a@sandbox.kz' });
  expect(await read(bench, path, production)).toMatchObject({ id: inProduction.id, email: 'a@production.kz' });
  await bench.restart();
  expect(await read(bench, path, production)).toMatchObject({ id: inProduction.id });
});

test('does not know a person of the other environment by the id of the client', async () => {
  await createApplicant(bench);
  const response = bench.call('GET', '/resources/applicants/-;externalUserId=u-1/one', production);
  expect(await refusalOf(response)).toMatchObject({ status: 404 });
});

test("answers 401 to the other environment's token, whatever is asked, and says where the applicant is", async () => {
  const { id, inspectionId } = await createApplicant(bench);
  const imageId = await uploadDocument(bench, id, 'PASSPORT');
  await uploadDocument(bench, id, 'SELFIE');
  const calls: [string, string, object?][] = [
    ['GET', `/resources/applicants/${id}/one`],
    ['GET', `/resources/applicants/${id}/status`],
    ['GET', `/resources/applicants/${id}/requiredIdDocsStatus`],
    ['GET', `/resources/applicants/${id}/metadata/resources`],
    ['GET', `/resources/applicants/${id}/review/history`],
    ['POST', `/resources/applicants/${id}/status/pending`],
    ['POST', `/resources/applicants/${id}/status/testCompleted`, { reviewAnswer: 'GREEN', rejectLabels: [] }],
    ['POST', `/resources/applicants/${id}/reset`],
    ['POST', `/resources/applicants/${id}/resetStep/IDENTITY`],
    ['POST', `/resources/applicants/${id}/moveToLevel?name=address-kyc-level`],
    ['PATCH', `/resources/applicants/${id}/presence/deactivated`],
    ['GET', `/resources/inspections/${inspectionId}/resources/${imageId}`],
    ['DELETE', `/resources/inspections/${inspectionId}/resources/${imageId}`],
    ['GET', `/resources/inspections/${inspectionId}/checks`],
    ['GET', `/resources/checks/latest?type=SIMILAR_SEARCH&applicantId=${id}`],
    ['GET', `/resources/moderationStates/-;applicantId=${id}`],
    ['GET', `/resources/applicantActions/-;applicantId=${id}`],
    [
      'POST',
      `/resources/applicantActions/-/forApplicant/${id}?levelName=basic-action-level`,
      { externalActionId: 'x' },
    ],
  ];
  for (const [method, path, json] of calls) {
    const response = bench.call(method, path, { ...production, ...(json ? { json } : {}) });
    expect(await refusalOf(response), `${method} ${path}`).toMatchObject({
      status: 401,
      errorCode: 4001,
      errorName: 'app-token-not-found',
      description: expect.stringMatching(/was created in the sandbox environment/),
    });
  }
  const form = new FormData();
  form.set('metadata', JSON.stringify({ idDocType: 'PASSPORT', country: 'KAZ' }));
  form.set('content', new Blob([new Uint8Array(makeJpeg('other'))]), 'document');
  const upload = bench.call('POST', `/resources/applicants/${id}/info/idDoc`, { ...production, form });
  expect(await refusalOf(upload)).toMatchObject({ status: 401, errorCode: 4001 });
  expect(await read(bench, `/resources/applicants/${id}/status`)).toMatchObject({ reviewStatus: 'init' });
});

test("takes one environment's token with the other's secret key for a wrong signature", async () => {
  const path = '/resources/status/api';
  const timestamp = String(Math.floor(bench.clock.now() / 1000));
  const signature = createHmac('sha256', sandboxCredentials.secretKey).update(`${timestamp}GET${path}`).digest('hex');
  const response = bench.sandbox.fetch(`${origin}${path}`, {
    headers: {
      'X-App-Token': sandboxCredentials.productionAppToken,
      'X-App-Access-Ts': timestamp,
      'X-App-Access-Sig': signature,
    },
  });
  expect(await refusalOf(response)).toMatchObject({ status: 401, errorCode: 4003 });
});

test('refuses a verdict for practice in production, and tells in webhooks which environment they are of', async () => {
  await bench.sandbox.fetch(`${origin}/panel/api/webhooks/production`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ url: 'http://receiver.test/production', secret: 'other' }),
  });
  const { id } = await createApplicant(bench, {}, production);
  const verdict = { json: { reviewAnswer: 'GREEN', rejectLabels: [] }, ...production };
  const refused = bench.call('POST', `/resources/applicants/${id}/status/testCompleted`, verdict);
  expect(await refusalOf(refused)).toMatchObject({ status: 403, description: expect.stringContaining('sandbox') });
  await bench.panel(`/applicants/${id}/verdict`, { reviewAnswer: 'GREEN' });
  await vi.waitFor(() => expect(bench.received).toHaveLength(2));
  for (const { body } of bench.received)
    expect(JSON.parse(body)).toMatchObject({ applicantId: id, sandboxMode: false });
});

test('mints tokens of the environment of the app token, and opens its applicant with them', async () => {
  await createApplicant(bench);
  const path = '/resources/accessTokens?userId=u-1&levelName=basic-kyc-level';
  const response = await bench.call('POST', path, production);
  const { token } = (await response.json()) as { token: string };
  expect(token).toMatch(/^_act-jwt-/);
  expect((await bench.frame(token, '/frame/api/applicant')).status).toBe(200);
  const opened = await read(bench, '/resources/applicants/-;externalUserId=u-1/one', production);
  expect(opened).toMatchObject({ externalUserId: 'u-1', applicantPlatform: 'Web' });
});

test('lets a token that may only look do just that', async () => {
  const { id } = await createApplicant(bench);
  await submitApplicant(bench, id);
  const viewer = fixedCredentials.find(({ permissions }) => permissions === 'view');
  const call = (method: string, path: string) => {
    const timestamp = String(Math.floor(bench.clock.now() / 1000));
    const text = `${timestamp}${method}${path}`;
    const headers = {
      'X-App-Token': viewer?.appToken ?? '',
      'X-App-Access-Ts': timestamp,
      'X-App-Access-Sig': createHmac('sha256', viewer?.secretKey ?? '')
        .update(text)
        .digest('hex'),
    };
    return bench.sandbox.fetch(`${origin}${path}`, { method, headers });
  };
  expect((await call('GET', `/resources/applicants/${id}/status`)).status).toBe(200);
  await approveApplicant(bench, id);
  expect(await refusalOf(call('POST', `/resources/applicants/${id}/reset`))).toMatchObject({
    status: 403,
    code: 403,
    description: expect.stringContaining('no permission for POST'),
  });
  expect(await read(bench, `/resources/applicants/${id}/status`)).toMatchObject({ reviewStatus: 'completed' });
});

test('takes the app tokens that are configured in place of the fixed ones', () => {
  const [sandbox, live] = readCredentials({ IDNGO_APP_TOKEN: 'sbx:own.secret', IDNGO_SECRET_KEY: 'key' });
  expect(sandbox).toEqual({ environment: 'sandbox', appToken: 'sbx:own.secret', secretKey: 'key' });
  expect(live).toMatchObject({ environment: 'production', appToken: sandboxCredentials.productionAppToken });
  const rehearsal = readCredentials({ IDNGO_APP_TOKEN: 'prd:own.secret', IDNGO_SECRET_KEY: 'key' });
  expect(rehearsal[0]).toMatchObject({ environment: 'sandbox', appToken: sandboxCredentials.appToken });
  expect(rehearsal[1]).toEqual({ environment: 'production', appToken: 'prd:own.secret', secretKey: 'key' });
  const both = readCredentials({ SANDBOX_PRODUCTION_APP_TOKEN: 'prd:a.b', SANDBOX_PRODUCTION_SECRET_KEY: 'c' });
  expect(both[1]).toEqual({ environment: 'production', appToken: 'prd:a.b', secretKey: 'c' });
});
