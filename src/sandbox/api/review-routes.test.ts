import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';
import {
  approveApplicant,
  commandApplicant,
  createApplicant,
  read,
  refusalOf,
  submitApplicant,
  uploadDocument,
} from '../play-applicant';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

const post = (id: string, command: string, json?: object) =>
  bench.call('POST', `/resources/applicants/${id}/${command}`, json ? { json } : {});
const statusOf = async (id: string) => (await read(bench, `/resources/applicants/${id}/status`)).reviewStatus;

test.each(['pending', 'prechecked', 'queued'])('refuses a reset, of all or of one step, while %s', async status => {
  const { id } = await createApplicant(bench);
  await submitApplicant(bench, id);
  if (status !== 'pending') await bench.panel(`/applicants/${id}/precheck`, { reviewStatus: status });
  expect(await statusOf(id)).toBe(status);
  for (const command of ['reset', 'resetStep/SELFIE']) {
    expect(await refusalOf(post(id, command))).toMatchObject({
      status: 409,
      description: expect.stringContaining(status),
    });
  }
});

test.each(['onHold', 'completed', 'init'])('resets while %s', async status => {
  const { id } = await createApplicant(bench);
  await uploadDocument(bench, id, 'PASSPORT');
  if (status !== 'init') await approveApplicant(bench, id);
  if (status === 'onHold') await bench.panel(`/applicants/${id}/hold`, {});
  expect(await statusOf(id)).toBe(status);
  await commandApplicant(bench, id, 'reset');
  expect(await statusOf(id)).toBe('init');
  expect(await read(bench, `/resources/applicants/${id}/requiredIdDocsStatus`)).toEqual({
    IDENTITY: null,
    SELFIE: null,
  });
});

test('resets one step and keeps the others', async () => {
  const { id } = await createApplicant(bench);
  await submitApplicant(bench, id);
  await approveApplicant(bench, id);
  await commandApplicant(bench, id, 'resetStep/SELFIE');
  expect(await read(bench, `/resources/applicants/${id}/requiredIdDocsStatus`)).toMatchObject({
    IDENTITY: { idDocType: 'PASSPORT' },
    SELFIE: null,
  });
  expect(await refusalOf(post(id, 'status/pending'))).toMatchObject({
    status: 409,
    description: 'Required steps are missing: SELFIE',
  });
  expect(await refusalOf(post(id, 'resetStep/SELFIE4'))).toMatchObject({ status: 400 });
  await vi.waitFor(() => expect(bench.receivedTypes()).toContain('applicantStepsReset'));
  const webhook = JSON.parse(bench.received.at(-1)?.body ?? '');
  expect(webhook).toMatchObject({ reviewStatus: 'init', reviewResult: { reviewAnswer: 'GREEN' } });
});

test.each(['pending', 'prechecked', 'queued', 'onHold'])('refuses another level while %s', async status => {
  const { id } = await createApplicant(bench);
  await submitApplicant(bench, id);
  if (status === 'onHold') await bench.panel(`/applicants/${id}/hold`, {});
  else if (status !== 'pending') await bench.panel(`/applicants/${id}/precheck`, { reviewStatus: status });
  expect(await refusalOf(post(id, 'moveToLevel?name=address-kyc-level'))).toMatchObject({
    status: 409,
    description: expect.stringContaining(status),
  });
});

test('says which level was left, in the webhook of a move', async () => {
  const { id } = await createApplicant(bench);
  const moved = await post(id, 'moveToLevel?name=address-kyc-level');
  expect(await moved.json()).toMatchObject({ id, review: { levelName: 'address-kyc-level', reviewStatus: 'init' } });
  await vi.waitFor(() => expect(bench.receivedTypes()).toContain('applicantLevelChanged'));
  expect(JSON.parse(bench.received.at(-1)?.body ?? '')).toMatchObject({
    previousLevelName: 'basic-kyc-level',
    levelName: 'address-kyc-level',
  });
  expect(await refusalOf(post(id, 'moveToLevel?name=none'))).toMatchObject({ status: 404 });
  expect(await refusalOf(post(id, 'moveToLevel'))).toMatchObject({
    status: 400,
    description: "Query parameter 'name' is required",
  });
  expect(await refusalOf(post(id, 'moveToLevel?name=basic-action-level'))).toMatchObject({ status: 400 });
});

test('keeps the reason that a check was asked for with', async () => {
  const { id } = await createApplicant(bench);
  await uploadDocument(bench, id, 'PASSPORT');
  await uploadDocument(bench, id, 'SELFIE');
  await commandApplicant(bench, id, 'status/pending?reason=by%20hand&reasonCode=docsChanged');
  expect(await read(bench, `/resources/applicants/${id}/status`)).toMatchObject({ reviewReasonCode: 'docsChanged' });
});

test.each([
  [{}, /reviewAnswer/],
  [{ reviewAnswer: 'GREEN' }, /rejectLabels/],
  [{ reviewAnswer: 'YELLOW', rejectLabels: [] }, /reviewAnswer/],
  [{ reviewAnswer: 'RED', rejectLabels: [], reviewRejectType: 'LATER' }, /reviewRejectType/],
])('refuses %j as a verdict', async (verdict, description) => {
  const { id } = await createApplicant(bench);
  expect(await refusalOf(post(id, 'status/testCompleted', verdict))).toMatchObject({
    status: 400,
    description: expect.stringMatching(description),
  });
});

test('names the buttons of a final verdict, and of no other', async () => {
  const { id } = await createApplicant(bench);
  const give = (reviewRejectType: string, rejectLabels: string[]) =>
    commandApplicant(bench, id, 'status/testCompleted', { reviewAnswer: 'RED', reviewRejectType, rejectLabels });
  await give('RETRY', ['AGE_REQUIREMENT_MISMATCH']);
  const retry = await read<{ reviewResult: object }>(bench, `/resources/applicants/${id}/status`);
  expect(retry.reviewResult).not.toHaveProperty('buttonIds');
  await give('FINAL', ['AGE_REQUIREMENT_MISMATCH', 'FORGERY']);
  expect(await read(bench, `/resources/applicants/${id}/status`)).toMatchObject({
    reviewResult: { buttonIds: ['regulationsViolations_age'] },
  });
});

test('remembers the last ten verdicts, newest first, and those of one level when asked', async () => {
  const { id } = await createApplicant(bench);
  const historyPath = `/resources/applicants/${id}/review/history`;
  expect(await read(bench, historyPath)).toEqual({ items: [], totalItems: 0 });
  for (let count = 0; count < 11; count += 1) {
    bench.clock.advance(60_000);
    await commandApplicant(bench, id, 'status/testCompleted', {
      reviewAnswer: 'RED',
      reviewRejectType: 'RETRY',
      rejectLabels: [`LABEL_${count}`],
    });
  }
  const { items, totalItems } = await read<{ items: Record<string, unknown>[]; totalItems: number }>(
    bench,
    historyPath,
  );
  expect(totalItems).toBe(10);
  expect(items.map(({ reviewResult }) => reviewResult)).toMatchObject(
    [10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map(count => ({ rejectLabels: [`LABEL_${count}`] })),
  );
  expect(items[0]).toEqual({
    attemptId: expect.any(String),
    levelName: 'basic-kyc-level',
    reviewDate: '2026-01-15 10:11:00+0000',
    reviewResult: { reviewAnswer: 'RED', reviewRejectType: 'RETRY', rejectLabels: ['LABEL_10'] },
    reviewStatus: 'completed',
  });
  expect(await read(bench, `${historyPath}?levelName=address-kyc-level`)).toEqual({ items: [], totalItems: 0 });
  expect(await read(bench, `${historyPath}?levelName=basic-kyc-level`)).toMatchObject({ totalItems: 10 });
});

test('clarifies a rejection by image and as a whole', async () => {
  const { id } = await createApplicant(bench);
  const imageId = await uploadDocument(bench, id, 'PASSPORT');
  await bench.panel(`/applicants/${id}/verdict`, {
    reviewAnswer: 'RED',
    reviewRejectType: 'RETRY',
    rejectLabels: ['UNSATISFACTORY_PHOTOS', 'SPAM'],
    images: { [imageId]: { rejectLabels: ['INCOMPLETE_DOCUMENT'] } },
  });
  expect(await read(bench, `/resources/moderationStates/-;applicantId=${id}`)).toEqual({
    applicantId: id,
    imagesStates: { [imageId]: { state: { badPhoto_dataNotVisible: { value: true } } } },
    applicantState: { badPhoto: { value: true } },
  });
  const nobody = bench.call('GET', '/resources/moderationStates/-;applicantId=0');
  expect(await refusalOf(nobody)).toMatchObject({ status: 404 });
});

test('knows nothing of an applicant before there is one', async () => {
  for (const path of ['one', 'status', 'requiredIdDocsStatus', 'metadata/resources', 'review/history']) {
    const response = bench.call('GET', `/resources/applicants/-;externalUserId=u-1/${path}`);
    expect(await refusalOf(response)).toMatchObject({ status: 404, description: 'Applicant not found' });
  }
  expect(await refusalOf(post('-;externalUserId=u-1', 'status/pending'))).toMatchObject({ status: 404 });
});
