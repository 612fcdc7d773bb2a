import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';
import { approveApplicant, createApplicant, read, refusalOf, submitApplicant } from '../play-applicant';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

interface Action {
  id: string;
  externalActionId: string;
  review: Record<string, unknown>;
}

async function approved(externalUserId = 'u-1'): Promise<string> {
  const { id } = await createApplicant(bench, { externalUserId });
  await submitApplicant(bench, id);
  await approveApplicant(bench, id);
  return id;
}

const request = (applicantId: string, body: object, levelName = 'questionnaire-action-level') =>
  bench.call('POST', `/resources/applicantActions/-/forApplicant/${applicantId}?levelName=${levelName}`, {
    json: body,
  });

async function create(applicantId: string, body: object, levelName?: string): Promise<Action> {
  const response = await request(applicantId, body, levelName);
  expect(response.status).toBe(200);
  return (await response.json()) as Action;
}

const answers = [
  {
    id: 'sandboxQuestionnaire',
    sections: {
      purpose: { items: { sourceOfFunds: { value: 'salary' }, services: { values: ['payments', 'saving'] } } },
      person: { items: { publicOffice: { value: 'no' }, declaration: { value: 'true' } } },
    },
  },
];

test('creates an action with the answers it is given, and answers it as it is', async () => {
  const applicantId = await approved();
  const body = { externalActionId: 'q-1', email: 'a@example.kz', questionnaires: answers };
  const action = await create(applicantId, body);
  expect(action).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f]{24}$/),
    createdAt: '2026-01-15 10:00:00',
    clientId: 'portico-sandbox',
    externalActionId: 'q-1',
    applicantId,
    email: 'a@example.kz',
    review: { levelName: 'questionnaire-action-level', reviewStatus: 'init', attemptCnt: 0 },
    requiredIdDocs: { docSets: [{ idDocSetType: 'EMAIL_VERIFICATION' }, { idDocSetType: 'QUESTIONNAIRE' }] },
    questionnaires: answers,
    checks: [],
  });
  expect(await read(bench, `/resources/applicantActions/${action.id}/one`)).toEqual(action);
  await bench.restart();
  expect(await read(bench, `/resources/applicantActions/${action.id}/one`)).toEqual(action);
});

test('creates actions for approved applicants only, at levels of actions only', async () => {
  const { id } = await createApplicant(bench);
  const body = { externalActionId: 'q-1' };
  expect(await refusalOf(request(id, body))).toMatchObject({
    status: 409,
    description: expect.stringContaining('approved'),
  });
  await submitApplicant(bench, id);
  expect(await refusalOf(request(id, body))).toMatchObject({ status: 409 });
  await approveApplicant(bench, id);
  expect(await refusalOf(request(id, body, 'basic-kyc-level'))).toMatchObject({ status: 400 });
  expect(await refusalOf(request(id, body, 'none'))).toMatchObject({ status: 404 });
  expect(await refusalOf(request(id, {}))).toMatchObject({
    status: 400,
    description: expect.stringContaining('externalActionId'),
  });
  await create(id, body);
  expect(await refusalOf(request(id, body))).toMatchObject({ status: 409 });
  await bench.panel(`/applicants/${id}/hold`, {});
  expect(await refusalOf(request(id, { externalActionId: 'q-2' }))).toMatchObject({ status: 409 });
});

test('lists the actions of one applicant, newest first, as many as are asked for', async () => {
  const [first, second] = [await approved('u-1'), await approved('u-2')];
  for (const externalActionId of ['a', 'b', 'c']) {
    bench.clock.advance(1_000);
    await create(first, { externalActionId });
  }
  await create(second, { externalActionId: 'd' });
  const list = async (query = '') => {
    const path = `/resources/applicantActions/-;applicantId=${first}${query}`;
    const { items, totalItems } = await read<{ items: Action[]; totalItems: number }>(bench, path);
    return { ids: items.map(({ externalActionId }) => externalActionId).join(''), totalItems };
  };
  expect(await list()).toEqual({ ids: 'cba', totalItems: 3 });
  expect(await list('?limit=1&offset=1')).toEqual({ ids: 'b', totalItems: 3 });
  expect(await list('?offset=9')).toEqual({ ids: '', totalItems: 3 });
  const wrong = bench.call('GET', `/resources/applicantActions/-;applicantId=${first}?limit=all`);
  expect(await refusalOf(wrong)).toMatchObject({ status: 400, description: expect.stringContaining("'limit'") });
  expect((await bench.call('GET', '/resources/applicantActions/-;applicantId=0')).status).toBe(404);
});

test('names what an action still wants when its check is asked for', async () => {
  const { id } = await create(await approved(), { externalActionId: 'login' }, 'basic-action-level');
  const response = bench.call('POST', `/resources/applicantActions/${id}/review/status/pending`);
  expect(await refusalOf(response)).toMatchObject({ status: 409, description: 'Required steps are missing: SELFIE' });
  expect((await bench.call('POST', '/resources/applicantActions/0/review/status/pending')).status).toBe(404);
});

test('judges an action without a word about the verification', async () => {
  const applicantId = await approved();
  const before = await read(bench, `/resources/applicants/${applicantId}/one`);
  const { id } = await create(applicantId, { externalActionId: 'login-42' }, 'basic-action-level');
  const judge = async (command: string, body: object) =>
    (await bench.panel(`/actions/${id}/${command}`, body)).json() as Promise<Action>;
  expect(await judge('hold', {})).toMatchObject({ review: { reviewStatus: 'onHold' } });
  const red = { reviewAnswer: 'RED', reviewRejectType: 'FINAL', rejectLabels: ['SELFIE_MISMATCH'] };
  expect(await judge('verdict', red)).toMatchObject({ review: { reviewStatus: 'completed' } });
  expect(await read(bench, `/resources/applicantActions/${id}/one`)).toMatchObject({
    review: { reviewResult: { reviewAnswer: 'RED', buttonIds: ['selfie_badFaceComparison'] } },
    checks: [{ answer: 'RED', checkType: 'SELFIE', createdAt: '2026-01-15 10:00:00' }],
  });
  expect(await read(bench, `/resources/applicants/${applicantId}/one`)).toEqual(before);
  expect(await (await bench.panel(`/actions?applicantId=${applicantId}`)).json()).toMatchObject({
    items: [
      { actionId: id, externalActionId: 'login-42', environment: 'sandbox', steps: [{ idDocSetType: 'SELFIE' }] },
    ],
  });
});

test("announces an action's way with the fields and the oddities of the samples", async () => {
  const applicantId = await approved();
  await vi.waitFor(() => expect(bench.received).toHaveLength(3));
  const source = { id: 'sourceOfFunds', sections: { source: { items: { sourceOfFunds: { value: 'salary' } } } } };
  const body = { externalActionId: 'q-1', questionnaires: [source] };
  const { id } = await create(applicantId, body, 'source-action-level');
  const pending = await bench.call('POST', `/resources/applicantActions/${id}/review/status/pending`);
  expect(await pending.json()).toMatchObject({ id, review: { reviewStatus: 'pending', attemptCnt: 1 } });
  await bench.panel(`/actions/${id}/hold`, {});
  await bench.panel(`/actions/${id}/verdict`, { reviewAnswer: 'GREEN' });
  await vi.waitFor(() => expect(bench.received).toHaveLength(6));
  const webhooks = bench.received.slice(3).map(received => JSON.parse(received.body));
  expect(webhooks.map(({ type, reviewStatus, reviewResult }) => [type, reviewStatus, reviewResult])).toEqual([
    ['applicantActionPending', 'completed', undefined],
    ['applicantActionOnHold', 'init', undefined],
    ['applicantActionReviewed', 'completed', { reviewAnswer: 'GREEN' }],
  ]);
  expect(Object.keys(webhooks[2])).toEqual([
    'applicantId',
    'applicantActionId',
    'externalApplicantActionId',
    'inspectionId',
    'correlationId',
    'levelName',
    'externalUserId',
    'type',
    'reviewResult',
    'reviewStatus',
    'createdAtMs',
  ]);
  expect(webhooks[2]).toMatchObject({
    applicantId,
    applicantActionId: id,
    externalApplicantActionId: 'q-1',
    externalUserId: 'u-1',
    levelName: 'source-action-level',
  });
});

test('knows the person of an action by the id that the client has given them since', async () => {
  const applicantId = await approved();
  const { id } = await create(applicantId, { externalActionId: 'q-1' });
  await bench.call('PATCH', '/resources/applicants', { json: { id: applicantId, externalUserId: 'u-renamed' } });
  await bench.panel(`/actions/${id}/hold`, {});
  await vi.waitFor(() => expect(bench.receivedTypes()).toContain('applicantActionOnHold'));
  expect(JSON.parse(bench.received.at(-1)?.body ?? '')).toMatchObject({
    type: 'applicantActionOnHold',
    externalUserId: 'u-renamed',
  });
});

test('forgets the actions of a person who is deleted', async () => {
  const applicantId = await approved();
  const { id } = await create(applicantId, { externalActionId: 'q-1' });
  await bench.panel(`/applicants/${applicantId}/delete`, {});
  expect((await bench.call('GET', `/resources/applicantActions/${id}/one`)).status).toBe(404);
  await bench.restart();
  expect((await bench.panel(`/actions/${id}`)).status).toBe(404);
});

test("keeps an action from the other environment's token", async () => {
  const { id } = await create(await approved(), { externalActionId: 'q-1' });
  for (const [method, path] of [
    ['GET', `/resources/applicantActions/${id}/one`],
    ['POST', `/resources/applicantActions/${id}/review/status/pending`],
  ] as const) {
    const response = bench.call(method, path, { environment: 'production' });
    expect(await refusalOf(response)).toMatchObject({
      status: 401,
      errorCode: 4001,
      description: expect.stringContaining('action was created in the sandbox environment'),
    });
  }
});
