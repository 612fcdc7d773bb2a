import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeJpeg } from '../files/sample-files';
import { openTestSandbox, origin, type TestSandbox } from '../open-test-sandbox';
import { applicantDetailSchema, applicantListSchema, requestListSchema } from './panel-contract';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

async function createWithPassport(): Promise<{ applicantId: string; imageId: string }> {
  const response = await bench.call('POST', '/resources/applicants?levelName=basic-kyc-level', {
    json: { externalUserId: 'u-1' },
  });
  const { id } = (await response.json()) as { id: string };
  const uploaded = await bench.upload(id, { idDocType: 'PASSPORT', country: 'KAZ' }, makeJpeg());
  return { applicantId: id, imageId: uploaded.headers.get('X-Image-Id') ?? '' };
}

test('shows an applicant as the contract says', async () => {
  const { applicantId, imageId } = await createWithPassport();
  const list = v.parse(applicantListSchema, await (await bench.panel('/applicants')).json());
  expect(list.items.map(item => item.applicantId)).toEqual([applicantId]);
  const detail = v.parse(applicantDetailSchema, await (await bench.panel(`/applicants/${applicantId}`)).json());
  expect(detail).toMatchObject({
    externalUserId: 'u-1',
    presence: 'active',
    createdAt: '2026-01-15T10:00:00.000Z',
    steps: [
      {
        idDocSetType: 'IDENTITY',
        idDocType: 'PASSPORT',
        images: [{ imageId, mediaType: 'image/jpeg', bytes: makeJpeg().length, review: null }],
      },
      { idDocSetType: 'SELFIE', idDocType: null, images: [] },
    ],
  });
});

test('shows what was read from the documents once they are accepted', async () => {
  const { applicantId } = await createWithPassport();
  const decide = async (verdict: object) => {
    const response = await bench.panel(`/applicants/${applicantId}/verdict`, verdict);
    return v.parse(applicantDetailSchema, await response.json()).recognised;
  };
  expect(await decide({ reviewAnswer: 'RED', reviewRejectType: 'RETRY' })).toEqual([]);
  expect(await decide({ reviewAnswer: 'GREEN' })).toMatchObject([{ idDocType: 'PASSPORT', country: 'KAZ' }]);
});

test('gives verdicts as often as wanted, final or not', async () => {
  const { applicantId, imageId } = await createWithPassport();
  const decide = async (verdict: object) => {
    const response = await bench.panel(`/applicants/${applicantId}/verdict`, verdict);
    return v.parse(applicantDetailSchema, await response.json());
  };
  const rejected = await decide({ reviewAnswer: 'RED', reviewRejectType: 'FINAL', images: { [imageId]: {} } });
  expect(rejected.review.reviewResult).toMatchObject({ reviewAnswer: 'RED', reviewRejectType: 'FINAL' });
  expect(rejected.steps[0]?.images[0]?.review).toEqual({
    reviewAnswer: 'RED',
    rejectLabels: [],
    moderationComment: null,
  });
  const approved = await decide({ reviewAnswer: 'GREEN' });
  expect(approved.review.reviewResult).toEqual({ reviewAnswer: 'GREEN' });
  expect(approved.steps[0]?.images[0]?.review?.reviewAnswer).toBe('GREEN');
  await vi.waitFor(() =>
    expect(bench.receivedTypes()).toEqual(['applicantCreated', 'applicantReviewed', 'applicantReviewed']),
  );
});

test('carries the earlier verdict along when an applicant is put on hold', async () => {
  const { applicantId } = await createWithPassport();
  await bench.panel(`/applicants/${applicantId}/verdict`, { reviewAnswer: 'GREEN' });
  const response = await bench.panel(`/applicants/${applicantId}/hold`, {});
  expect(v.parse(applicantDetailSchema, await response.json()).review.reviewStatus).toBe('onHold');
  await vi.waitFor(() => expect(bench.receivedTypes()).toContain('applicantOnHold'));
  expect(JSON.parse(bench.received.at(-1)?.body ?? '')).toMatchObject({
    reviewStatus: 'onHold',
    reviewResult: { reviewAnswer: 'GREEN' },
  });
});

test('deactivates, activates, resets, moves and deletes', async () => {
  const { applicantId } = await createWithPassport();
  const act = async (name: string, body = {}) =>
    v.parse(applicantDetailSchema, await (await bench.panel(`/applicants/${applicantId}/${name}`, body)).json());
  expect((await act('deactivate')).presence).toBe('deactivated');
  expect((await act('activate')).presence).toBe('active');
  expect((await act('reset')).steps[0]?.images).toEqual([]);
  expect((await act('level', { levelName: 'address-kyc-level' })).steps).toHaveLength(4);
  expect((await act('delete')).presence).toBe('deleted');
  await vi.waitFor(() => expect(bench.received).toHaveLength(6));
  const bodies = bench.received.slice(1).map(({ body }) => JSON.parse(body));
  expect(bodies.map(({ type }) => type)).toEqual([
    'applicantDeactivated',
    'applicantActivated',
    'applicantReset',
    'applicantLevelChanged',
    'applicantDeleted',
  ]);
  expect(bodies.every(({ reviewStatus }) => reviewStatus === 'init')).toBe(true);
});

test('shows an image where it can run nothing', async () => {
  const { imageId } = await createWithPassport();
  const { headers } = await bench.panel(`/images/${imageId}`);
  expect(headers.get('Content-Security-Policy')).toBe("sandbox; default-src 'none'");
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Content-Disposition')).toBe('inline');
  expect(headers.get('Content-Type')).toBe('image/jpeg');
});

test.each(['text/plain', 'application/x-www-form-urlencoded'])(
  'changes nothing for a page of another site that posts %s',
  async contentType => {
    const { applicantId } = await createWithPassport();
    const response = await bench.sandbox.fetch(`${origin}/panel/api/applicants/${applicantId}/verdict`, {
      method: 'POST',
      headers: { 'Content-Type': contentType },
      body: '{"reviewAnswer":"GREEN"}',
    });
    expect(response.status).toBe(415);
    expect(await (await bench.panel(`/applicants/${applicantId}`)).json()).toMatchObject({
      review: { reviewStatus: 'init' },
    });
  },
);

test.each([
  ['an image that is not theirs', { reviewAnswer: 'RED', reviewRejectType: 'RETRY', images: { 1: {} } }, /: 1$/],
  ['a rejection without its type', { reviewAnswer: 'RED' }, /reviewRejectType/],
  ['an answer that is none', { reviewAnswer: 'YELLOW' }, /reviewAnswer/],
])('refuses a verdict on %s', async (_what, verdict, description) => {
  const { applicantId } = await createWithPassport();
  const response = await bench.panel(`/applicants/${applicantId}/verdict`, verdict);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ description: expect.stringMatching(description) });
});

test('remembers the last 200 signed requests with their outcome', async () => {
  await bench.call('GET', '/resources/applicants/0/one?x=1');
  await bench.call('GET', '/resources/status/api', { headers: { 'X-App-Access-Sig': '0'.repeat(64) } });
  const { items } = v.parse(requestListSchema, await (await bench.panel('/requests')).json());
  expect(items).toMatchObject([
    { method: 'GET', path: '/resources/status/api', httpStatus: 401, errorCode: 4003 },
    { path: '/resources/applicants/0/one?x=1', httpStatus: 404, errorCode: null, description: 'Applicant not found' },
  ]);
  for (let count = 0; count < 201; count += 1) await bench.call('GET', '/resources/status/api');
  const later = v.parse(requestListSchema, await (await bench.panel('/requests')).json());
  expect(later.items).toHaveLength(200);
  expect(later.items.every(({ httpStatus }) => httpStatus === 200)).toBe(true);
});

test('lists the levels an applicant can be moved to', async () => {
  expect(await (await bench.panel('/levels')).json()).toMatchObject({
    items: [
      { levelName: 'basic-kyc-level', type: 'standard', steps: ['IDENTITY', 'SELFIE'] },
      { levelName: 'address-kyc-level', steps: ['APPLICANT_DATA', 'IDENTITY', 'SELFIE', 'PROOF_OF_ADDRESS'] },
      { levelName: 'full-kyc-level' },
      { levelName: 'phone-kyc-level', steps: ['PHONE_VERIFICATION', 'SELFIE'] },
      { levelName: 'basic-action-level', type: 'actions' },
      { levelName: 'questionnaire-action-level', type: 'actions' },
      { levelName: 'source-action-level', type: 'actions', steps: ['QUESTIONNAIRE'] },
    ],
  });
});
