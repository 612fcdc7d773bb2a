import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeJpeg } from '../files/sample-files';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';
import { approveApplicant, createApplicant, read, refusalOf, submitApplicant } from '../play-applicant';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

const person = { firstName: 'Айгерим', lastName: 'Тестова', dob: '1990-01-01' };
const latest = (type: string, applicantId: string) =>
  read<{ checks: Record<string, unknown>[] }>(
    bench,
    `/resources/checks/latest?type=${type}&applicantId=${applicantId}`,
  );

async function approved(externalUserId: string, fixedInfo: object = {}) {
  const applicant = await createApplicant(bench, { externalUserId, fixedInfo });
  await submitApplicant(bench, applicant.id);
  await approveApplicant(bench, applicant.id);
  return applicant;
}

test('finds no duplicates before an applicant was submitted, and none where there are none', async () => {
  const { id } = await createApplicant(bench, { externalUserId: 'u-1' });
  expect(await latest('SIMILAR_SEARCH', id)).toEqual({ checks: [] });
  await submitApplicant(bench, id);
  expect(await latest('SIMILAR_SEARCH', id)).toEqual({
    checks: [
      {
        answer: 'GREEN',
        checkType: 'SIMILAR_SEARCH',
        createdAt: '2026-01-15 10:00:00',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        attemptId: expect.any(String),
        similarSearchInfo: { answer: 'GREEN', duplicateApplicantHits: [] },
      },
    ],
  });
});

test('finds the same person under another id, by what was recognised', async () => {
  const first = await approved('u-1', person);
  await approved('u-2', { ...person, dob: '1991-01-01' });
  const again = await approved('u-3', { ...person, firstName: 'АЙГЕРИМ' });
  const { checks } = await latest('SIMILAR_SEARCH', again.id);
  expect(checks[0]).toMatchObject({
    answer: 'RED',
    similarSearchInfo: {
      answer: 'RED',
      duplicateApplicantHits: [{ applicantId: first.id, matchedFields: ['firstName', 'lastName', 'dob'] }],
    },
  });
});

test('finds the same file at another applicant, once that one was judged', async () => {
  const first = await createApplicant(bench, { externalUserId: 'u-1' });
  const second = await createApplicant(bench, { externalUserId: 'u-2' });
  for (const { id } of [first, second]) {
    await bench.upload(id, { idDocType: 'PASSPORT', country: 'KAZ' }, makeJpeg('the same'));
  }
  await approveApplicant(bench, second.id);
  expect((await latest('SIMILAR_SEARCH', second.id)).checks[0]).toMatchObject({ answer: 'GREEN' });
  await approveApplicant(bench, first.id);
  expect((await latest('SIMILAR_SEARCH', second.id)).checks[0]).toMatchObject({
    answer: 'RED',
    similarSearchInfo: { duplicateApplicantHits: [{ applicantId: first.id, matchedFields: [], types: ['FILE'] }] },
  });
});

test('looks for duplicates in its own environment only', async () => {
  await approved('u-1', person);
  const live = { environment: 'production' } as const;
  const { id } = await createApplicant(bench, { externalUserId: 'u-1', fixedInfo: person }, live);
  await bench.panel(`/applicants/${id}/verdict`, { reviewAnswer: 'GREEN' });
  const path = `/resources/checks/latest?type=SIMILAR_SEARCH&applicantId=${id}`;
  expect(await read(bench, path, live)).toMatchObject({ checks: [{ answer: 'GREEN' }] });
});

test('checks the taxpayer number that the client sent', async () => {
  const { id, inspectionId } = await approved('u-1', { ...person, tin: '900101300123' });
  const { checks } = await latest('TIN', id);
  expect(checks).toMatchObject([
    {
      answer: 'GREEN',
      createdAt: '2026-01-15 10:00:00',
      extractedDoc: { tin: '900101300123', firstName: 'АЙГЕРИМ', lastName: 'ТЕСТОВА', dob: '1990-01-01' },
    },
  ]);
  const nobody = await approved('u-2');
  expect(await latest('TIN', nobody.id)).toEqual({ checks: [] });
  const all = await read<{ checks: object[] }>(bench, `/resources/inspections/${inspectionId}/checks`);
  expect(all).toMatchObject({ inspectionId, checks: [{ checkType: 'SIMILAR_SEARCH' }, { checkType: 'TIN' }] });
});

test.each([
  ['type=SIMILAR_SEARCH', 400, /'applicantId'/],
  ['applicantId=1', 400, /'type'/],
  ['type=SIMILAR_SEARCH&applicantId=1', 404, /not found/],
])('refuses %s', async (query, status, description) => {
  const response = bench.call('GET', `/resources/checks/latest?${query}`);
  expect(await refusalOf(response)).toMatchObject({ status, description: expect.stringMatching(description) });
});

test('names the kinds of checks there are', async () => {
  const { id } = await createApplicant(bench);
  const response = bench.call('GET', `/resources/checks/latest?type=AML&applicantId=${id}`);
  expect(await refusalOf(response)).toMatchObject({ status: 400, description: expect.stringContaining('TIN') });
  expect((await bench.call('GET', '/resources/inspections/1/checks')).status).toBe(404);
});
