import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applicantSchema } from '#idngo/applicant';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';
import { approveApplicant, createApplicant, read, refusalOf, uploadDocument } from '../play-applicant';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

const fixedInfo = { firstName: 'Aigerim', lastName: 'Testova', dob: '1990-01-01' };

test('answers an applicant with everything that was sent, in the order of fields of a genuine one', async () => {
  const metadata = [{ key: 'plan', value: 'gold' }];
  const sent = { sourceKey: 'shop', email: 'a@example.kz', phone: '+77010000000', lang: 'ru', metadata, fixedInfo };
  const { id } = await createApplicant(bench, sent);
  const one = await read(bench, `/resources/applicants/${id}/one`);
  expect(Object.keys(one)).toEqual([
    ...['id', 'createdAt', 'createdBy', 'key', 'clientId', 'inspectionId', 'externalUserId', 'sourceKey'],
    ...['email', 'phone', 'lang', 'metadata', 'applicantPlatform', 'type', 'info', 'fixedInfo', 'requiredIdDocs'],
    'review',
  ]);
  expect(one).toMatchObject({ ...sent, createdAt: '2026-01-15 10:00:00', applicantPlatform: 'API', info: {} });
  expect(v.parse(applicantSchema, one)).toMatchObject({ fixedInfo, metadata, sourceKey: 'shop' });
});

test('tells what a level asks for: types, sides, liveness, fields and custom fields', async () => {
  await createApplicant(bench, { levelName: 'full-kyc-level' });
  const { requiredIdDocs } = v.parse(
    applicantSchema,
    await read(bench, '/resources/applicants/-;externalUserId=u-1/one'),
  );
  expect(requiredIdDocs).toMatchObject({ excludedCountries: expect.any(Array) });
  const docSets = requiredIdDocs?.docSets ?? [];
  const steps = ['EMAIL_VERIFICATION', 'QUESTIONNAIRE', 'APPLICANT_DATA', 'IDENTITY', 'IDENTITY2', 'IDENTITY3'];
  expect(docSets.map(({ idDocSetType }) => idDocSetType)).toEqual([
    ...steps,
    ...['IDENTITY4', 'PROOF_OF_ADDRESS', 'SELFIE', 'SELFIE2'],
  ]);
  const find = (name: string) => docSets.find(({ idDocSetType }) => idDocSetType === name);
  expect(find('IDENTITY')).toMatchObject({
    types: expect.arrayContaining(['PASSPORT', 'ID_CARD']),
    subTypes: ['FRONT_SIDE', 'BACK_SIDE'],
  });
  expect(find('SELFIE')).toMatchObject({ types: ['SELFIE'], videoRequired: 'passiveLiveness' });
  expect(find('APPLICANT_DATA')?.fields).toContainEqual({ name: 'firstName', required: true });
  expect(find('APPLICANT_DATA')?.customFields).toContainEqual({ name: 'occupation', required: true });
});

test('tells of an applicant that the frame created when the person agreed', async () => {
  await bench.frame(await bench.mintToken('u-1'), '/frame/api/applicant');
  const one = await read(bench, '/resources/applicants/-;externalUserId=u-1/one');
  expect(one).toMatchObject({ applicantPlatform: 'Web', agreement: { acceptedAt: '2026-01-15 10:00:00' } });
  expect(one).not.toHaveProperty('createdBy');
});

test.each([
  ['no body', undefined, 415, /415/],
  ['no person', {}, 400, /'externalUserId'/],
  ['an empty id', { externalUserId: '' }, 400, /'externalUserId'/],
  ['metadata of another kind', { externalUserId: 'u-1', metadata: { a: 'b' } }, 400, /'metadata'/],
  ['a company', { externalUserId: 'u-1', type: 'company' }, 400, /individual/],
])('refuses to create an applicant of %s', async (_what, json, status, description) => {
  const response = bench.call('POST', '/resources/applicants?levelName=basic-kyc-level', json ? { json } : {});
  expect(await refusalOf(response)).toMatchObject({ status, description: expect.stringMatching(description) });
});

test.each([
  ['', 400, /'levelName'/],
  ['?levelName=none', 404, /'none'/],
  ['?levelName=basic-action-level', 400, /for actions/],
])('refuses to create an applicant at level "%s"', async (query, status, description) => {
  const response = bench.call('POST', `/resources/applicants${query}`, { json: { externalUserId: 'u-1' } });
  expect(await refusalOf(response)).toMatchObject({ status, description: expect.stringMatching(description) });
});

test('needs no form filled in whose fields the client has sent', async () => {
  const known = { ...fixedInfo, country: 'KAZ' };
  const { id } = await createApplicant(bench, { levelName: 'address-kyc-level', fixedInfo: known });
  for (const type of ['PASSPORT', 'SELFIE', 'UTILITY_BILL']) await uploadDocument(bench, id, type);
  expect((await bench.call('POST', `/resources/applicants/${id}/status/pending`)).status).toBe(200);
  await approveApplicant(bench, id);
  const { info } = await read<{ info: Record<string, unknown> }>(bench, `/resources/applicants/${id}/one`);
  expect(info).toMatchObject({ firstName: 'AIGERIM', lastName: 'TESTOVA', dob: '1990-01-01', country: 'KAZ' });
});
