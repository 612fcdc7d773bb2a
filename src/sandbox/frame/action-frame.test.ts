import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { framePaths } from '#stand-in/frame-contract';
import { makeJpeg } from '../files/sample-files';
import { openTestSandbox, type TestSandbox, toUploadForm } from '../open-test-sandbox';
import { approveApplicant, createApplicant, read, refusalOf, submitApplicant } from '../play-applicant';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

async function mintForAction(levelName = 'basic-action-level', externalActionId = 'login-42'): Promise<string> {
  const response = await bench.call('POST', '/resources/accessTokens/sdk', {
    json: { userId: 'u-1', levelName, externalActionId },
  });
  return ((await response.json()) as { token: string }).token;
}

const openFrame = (token: string) => bench.frame(token, framePaths.applicant);
const upload = (token: string) => {
  const form = toUploadForm({ idDocSetType: 'SELFIE', idDocType: 'SELFIE', country: 'KAZ' }, makeJpeg('action'));
  return bench.frame(token, framePaths.documents, { method: 'POST', body: form });
};

async function createApproved(): Promise<string> {
  const { id } = await createApplicant(bench);
  await submitApplicant(bench, id);
  await approveApplicant(bench, id);
  return id;
}

test('brings an action from its token to a verdict, and never touches the verification', async () => {
  const id = await createApproved();
  const before = await read(bench, `/resources/applicants/${id}/one`);
  const token = await mintForAction();
  const opened = (await (await openFrame(token)).json()) as { applicantActionId: string };
  expect(opened).toMatchObject({
    applicantId: id,
    applicantActionId: expect.stringMatching(/^[0-9a-f]{24}$/),
    levelName: 'basic-action-level',
    review: { reviewStatus: 'init' },
    steps: [{ idDocSetType: 'SELFIE', state: 'open' }],
  });
  expect(await (await openFrame(token)).json()).toMatchObject({ applicantActionId: opened.applicantActionId });

  const { imageId } = (await (await upload(token)).json()) as { imageId: string };
  const shown = await bench.frame(token, `${framePaths.images}/${imageId}`);
  expect(Buffer.from(await shown.arrayBuffer()).equals(makeJpeg('action'))).toBe(true);
  const submitted = await bench.frame(token, framePaths.submit, { method: 'POST' });
  expect(await submitted.json()).toMatchObject({ review: { reviewStatus: 'pending' } });
  expect(await refusalOf(upload(token))).toMatchObject({ status: 409, errorCode: 1006 });

  await bench.panel(`/actions/${opened.applicantActionId}/verdict`, { reviewAnswer: 'GREEN' });
  const action = await read<{ inspectionId: string }>(
    bench,
    `/resources/applicantActions/${opened.applicantActionId}/one`,
  );
  expect(action).toMatchObject({
    externalActionId: 'login-42',
    review: { reviewStatus: 'completed', reviewResult: { reviewAnswer: 'GREEN' } },
    images: [{ id: imageId, idDocDef: { idDocType: 'SELFIE' }, reviewResult: { reviewAnswer: 'GREEN' } }],
  });
  const image = await bench.call('GET', `/resources/inspections/${action.inspectionId}/resources/${imageId}`);
  expect(Buffer.from(await image.arrayBuffer()).equals(makeJpeg('action'))).toBe(true);
  expect(await read(bench, `/resources/applicants/${id}/one`)).toEqual(before);
  await vi.waitFor(() => expect(bench.received).toHaveLength(5));
  expect(bench.receivedTypes().slice(3)).toEqual(['applicantActionPending', 'applicantActionReviewed']);
});

test('goes on with the action that the API created, and sends a code to its own address', async () => {
  const id = await createApproved();
  const path = `/resources/applicantActions/-/forApplicant/${id}?levelName=questionnaire-action-level`;
  const created = await bench.call('POST', path, { json: { externalActionId: 'q-1', email: 'action@example.kz' } });
  const { id: actionId } = (await created.json()) as { id: string };
  const token = await mintForAction('questionnaire-action-level', 'q-1');
  const frame = await openFrame(token);
  expect(await frame.json()).toMatchObject({
    applicantActionId: actionId,
    steps: [{ idDocSetType: 'EMAIL_VERIFICATION', address: 'action@example.kz' }, { idDocSetType: 'QUESTIONNAIRE' }],
  });
});

test.each([
  ['nobody', async () => undefined],
  [
    'a person who is not approved',
    async () => {
      await createApplicant(bench);
    },
  ],
])('opens no action for %s', async (_who, prepare) => {
  await prepare();
  expect(await refusalOf(openFrame(await mintForAction()))).toMatchObject({
    status: 409,
    description: expect.stringContaining('approved'),
  });
});

test('takes nothing more for an action of a person who was deactivated', async () => {
  const id = await createApproved();
  const token = await mintForAction();
  await openFrame(token);
  await bench.call('PATCH', `/resources/applicants/${id}/presence/deactivated`);
  expect(await refusalOf(upload(token))).toMatchObject({ status: 409, errorCode: 1008 });
});
