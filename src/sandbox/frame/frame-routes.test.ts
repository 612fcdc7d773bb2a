import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FrameApplicant, frameApplicantSchema, framePaths } from '#stand-in/frame-contract';
import { makeJpeg } from '../files/sample-files';
import { openTestSandbox, type TestSandbox, toUploadForm } from '../open-test-sandbox';

let bench: TestSandbox;
let token: string;
beforeEach(async () => {
  bench = openTestSandbox();
  token = await bench.mintToken('u-1');
});
afterEach(() => bench.close());

async function load(query = ''): Promise<FrameApplicant> {
  const response = await bench.frame(token, `${framePaths.applicant}${query}`);
  return v.parse(frameApplicantSchema, await response.json());
}

async function send(idDocSetType: string, idDocType: string, idDocSubType: string | null, seed = 'a'): Promise<string> {
  const metadata = { idDocSetType, idDocType, country: 'KAZ', idDocSubType };
  const body = toUploadForm(metadata, makeJpeg(`${idDocType}${idDocSubType}${seed}`));
  const response = await bench.frame(token, framePaths.documents, { method: 'POST', body });
  expect(response.status).toBe(200);
  const { imageId } = (await response.json()) as { imageId: string };
  return imageId;
}

async function sendEverything() {
  return {
    front: await send('IDENTITY', 'ID_CARD', 'FRONT_SIDE'),
    back: await send('IDENTITY', 'ID_CARD', 'BACK_SIDE'),
    selfie: await send('SELFIE', 'SELFIE', null),
  };
}

const submit = () => bench.frame(token, framePaths.submit, { method: 'POST' });
const stepStates = ({ steps }: FrameApplicant) => steps.map(({ state }) => state);
const imageStates = ({ steps }: FrameApplicant) =>
  steps.flatMap(step => (step.kind === 'documents' ? step.images : [])).map(({ state }) => state);

test('creates the applicant when the frame loads, once', async () => {
  const applicant = await load('?lang=kk');
  expect(applicant).toMatchObject({ levelName: 'basic-kyc-level', review: { reviewStatus: 'init' } });
  expect(stepStates(applicant)).toEqual(['open', 'open']);
  expect(applicant.steps[0]).toMatchObject({
    kind: 'documents',
    documentTypes: [
      { idDocType: 'PASSPORT', sides: [null] },
      { idDocType: 'ID_CARD', sides: ['FRONT_SIDE', 'BACK_SIDE'] },
      { idDocType: 'DRIVERS', sides: ['FRONT_SIDE', 'BACK_SIDE'] },
      { idDocType: 'RESIDENCE_PERMIT', sides: ['FRONT_SIDE', 'BACK_SIDE'] },
    ],
  });
  expect((await load()).applicantId).toBe(applicant.applicantId);
  const one = await bench.call('GET', `/resources/applicants/${applicant.applicantId}/one`);
  expect(await one.json()).toMatchObject({ externalUserId: 'u-1', lang: 'kk' });
  await vi.waitFor(() => expect(bench.receivedTypes()).toEqual(['applicantCreated']));
});

test('takes documents until everything is in, then asks for the check', async () => {
  await load();
  await send('IDENTITY', 'ID_CARD', 'FRONT_SIDE');
  expect(stepStates(await load())).toEqual(['open', 'open']);
  const early = await submit();
  expect(early.status).toBe(409);
  expect(await early.json()).toMatchObject({
    description: 'Required steps are missing: IDENTITY (ID_CARD BACK_SIDE), SELFIE',
  });
  await send('IDENTITY', 'ID_CARD', 'BACK_SIDE');
  await send('SELFIE', 'SELFIE', null);
  expect(stepStates(await load())).toEqual(['received', 'received']);
  const submitted = v.parse(frameApplicantSchema, await (await submit()).json());
  expect(submitted.review.reviewStatus).toBe('pending');
  await vi.waitFor(() => expect(bench.receivedTypes()).toEqual(['applicantCreated', 'applicantPending']));
});

test('takes the sides that the host of the frame asks for in place of the level’s', async () => {
  const back = { idDocSetType: 'IDENTITY', idDocType: 'PASSPORT', country: 'KAZ', sides: ['FRONT_SIDE', 'BACK_SIDE'] };
  const post = (idDocSubType: string) => {
    const body = toUploadForm({ ...back, idDocSubType }, makeJpeg(idDocSubType));
    return bench.frame(token, framePaths.documents, { method: 'POST', body });
  };
  expect((await post('FRONT_SIDE')).status).toBe(200);
  expect(stepStates(await load())).toEqual(['open', 'open']);
  expect((await post('BACK_SIDE')).status).toBe(200);
  expect(stepStates(await load())).toEqual(['received', 'open']);
});

test('asks again only for what a retry found wrong, and keeps what was accepted', async () => {
  const { applicantId } = await load();
  const { front } = await sendEverything();
  await submit();
  await bench.panel(`/applicants/${applicantId}/verdict`, {
    reviewAnswer: 'RED',
    reviewRejectType: 'RETRY',
    images: { [front]: { rejectLabels: ['LOW_QUALITY'], moderationComment: 'Too dark.' } },
  });
  const asked = await load();
  expect(stepStates(asked)).toEqual(['send-again', 'accepted']);
  expect(imageStates(asked)).toEqual(['send-again', 'accepted', 'accepted']);
  expect(asked.steps[0]).toMatchObject({
    idDocType: 'ID_CARD',
    country: 'KAZ',
    moderationComment: 'Too dark.',
    images: [{ rejectLabels: ['LOW_QUALITY'], moderationComment: 'Too dark.' }, { rejectLabels: [] }],
  });
  expect((await submit()).status).toBe(409);
  await send('IDENTITY', 'ID_CARD', 'FRONT_SIDE', 'b');
  expect(imageStates(await load())).toEqual(['received', 'accepted', 'accepted']);
  expect((await submit()).status).toBe(200);
});

test('asks for everything again when a retry names no image', async () => {
  const { applicantId } = await load();
  await sendEverything();
  await submit();
  await bench.panel(`/applicants/${applicantId}/verdict`, { reviewAnswer: 'RED', reviewRejectType: 'RETRY' });
  expect(stepStates(await load())).toEqual(['send-again', 'send-again']);
  await send('SELFIE', 'SELFIE', null, 'b');
  expect(stepStates(await load())).toEqual(['send-again', 'received']);
});

test('asks for nothing after a final rejection', async () => {
  const { applicantId } = await load();
  const { front } = await sendEverything();
  await submit();
  await bench.panel(`/applicants/${applicantId}/verdict`, {
    reviewAnswer: 'RED',
    reviewRejectType: 'FINAL',
    images: { [front]: {} },
  });
  expect(stepStates(await load())).toEqual(['received', 'accepted']);
  const refused = await submit();
  expect(await refused.json()).toMatchObject({ errorCode: 1009 });
});

test('tells the person’s browser nothing of what is for the client alone', async () => {
  const { applicantId } = await load();
  const { front } = await sendEverything();
  await submit();
  await bench.panel(`/applicants/${applicantId}/verdict`, {
    ...{ reviewAnswer: 'RED', reviewRejectType: 'RETRY', moderationComment: 'Too dark.', clientComment: 'a forger' },
    images: { [front]: { rejectLabels: ['LOW_QUALITY'], clientComment: 'a forger, too' } },
  });
  const told = await (await bench.frame(token, framePaths.applicant)).text();
  expect(told).toContain('Too dark.');
  expect(told).not.toContain('a forger');
});

test('moves the applicant when a token for another level loads the frame', async () => {
  const { applicantId } = await load();
  await sendEverything();
  token = await bench.mintToken('u-1', 'address-kyc-level');
  const moved = await load();
  expect(moved).toMatchObject({ applicantId, levelName: 'address-kyc-level', review: { reviewStatus: 'init' } });
  expect(stepStates(moved)).toEqual(['open', 'open', 'open', 'open']);
  await vi.waitFor(() => expect(bench.receivedTypes()).toEqual(['applicantCreated', 'applicantLevelChanged']));
});

test('takes the applicant back from another level by no token whose frame had begun before', async () => {
  const { applicantId } = await load();
  await bench.panel(`/applicants/${applicantId}/level`, { levelName: 'address-kyc-level' });
  expect(await load()).toMatchObject({ levelName: 'address-kyc-level' });
  await send('IDENTITY', 'PASSPORT', null);
  expect(await load()).toMatchObject({ levelName: 'address-kyc-level', steps: [{}, { state: 'received' }, {}, {}] });
  await bench.restart();
  expect(await load()).toMatchObject({ levelName: 'address-kyc-level' });

  const levels = async (...tokens: string[]) => {
    const opened = [];
    for (token of tokens) opened.push((await load()).levelName);
    return opened;
  };
  const [basic, address] = [await bench.mintToken('u-1'), await bench.mintToken('u-1', 'address-kyc-level')];
  expect(await levels(basic, address, basic, address)).toEqual([
    'basic-kyc-level',
    ...Array(3).fill('address-kyc-level'),
  ]);
});

test('leaves the applicant at its level while it is pending', async () => {
  await load();
  await sendEverything();
  await submit();
  token = await bench.mintToken('u-1', 'address-kyc-level');
  expect(await load()).toMatchObject({ levelName: 'basic-kyc-level', review: { reviewStatus: 'pending' } });
});

test.each([
  ['an unknown token', 'Bearer _act-sbx-jwt-x'],
  ['no token', ''],
])('refuses %s on every path, and takes no file', async (_what, authorization) => {
  for (const [path, method] of [
    [framePaths.applicant, 'GET'],
    [framePaths.documents, 'POST'],
    [framePaths.submit, 'POST'],
  ] as const) {
    const headers = { Authorization: authorization };
    const response = await bench.sandbox.fetch(`http://sandbox.test:4100${path}`, { method, headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 401, description: expect.any(String) });
  }
});

test.each([
  ['no multipart body', 'hello', 415, undefined],
  ['no metadata', new FormData(), 400, undefined],
  [
    'metadata without a country',
    toUploadForm({ idDocSetType: 'SELFIE', idDocType: 'SELFIE' }, makeJpeg()),
    400,
    undefined,
  ],
  [
    'a document of another step',
    toUploadForm({ idDocSetType: 'SELFIE', idDocType: 'PASSPORT', country: 'KAZ' }, makeJpeg()),
    409,
    1010,
  ],
  [
    'a side that the document has not',
    toUploadForm(
      { idDocSetType: 'IDENTITY', idDocType: 'PASSPORT', country: 'KAZ', idDocSubType: 'BACK_SIDE' },
      makeJpeg(),
    ),
    400,
    undefined,
  ],
])('refuses an upload with %s', async (_what, body, status, errorCode) => {
  const response = await bench.frame(token, framePaths.documents, { method: 'POST', body });
  const answer = (await response.json()) as { code: number; errorCode?: number };
  expect([response.status, answer.code, answer.errorCode]).toEqual([status, status, errorCode]);
  expect(imageStates(await load())).toEqual([]);
});
