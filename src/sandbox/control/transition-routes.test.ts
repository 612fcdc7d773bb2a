import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';
import { approveApplicant, createApplicant, read, refusalOf, submitApplicant, uploadDocument } from '../play-applicant';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

type Webhook = Record<string, unknown>;
const command = (id: string, name: string, body = {}) => bench.panel(`/applicants/${id}/${name}`, body);

async function webhooksAfter(count: number): Promise<Webhook[]> {
  await vi.waitFor(() => expect(bench.received).toHaveLength(count));
  return bench.received.map(({ body }) => JSON.parse(body));
}

test('prechecks and queues, and says queued of either, as the samples do', async () => {
  const { id } = await createApplicant(bench);
  expect(await refusalOf(command(id, 'precheck'))).toMatchObject({ status: 409 });
  await submitApplicant(bench, id);
  expect(await (await command(id, 'precheck', { reviewStatus: 'prechecked' })).json()).toMatchObject({
    review: { reviewStatus: 'prechecked' },
  });
  expect(await (await command(id, 'precheck')).json()).toMatchObject({ review: { reviewStatus: 'queued' } });
  expect(await refusalOf(command(id, 'precheck'))).toMatchObject({ status: 409, errorCode: 3000 });
  const [, pending, prechecked, queued] = await webhooksAfter(4);
  expect(prechecked).toMatchObject({ type: 'applicantPrechecked', reviewStatus: 'queued' });
  expect([prechecked?.correlationId, queued?.correlationId]).toEqual([pending?.correlationId, pending?.correlationId]);
  expect(prechecked?.createdAtMs).not.toBe(pending?.createdAtMs);
});

test.each([
  ['await-user', 'awaitingUser', 'applicantAwaitingUser'],
  ['await-service', 'awaitingService', 'applicantAwaitingService'],
  ['hold', 'onHold', 'applicantOnHold'],
])('carries the earlier verdict along on %s', async (name, reviewStatus, type) => {
  const { id } = await createApplicant(bench);
  await approveApplicant(bench, id);
  expect(await (await command(id, name)).json()).toMatchObject({ review: { reviewStatus } });
  expect(await refusalOf(command(id, name))).toMatchObject({ status: 409, errorCode: 3000 });
  expect((await webhooksAfter(3)).at(-1)).toMatchObject({
    type,
    reviewStatus,
    reviewResult: { reviewAnswer: 'GREEN' },
  });
});

test('corrects what was recognised, and announces it with the verdict', async () => {
  const { id } = await createApplicant(bench);
  await uploadDocument(bench, id, 'PASSPORT');
  expect(await refusalOf(command(id, 'personal-info', { firstName: 'Анна' }))).toMatchObject({ status: 409 });
  await approveApplicant(bench, id);
  await command(id, 'personal-info', { firstName: 'Анна' });
  expect(await read(bench, `/resources/applicants/${id}/one`)).toMatchObject({
    info: { firstName: 'АННА', firstNameEn: 'ANNA', idDocs: [{ firstName: 'АННА' }] },
  });
  expect((await webhooksAfter(3)).at(-1)).toMatchObject({
    type: 'applicantPersonalInfoChanged',
    reviewStatus: 'completed',
    reviewResult: { reviewAnswer: 'GREEN' },
  });
});

test('erases what is known of a person and keeps the verdict', async () => {
  const { id } = await createApplicant(bench, { email: 'a@example.kz', fixedInfo: { firstName: 'Aigerim' } });
  await uploadDocument(bench, id, 'PASSPORT');
  await approveApplicant(bench, id);
  expect(await (await command(id, 'erase')).json()).toMatchObject({ presence: 'active' });
  const one = await read(bench, `/resources/applicants/${id}/one`);
  expect(one).toMatchObject({ info: {}, review: { reviewResult: { reviewAnswer: 'GREEN' } } });
  expect(JSON.stringify(one)).not.toMatch(/example\.kz|aigerim/i);
  expect((await webhooksAfter(3)).at(-1)).toMatchObject({
    type: 'applicantPersonalDataDeleted',
    reviewStatus: 'completed',
  });
});

test('tags an applicant', async () => {
  const { id } = await createApplicant(bench);
  expect(await (await command(id, 'tags', { tags: ['vip', 'vip', 'seen'] })).json()).toMatchObject({
    tags: ['vip', 'seen'],
  });
  const [, tagged] = await webhooksAfter(2);
  expect(tagged).toMatchObject({ type: 'applicantTagsChanged', reviewStatus: 'completed' });
  expect(tagged).not.toHaveProperty('createdAt');
});

test.each([
  ['completed', 'applicantWorkflowCompleted'],
  ['failed', 'applicantWorkflowFailed'],
])('ends a workflow as %s with the verdict, which can be a rejection', async (outcome, type) => {
  const { id } = await createApplicant(bench);
  expect(await refusalOf(command(id, 'workflow', { outcome }))).toMatchObject({ status: 409 });
  await command(id, 'verdict', {
    reviewAnswer: 'RED',
    reviewRejectType: 'FINAL',
    rejectLabels: ['AGE_REQUIREMENT_MISMATCH'],
  });
  expect((await command(id, 'workflow', { outcome })).status).toBe(200);
  expect((await webhooksAfter(3)).at(-1)).toMatchObject({
    type,
    reviewStatus: 'completed',
    reviewResult: { reviewAnswer: 'RED', buttonIds: ['regulationsViolations_age'] },
  });
});

test('resets a step, as the API does', async () => {
  const { id } = await createApplicant(bench);
  await uploadDocument(bench, id, 'PASSPORT');
  expect(await (await command(id, 'reset-step', { idDocSetType: 'IDENTITY' })).json()).toMatchObject({
    steps: [{ idDocSetType: 'IDENTITY', images: [] }, { idDocSetType: 'SELFIE' }],
  });
  expect((await webhooksAfter(2)).at(-1)).toMatchObject({ type: 'applicantStepsReset', reviewStatus: 'init' });
});
