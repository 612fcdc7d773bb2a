import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePng } from '../files/sample-files';
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

test('lists every image with what is known of it, inactive ones included', async () => {
  const { id } = await createApplicant(bench);
  const first = await uploadDocument(bench, id, 'ID_CARD', { side: 'FRONT_SIDE' });
  bench.clock.advance(60_000);
  const second = await uploadDocument(bench, id, 'ID_CARD', { side: 'FRONT_SIDE', seed: 'again' });
  const selfie = await uploadDocument(bench, id, 'SELFIE');
  await bench.panel(`/applicants/${id}/verdict`, {
    reviewAnswer: 'RED',
    reviewRejectType: 'RETRY',
    images: { [second]: { rejectLabels: ['LOW_QUALITY'], moderationComment: 'Too dark.', clientComment: 'internal' } },
  });
  const { review } = await read<{ review: { attemptId: string } }>(bench, `/resources/applicants/${id}/one`);
  const answer = await read<{ items: { fileMetadata: { fileSize: number } }[] }>(
    bench,
    `/resources/applicants/${id}/metadata/resources`,
  );
  expect(answer).toMatchObject({
    totalItems: 3,
    items: [
      { id: first, deactivated: true, addedDate: '2026-01-15 10:00:00' },
      {
        id: second,
        previewId: second,
        addedDate: '2026-01-15 10:01:00',
        fileMetadata: { fileName: `${second}.jpeg`, fileType: 'jpeg' },
        idDocDef: { country: 'KAZ', idDocType: 'ID_CARD', idDocSubType: 'FRONT_SIDE' },
        reviewResult: {
          moderationComment: 'Too dark.',
          clientComment: 'internal',
          reviewAnswer: 'RED',
          rejectLabels: ['LOW_QUALITY'],
          reviewRejectType: 'RETRY',
        },
        attemptId: review.attemptId,
        source: 'fileupload',
        deactivated: false,
      },
      { id: selfie, idDocDef: { country: 'KAZ', idDocType: 'SELFIE' }, reviewResult: { reviewAnswer: 'GREEN' } },
    ],
  });
  expect(answer.items[1]?.fileMetadata.fileSize).toBeGreaterThan(0);
});

test('makes an image inactive, and active again while nothing has taken its place', async () => {
  const { id, inspectionId } = await createApplicant(bench);
  const imageId = await uploadDocument(bench, id, 'PASSPORT');
  const path = `/resources/inspections/${inspectionId}/resources/${imageId}`;
  const steps = () => read(bench, `/resources/applicants/${id}/requiredIdDocsStatus`);
  expect(await (await bench.call('DELETE', path)).json()).toEqual({ ok: 1 });
  expect(await steps()).toMatchObject({ IDENTITY: null });
  expect(await refusalOf(bench.call('DELETE', path))).toMatchObject({ status: 409, errorCode: 3000 });
  expect(await (await bench.call('DELETE', `${path}?revert=true`)).json()).toEqual({ ok: 1 });
  expect(await steps()).toMatchObject({ IDENTITY: { imageIds: [Number(imageId)] } });
  await bench.call('DELETE', path);
  const rival = await uploadDocument(bench, id, 'PASSPORT', { seed: 'another' });
  expect(await refusalOf(bench.call('DELETE', `${path}?revert=true`))).toMatchObject({
    status: 409,
    description: expect.stringContaining(rival),
  });
});

test('makes no image active again beside another kind of document', async () => {
  const { id, inspectionId } = await createApplicant(bench);
  const passport = await uploadDocument(bench, id, 'PASSPORT');
  const front = await uploadDocument(bench, id, 'ID_CARD', { side: 'FRONT_SIDE' });
  const path = `/resources/inspections/${inspectionId}/resources/${passport}?revert=true`;
  expect(await refusalOf(bench.call('DELETE', path))).toMatchObject({
    status: 409,
    description: expect.stringContaining(front),
  });
});

test.each(['pending', 'prechecked', 'queued'])(
  'answers 304 where an image may not be touched: while %s',
  async status => {
    const { id, inspectionId } = await createApplicant(bench);
    const extra = await uploadDocument(bench, id, 'PASSPORT');
    await uploadDocument(bench, id, 'SELFIE');
    await commandApplicant(bench, id, 'status/pending');
    if (status !== 'pending') await bench.panel(`/applicants/${id}/precheck`, { reviewStatus: status });
    const response = await bench.call('DELETE', `/resources/inspections/${inspectionId}/resources/${extra}`);
    expect(response.status).toBe(304);
    expect(await read(bench, `/resources/applicants/${id}/requiredIdDocsStatus`)).toMatchObject({
      IDENTITY: { imageIds: [Number(extra)] },
    });
  },
);

test('refuses what a deactivated or finally rejected applicant sends, each with its own code', async () => {
  const { id } = await createApplicant(bench);
  const offer = (seed: string) => refusalOf(bench.upload(id, { idDocType: 'PASSPORT', country: 'KAZ' }, makePng(seed)));
  const presence = (name: string) => bench.call('PATCH', `/resources/applicants/${id}/presence/${name}`);
  expect(await (await presence('deactivated')).json()).toEqual({ ok: 1 });
  expect(await offer('1')).toMatchObject({ status: 409, errorCode: 1008 });
  expect(await read(bench, `/resources/applicants/${id}/one`)).toMatchObject({ deleted: true });
  expect(await refusalOf(presence('deactivated'))).toMatchObject({ status: 409, errorCode: 3000 });
  expect((await presence('activated')).status).toBe(200);
  await submitApplicant(bench, id);
  expect(await offer('2')).toMatchObject({ status: 409, errorCode: 1006 });
  await commandApplicant(bench, id, 'status/testCompleted', {
    reviewAnswer: 'RED',
    rejectLabels: ['FORGERY'],
    reviewRejectType: 'FINAL',
  });
  expect(await offer('3')).toMatchObject({ status: 409, errorCode: 1009 });
  expect((await presence('paused')).status).toBe(404);
});

test.each([
  ['no country', { idDocType: 'PASSPORT' }, /'country'/],
  ['a country in two letters', { idDocType: 'PASSPORT', country: 'KZ' }, /alpha-3/],
  ['no type', { country: 'KAZ' }, /'idDocType'/],
  ['an unknown side', { idDocType: 'ID_CARD', country: 'KAZ', idDocSubType: 'FRONT' }, /'idDocSubType'/],
])('names the field of the metadata that is wrong: %s', async (_what, metadata, description) => {
  const { id } = await createApplicant(bench);
  expect(await refusalOf(bench.upload(id, metadata, makePng('x')))).toMatchObject({
    status: 400,
    description: expect.stringMatching(description),
  });
});

test('gives the bytes of an image to whoever knows its inspection, and only those', async () => {
  const { id, inspectionId } = await createApplicant(bench);
  const other = await createApplicant(bench, { externalUserId: 'u-2' });
  const imageId = await uploadDocument(bench, id, 'PASSPORT');
  const found = await bench.call('GET', `/resources/inspections/${inspectionId}/resources/${imageId}`, {
    headers: { Accept: 'image/*' },
  });
  expect(found.headers.get('Content-Type')).toBe('image/jpeg');
  const wrong = bench.call('GET', `/resources/inspections/${other.inspectionId}/resources/${imageId}`);
  expect(await refusalOf(wrong)).toMatchObject({ status: 404 });
  await approveApplicant(bench, id);
  await bench.panel(`/applicants/${id}/erase`, {});
  const erased = bench.call('GET', `/resources/inspections/${inspectionId}/resources/${imageId}`);
  expect(await refusalOf(erased)).toMatchObject({ status: 404 });
});

test('puts a document without the name of a step into the first that still wants one of its type', async () => {
  const { id } = await createApplicant(bench, { levelName: 'full-kyc-level' });
  for (const seed of ['first', 'second']) {
    for (const side of ['FRONT_SIDE', 'BACK_SIDE'] as const) await uploadDocument(bench, id, 'DRIVERS', { side, seed });
  }
  expect(await read(bench, `/resources/applicants/${id}/requiredIdDocsStatus`)).toMatchObject({
    IDENTITY: { idDocType: 'DRIVERS' },
    IDENTITY2: { idDocType: 'DRIVERS' },
  });
});
