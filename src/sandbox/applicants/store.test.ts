import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';
import { approveApplicant, createApplicant, read, uploadDocument } from '../play-applicant';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

/** What an applicant's file held before there were environments, actions and forms. */
const earlierFields = [
  ...['applicantId', 'inspectionId', 'key', 'externalUserId', 'levelName', 'email', 'phone', 'lang', 'presence'],
  ...['createdAt', 'changedAt', 'review', 'images', 'recognised'],
];

test('goes on with an applicant that an earlier sandbox wrote', async () => {
  const { id } = await createApplicant(bench, { email: 'a@example.kz' });
  const imageId = await uploadDocument(bench, id, 'PASSPORT');
  await approveApplicant(bench, id);
  const folder = join(bench.dataDir, 'applicants');
  const [name = ''] = readdirSync(folder);
  await bench.sandbox.close();
  const record = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;
  const earlier = Object.fromEntries(earlierFields.map(field => [field, record[field]]));
  const images = (earlier.images as Record<string, unknown>[]).map(({ addedAt, attemptId, ...image }) => image);
  writeFileSync(join(folder, name), JSON.stringify({ ...earlier, images }));
  await bench.restart();
  const path = '/resources/applicants/-;externalUserId=u-1/one';
  expect(await read(bench, path)).toMatchObject({
    ...{ id, email: 'a@example.kz' },
    info: { idDocs: [{ idDocType: 'PASSPORT' }] },
    review: { reviewResult: { reviewAnswer: 'GREEN' } },
  });
  expect(await read(bench, `/resources/applicants/${id}/review/history`)).toEqual({ items: [], totalItems: 0 });
  expect(await read(bench, `/resources/applicants/${id}/metadata/resources`)).toMatchObject({
    items: [{ id: imageId }],
  });
  expect((await bench.panel(`/applicants/${id}/hold`, {})).status).toBe(200);
});
