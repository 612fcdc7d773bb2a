import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FrameApplicant, framePaths, type UploadAnswer } from '#stand-in/frame-contract';
import { makeJpeg } from '../files/sample-files';
import { openTestSandbox, type TestSandbox, toUploadForm } from '../open-test-sandbox';
import { createApplicant, read } from '../play-applicant';

let bench: TestSandbox;
let token: string;
let applicantId: string;
beforeEach(async () => {
  bench = openTestSandbox();
  token = await bench.mintToken('u-1');
  ({ applicantId } = await load());
});
afterEach(() => bench.close());

async function load(): Promise<FrameApplicant> {
  return (await (await bench.frame(token, framePaths.applicant)).json()) as FrameApplicant;
}
async function firstStep() {
  const [step] = (await load()).steps;
  if (step?.kind !== 'documents') throw new Error('the first step of the level takes documents');
  return step;
}
const passport = { idDocSetType: 'IDENTITY', idDocType: 'PASSPORT', country: 'KAZ' };
async function send(seed = 'a'): Promise<UploadAnswer> {
  const body = toUploadForm(passport, makeJpeg(seed));
  return (await (await bench.frame(token, framePaths.documents, { method: 'POST', body })).json()) as UploadAnswer;
}
const provoke = (tags: object) => bench.panel(`/applicants/${applicantId}/fast-fail`, tags);
const sendToApi = (seed: string, headers: Record<string, string>) =>
  bench.call('POST', `/resources/applicants/${applicantId}/info/idDoc`, {
    form: toUploadForm(passport, makeJpeg(seed)),
    headers,
  });

test('finds nothing unless it is provoked', async () => {
  expect(await send()).toEqual({ imageId: expect.any(String), errors: [], warnings: [] });
});

test('turns one upload down, and the image does not count: not even as a duplicate of the next', async () => {
  await provoke({ errors: ['dataNotReadable', 'screenshot'], warnings: ['badSelfie'] });
  expect(await send()).toEqual({
    imageId: null,
    errors: ['dataNotReadable', 'screenshot'],
    warnings: ['badSelfie'],
  });
  expect(await firstStep()).toMatchObject({ state: 'open', images: [] });
  expect(await send()).toMatchObject({ imageId: expect.any(String), errors: [] });
  expect(await firstStep()).toMatchObject({ state: 'received' });
});

test('leaves an earlier image in its place when a new one is turned down', async () => {
  const { imageId } = await send('a');
  await provoke({ errors: ['expiredDoc'] });
  await send('b');
  expect((await firstStep()).images).toMatchObject([{ imageId }]);
});

test('keeps an image that it only warns of', async () => {
  await provoke({ warnings: ['maybeExpiredDoc'] });
  expect(await send()).toMatchObject({ imageId: expect.any(String), errors: [], warnings: ['maybeExpiredDoc'] });
  expect(await firstStep()).toMatchObject({ state: 'received' });
});

test('turns down a document of a country that the level excludes', async () => {
  token = await bench.mintToken('u-1', 'address-kyc-level');
  await load();
  const body = toUploadForm({ ...passport, country: 'USA' }, makeJpeg('usa'));
  const response = await bench.frame(token, framePaths.documents, { method: 'POST', body });
  expect(await response.json()).toEqual({ imageId: null, errors: ['forbiddenDocument'], warnings: [] });
});

test('takes no document of an excluded country by the API either, asked or not', async () => {
  const { id } = await createApplicant(bench, { externalUserId: 'u-2', levelName: 'address-kyc-level' });
  const description = { ...passport, country: 'USA' };
  const response = await bench.upload(id, description, makeJpeg('usa'));
  expect(await response.json()).toEqual({ idDocType: 'PASSPORT', country: 'USA' });
  expect(await read(bench, `/resources/applicants/${id}/requiredIdDocsStatus`)).toMatchObject({ IDENTITY: null });
});

test('says it to the API only when asked, as errors or as warnings', async () => {
  await provoke({ errors: ['grayscale'] });
  const silent = await sendToApi('a', {});
  expect(await silent.json()).toEqual({ idDocType: 'PASSPORT', country: 'KAZ' });
  const asked = await sendToApi('b', { 'X-Return-Doc-Warnings': 'true' });
  expect(asked.headers.get('X-Image-Id')).toMatch(/^\d+$/);
  expect(await asked.json()).toEqual({ idDocType: 'PASSPORT', country: 'KAZ', errors: ['grayscale'] });
  expect((await firstStep()).images).toHaveLength(1);
});

test('waits through a restart, and through a file that is refused for what it is', async () => {
  await provoke({ errors: ['newTagOfTomorrow'] });
  await bench.restart();
  const body = toUploadForm(passport, Buffer.alloc(0));
  await bench.frame(token, framePaths.documents, { method: 'POST', body });
  expect(await send()).toMatchObject({ errors: ['newTagOfTomorrow'] });
});

test('refuses tags that cannot be any, and people it does not know', async () => {
  expect((await provoke({ errors: ['<b>'] })).status).toBe(400);
  expect((await bench.panel('/applicants/nobody/fast-fail', { errors: [] })).status).toBe(404);
});
