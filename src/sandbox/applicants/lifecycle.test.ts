import { createHmac } from 'node:crypto';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applicantSchema } from '#idngo/applicant';
import { requiredIdDocsStatusSchema } from '#idngo/documents';
import { readHappenedAt, webhookSchema } from '#idngo/webhook';
import { sandboxCredentials } from '../credentials';
import { makeJpeg, makePng } from '../files/sample-files';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

const fixedInfo = { firstName: 'Aigerim', lastName: 'Testova', dob: '1990-01-01', country: 'KAZ' };

async function create(externalUserId = 'u-1', levelName = 'basic-kyc-level') {
  const response = await bench.call('POST', `/resources/applicants?levelName=${levelName}`, {
    json: { externalUserId, email: 'a@example.kz', lang: 'ru', fixedInfo },
  });
  expect(response.status).toBe(201);
  return v.parse(applicantSchema, await response.json());
}

async function upload(applicantId: string, idDocType: string, idDocSubType?: string, seed = 'a'): Promise<string> {
  const metadata = { idDocType, country: 'KAZ', ...(idDocSubType ? { idDocSubType } : {}) };
  const response = await bench.upload(applicantId, metadata, makeJpeg(`${idDocType}${idDocSubType}${seed}`));
  expect(await response.json()).toEqual(metadata);
  return response.headers.get('X-Image-Id') ?? '';
}

async function uploadEverything(applicantId: string) {
  return {
    back: await upload(applicantId, 'ID_CARD', 'BACK_SIDE'),
    front: await upload(applicantId, 'ID_CARD', 'FRONT_SIDE'),
    selfie: await upload(applicantId, 'SELFIE'),
  };
}

async function command(applicantId: string, name: string, json?: object): Promise<void> {
  const response = await bench.call('POST', `/resources/applicants/${applicantId}/${name}`, json ? { json } : {});
  expect(await response.json()).toEqual({ ok: 1 });
}

async function readReview(applicantId: string) {
  const response = await bench.call('GET', `/resources/applicants/${applicantId}/status`);
  return (await response.json()) as Record<string, unknown>;
}

async function readSteps(applicantId: string) {
  const response = await bench.call('GET', `/resources/applicants/${applicantId}/requiredIdDocsStatus`);
  return (await response.json()) as Record<string, Record<string, unknown> | null>;
}

const refusal = async (response: Response) => ({ status: response.status, ...((await response.json()) as object) });

test('goes from creation over a second try to approval and a late final rejection, with a webhook for each', async () => {
  const { id, inspectionId } = await create();
  expect(id).toMatch(/^[0-9a-f]{24}$/);
  expect(BigInt(`0x${inspectionId}`) - BigInt(`0x${id}`)).toBe(1n);

  const { front, back, selfie } = await uploadEverything(id);
  expect(await readSteps(id)).toEqual({
    IDENTITY: {
      country: 'KAZ',
      idDocType: 'ID_CARD',
      imageIds: [Number(front), Number(back)],
      imageReviewResults: {},
    },
    SELFIE: { country: 'KAZ', idDocType: 'SELFIE', imageIds: [Number(selfie)], imageReviewResults: {} },
  });
  bench.clock.advance(1_000);
  await command(id, 'status/pending');
  expect(await readReview(id)).toMatchObject({ reviewStatus: 'pending', attemptCnt: 1 });

  bench.clock.advance(18_250);
  await bench.panel(`/applicants/${id}/verdict`, {
    reviewAnswer: 'RED',
    reviewRejectType: 'RETRY',
    rejectLabels: ['UNSATISFACTORY_PHOTOS'],
    moderationComment: 'Please send the back side once more.',
    clientComment: 'blurred',
    images: { [back]: { rejectLabels: ['BACK_SIDE_MISSING'], moderationComment: 'Blurred.' } },
  });
  expect(await readReview(id)).toMatchObject({
    reviewStatus: 'completed',
    elapsedSincePendingMs: 18_250,
    reviewDate: '2026-01-15 10:00:19+0000',
    reviewResult: { reviewAnswer: 'RED', reviewRejectType: 'RETRY', clientComment: 'blurred' },
  });
  expect(await readSteps(id)).toMatchObject({
    IDENTITY: {
      reviewResult: { reviewAnswer: 'RED', moderationComment: 'Blurred.' },
      imageReviewResults: {
        [front]: { reviewAnswer: 'GREEN' },
        [back]: { reviewAnswer: 'RED', rejectLabels: ['BACK_SIDE_MISSING'], reviewRejectType: 'RETRY' },
      },
    },
    SELFIE: { reviewResult: { reviewAnswer: 'GREEN' } },
  });

  const early = await bench.call('POST', `/resources/applicants/${id}/status/pending`);
  expect(await refusal(early)).toMatchObject({
    status: 409,
    description: 'Required steps are missing: IDENTITY (ID_CARD BACK_SIDE)',
  });
  const newBack = await upload(id, 'ID_CARD', 'BACK_SIDE', 'b');
  expect(await readSteps(id)).toMatchObject({ IDENTITY: { imageIds: [Number(front), Number(newBack)] } });
  await command(id, 'status/pending');
  await command(id, 'status/testCompleted', { reviewAnswer: 'GREEN', rejectLabels: [] });
  expect(await readReview(id)).toMatchObject({ reviewResult: { reviewAnswer: 'GREEN' }, attemptCnt: 2 });
  const final = { reviewAnswer: 'RED', reviewRejectType: 'FINAL', rejectLabels: ['FORGERY'] };
  await command(id, 'status/testCompleted', { ...final, clientComment: 'fraud' });

  await vi.waitFor(() => expect(bench.received).toHaveLength(6));
  const bodies = bench.received.map(({ body }) => JSON.parse(body));
  expect(bodies.map(({ type, reviewStatus }) => [type, reviewStatus])).toEqual([
    ['applicantCreated', 'init'],
    ['applicantPending', 'pending'],
    ['applicantReviewed', 'completed'],
    ['applicantPending', 'pending'],
    ['applicantReviewed', 'completed'],
    ['applicantReviewed', 'completed'],
  ]);
  expect(bodies.map(body => body.reviewResult?.reviewAnswer)).toEqual([
    undefined,
    undefined,
    'RED',
    undefined,
    'GREEN',
    'RED',
  ]);
  const times = bodies.map(body => Number(readHappenedAt(v.parse(webhookSchema, body))));
  expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
  for (const { body, headers } of bench.received) {
    const digest = createHmac('sha256', sandboxCredentials.webhookSecret).update(body).digest('hex');
    expect(headers.get('X-Payload-Digest')).toBe(digest);
    expect(headers.get('X-Payload-Digest-Alg')).toBe('HMAC_SHA256_HEX');
  }
});

test('composes a webhook with the fields of a genuine one, in their order, on pretty-printed lines', async () => {
  const { id, inspectionId } = await create();
  await command(id, 'status/testCompleted', {
    reviewAnswer: 'RED',
    rejectLabels: ['SCREENSHOTS', 'LOW_QUALITY'],
    reviewRejectType: 'RETRY',
    moderationComment: 'x',
    clientComment: 'y',
  });
  await vi.waitFor(() => expect(bench.received).toHaveLength(2));
  const { correlationId, ...rest } = JSON.parse(bench.received[1]?.body ?? '');
  expect(correlationId).toMatch(/^[0-9a-f]{32}$/);
  expect(bench.received[1]?.body).toBe(`{
  "applicantId" : "${id}",
  "inspectionId" : "${inspectionId}",
  "applicantType" : "individual",
  "correlationId" : "${correlationId}",
  "levelName" : "basic-kyc-level",
  "sandboxMode" : true,
  "externalUserId" : "u-1",
  "type" : "applicantReviewed",
  "reviewResult" : {
    "moderationComment" : "x",
    "clientComment" : "y",
    "reviewAnswer" : "RED",
    "rejectLabels" : [ "SCREENSHOTS", "LOW_QUALITY" ],
    "reviewRejectType" : "RETRY"
  },
  "reviewStatus" : "completed",
  "createdAt" : "2026-01-15 10:00:00+0000",
  "createdAtMs" : "2026-01-15 10:00:00.001",
  "clientId" : "portico-sandbox"
}`);
  expect(Object.keys(rest)).toHaveLength(12);
});

test('stays pending until somebody decides', async () => {
  const { id } = await create();
  await uploadEverything(id);
  await command(id, 'status/pending');
  bench.clock.advance(30 * 24 * 3600_000);
  expect(await readReview(id)).toMatchObject({ reviewStatus: 'pending' });
});

test.each([
  ['PASSPORT', ['issuedDate', 'validUntil', 'number', 'dob']],
  ['ID_CARD', ['issuedDate', 'validUntil', 'number', 'dob']],
  ['DRIVERS', ['issuedDate', 'validUntil', 'firstIssuedDate', 'number', 'dob']],
  ['RESIDENCE_PERMIT', ['issuedDate', 'validUntil', 'number', 'dob']],
])('recognises exactly the fields of the FAQ on a %s, and nothing before approval', async (idDocType, fields) => {
  const { id } = await create('u-1', 'address-kyc-level');
  const sides = idDocType === 'PASSPORT' ? [undefined] : ['FRONT_SIDE', 'BACK_SIDE'];
  for (const side of sides) await upload(id, idDocType, side);
  await upload(id, 'SELFIE');
  await upload(id, 'UTILITY_BILL');
  await command(id, 'status/pending');
  const readInfo = async () => {
    const response = await bench.call('GET', '/resources/applicants/-;externalUserId=u-1/one');
    const { info } = (await response.json()) as { info: { idDocs?: Record<string, unknown>[] } };
    return info;
  };
  expect(await readInfo()).toEqual({});

  await command(id, 'status/testCompleted', { reviewAnswer: 'GREEN', rejectLabels: [] });
  const info = await readInfo();
  const holder = ['idDocType', 'country', 'firstName', 'firstNameEn', 'lastName', 'lastNameEn'];
  expect(info.idDocs?.map(document => Object.keys(document))).toEqual([
    [...holder, ...fields],
    [...holder, 'issuedDate', 'address'],
  ]);
  expect(Object.keys(info.idDocs?.[1]?.address ?? {})).toEqual([
    'subStreet',
    'subStreetEn',
    'street',
    'streetEn',
    'state',
    'stateEn',
    'town',
    'townEn',
    'postCode',
    'country',
  ]);
  expect(await readInfo()).toEqual(info);
});

test('carries the verdict it takes back when an applicant is reset', async () => {
  const { id } = await create();
  await uploadEverything(id);
  await command(id, 'status/pending');
  const whilePending = await bench.call('POST', `/resources/applicants/${id}/reset`);
  expect(await refusal(whilePending)).toMatchObject({ status: 409, code: 409 });
  await command(id, 'status/testCompleted', { reviewAnswer: 'GREEN', rejectLabels: [] });
  await command(id, 'reset');
  expect(await readReview(id)).toMatchObject({ reviewStatus: 'init', reviewResult: { reviewAnswer: 'GREEN' } });
  expect(await readSteps(id)).toEqual({ IDENTITY: null, SELFIE: null });
  await vi.waitFor(() => expect(bench.receivedTypes()).toContain('applicantReset'));
  const webhook = JSON.parse(bench.received.at(-1)?.body ?? '');
  expect(webhook).toMatchObject({ reviewStatus: 'init', reviewResult: { reviewAnswer: 'GREEN' } });
});

test('starts over at another level, but not while it is being checked', async () => {
  const { id } = await create();
  await uploadEverything(id);
  await command(id, 'status/pending');
  const path = `/resources/applicants/${id}/moveToLevel?name=address-kyc-level`;
  expect(await refusal(await bench.call('POST', path))).toMatchObject({ status: 409 });
  await command(id, 'status/testCompleted', { reviewAnswer: 'GREEN', rejectLabels: [] });
  const moved = await bench.call('POST', path);
  const { review } = v.parse(applicantSchema, await moved.json());
  expect(review).toMatchObject({ levelName: 'address-kyc-level', reviewStatus: 'init' });
  expect(review?.reviewResult).toBeUndefined();
  expect(await readSteps(id)).toEqual({ APPLICANT_DATA: {}, IDENTITY: null, SELFIE: null, PROOF_OF_ADDRESS: null });
  await vi.waitFor(() => expect(bench.receivedTypes()).toContain('applicantLevelChanged'));
});

test('names every step that is missing when the check is asked for', async () => {
  const { id } = await create();
  const path = `/resources/applicants/${id}/status/pending`;
  const nothing = await refusal(await bench.call('POST', path));
  expect(nothing).toMatchObject({ status: 409, description: 'Required steps are missing: IDENTITY, SELFIE' });
  await upload(id, 'ID_CARD', 'FRONT_SIDE');
  const half = await refusal(await bench.call('POST', path));
  expect(half).toMatchObject({ description: 'Required steps are missing: IDENTITY (ID_CARD BACK_SIDE), SELFIE' });
});

test('refuses documents with the code of the reason', async () => {
  const { id } = await create();
  const offer = (idDocType: string, seed: string) =>
    bench.upload(id, { idDocType, country: 'KAZ' }, makePng(seed)).then(refusal);
  expect(await offer('UTILITY_BILL', '1')).toMatchObject({ status: 409, errorCode: 1010 });
  await bench.call('PATCH', `/resources/applicants/${id}/presence/deactivated`);
  expect(await offer('PASSPORT', '2')).toMatchObject({ status: 409, errorCode: 1008 });
  await bench.call('PATCH', `/resources/applicants/${id}/presence/activated`);
  await upload(id, 'PASSPORT');
  await upload(id, 'SELFIE');
  await command(id, 'status/pending');
  expect(await offer('PASSPORT', '3')).toMatchObject({ status: 409, errorCode: 1006 });
  const again = await bench.call('POST', `/resources/applicants/${id}/status/pending`);
  expect(await refusal(again)).toMatchObject({ status: 409, errorCode: 3000 });
  await command(id, 'status/testCompleted', { reviewAnswer: 'RED', rejectLabels: ['FORGERY'] });
  expect(await offer('PASSPORT', '4')).toMatchObject({ status: 409, errorCode: 1009 });
  await vi.waitFor(() => expect(bench.received).toHaveLength(5));
  expect(bench.receivedTypes()).toEqual([
    'applicantCreated',
    'applicantDeactivated',
    'applicantActivated',
    'applicantPending',
    'applicantReviewed',
  ]);
});

test('keeps only the newest image of a side, and only one document type of a step', async () => {
  const { id } = await create();
  await upload(id, 'ID_CARD', 'FRONT_SIDE', 'a');
  const front = await upload(id, 'ID_CARD', 'FRONT_SIDE', 'b');
  expect(await readSteps(id)).toMatchObject({ IDENTITY: { idDocType: 'ID_CARD', imageIds: [Number(front)] } });
  const passport = await upload(id, 'PASSPORT');
  expect(await readSteps(id)).toMatchObject({ IDENTITY: { idDocType: 'PASSPORT', imageIds: [Number(passport)] } });
});

test("gives an image's bytes under its own inspection only", async () => {
  const { id, inspectionId } = await create();
  const imageId = await upload(id, 'PASSPORT');
  const found = await bench.call('GET', `/resources/inspections/${inspectionId}/resources/${imageId}`);
  expect(found.headers.get('Content-Type')).toBe('image/jpeg');
  expect(Buffer.from(await found.arrayBuffer()).equals(makeJpeg('PASSPORTundefineda'))).toBe(true);
  const stranger = await bench.call('GET', `/resources/inspections/${id}/resources/${imageId}`);
  expect(stranger.status).toBe(404);
});

test('knows a deleted applicant no longer, and lets the person begin again', async () => {
  const { id, inspectionId } = await create();
  const imageId = await upload(id, 'PASSPORT');
  await bench.panel(`/applicants/${id}/delete`, {});
  expect((await bench.call('GET', `/resources/applicants/${id}/one`)).status).toBe(404);
  expect((await bench.call('GET', `/resources/inspections/${inspectionId}/resources/${imageId}`)).status).toBe(404);
  expect(await refusal(await bench.panel(`/applicants/${id}/verdict`, { reviewAnswer: 'GREEN' }))).toMatchObject({
    status: 409,
    errorCode: 1008,
  });
  const next = await create();
  expect(next.id).not.toBe(id);
  await vi.waitFor(() => expect(bench.received).toHaveLength(3));
  expect(bench.receivedTypes()).toEqual(['applicantCreated', 'applicantDeleted', 'applicantCreated']);
});

test("answers what the transcript's schemas can read", async () => {
  const { id } = await create();
  await uploadEverything(id);
  const steps = await bench.call('GET', `/resources/applicants/${id}/requiredIdDocsStatus`);
  expect(v.parse(requiredIdDocsStatusSchema, await steps.json()).IDENTITY?.imageIds).toHaveLength(2);
  const one = await bench.call('GET', `/resources/applicants/${id}/one`);
  expect(v.parse(applicantSchema, await one.json())).toMatchObject({
    externalUserId: 'u-1',
    email: 'a@example.kz',
    lang: 'ru',
    requiredIdDocs: { docSets: [{ idDocSetType: 'IDENTITY' }, { idDocSetType: 'SELFIE', types: ['SELFIE'] }] },
    review: { reviewStatus: 'init', levelName: 'basic-kyc-level' },
  });
});
