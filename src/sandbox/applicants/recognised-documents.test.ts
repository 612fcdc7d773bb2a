import { afterEach, beforeEach, expect, test } from 'vitest';
import { framePaths } from '#stand-in/frame-contract';
import { makeJpeg } from '../files/sample-files';
import { openTestSandbox, type TestSandbox, toUploadForm } from '../open-test-sandbox';
import { approveApplicant, commandApplicant, createApplicant, read, uploadDocument } from '../play-applicant';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

type Info = Record<string, unknown> & { idDocs?: Record<string, unknown>[] };
const readInfo = async (id: string) => (await read<{ info: Info }>(bench, `/resources/applicants/${id}/one`)).info;

const fixedInfo = {
  firstName: 'Айгерим',
  lastName: 'Тестова',
  middleName: 'Маратовна',
  dob: '1990-01-01',
  country: 'KAZ',
  gender: 'F',
  addresses: [
    { country: 'KAZ', town: 'Алматы', street: 'Абая', buildingNumber: '10', state: 'Алматы', postCode: '050000' },
  ],
};

/** Uploads what stands for a document, and approves. */
async function approveWith(idDocType: string, ...others: string[]): Promise<string> {
  const { id } = await createApplicant(bench, { levelName: 'address-kyc-level', fixedInfo });
  const sides = idDocType === 'PASSPORT' ? [undefined] : (['FRONT_SIDE', 'BACK_SIDE'] as const);
  for (const side of sides) await uploadDocument(bench, id, idDocType, { ...(side ? { side } : {}), country: 'GBR' });
  for (const type of ['SELFIE', ...others]) await uploadDocument(bench, id, type);
  await approveApplicant(bench, id);
  return id;
}

test.each([
  ['PASSPORT', ['issuedDate', 'validUntil', 'number', 'dob']],
  ['ID_CARD', ['issuedDate', 'validUntil', 'number', 'dob']],
  ['DRIVERS', ['issuedDate', 'validUntil', 'firstIssuedDate', 'number', 'dob']],
  ['RESIDENCE_PERMIT', ['issuedDate', 'validUntil', 'number', 'dob']],
])('fills the fields of a %s with what the client sent of the person', async (idDocType, fields) => {
  const { idDocs = [] } = await readInfo(await approveWith(idDocType));
  expect(idDocs).toHaveLength(1);
  const holder = ['idDocType', 'country', 'firstName', 'firstNameEn', 'lastName', 'lastNameEn'];
  expect(Object.keys(idDocs[0] ?? {})).toEqual([...holder, ...fields]);
  expect(idDocs[0]).toMatchObject({
    ...{ idDocType, country: 'GBR', dob: '1990-01-01' },
    ...{ firstName: 'АЙГЕРИМ', firstNameEn: 'AYGERIM', lastName: 'ТЕСТОВА', lastNameEn: 'TESTOVA' },
  });
});

test('recognises two documents of one kind where two steps took them', async () => {
  const token = await bench.mintToken('u-1', 'full-kyc-level');
  for (const [idDocSetType, country] of [
    ['IDENTITY', 'KAZ'],
    ['IDENTITY2', 'RUS'],
  ] as const) {
    for (const idDocSubType of ['FRONT_SIDE', 'BACK_SIDE'] as const) {
      const metadata = { idDocSetType, idDocType: 'DRIVERS', country, idDocSubType };
      const body = toUploadForm(metadata, makeJpeg(`${idDocSetType}${idDocSubType}`));
      expect((await bench.frame(token, framePaths.documents, { method: 'POST', body })).status).toBe(200);
    }
  }
  const { id } = await read<{ id: string }>(bench, '/resources/applicants/-;externalUserId=u-1/one');
  await approveApplicant(bench, id);
  const { idDocs } = await readInfo(id);
  expect(idDocs?.map(({ idDocType, country }) => [idDocType, country])).toEqual([
    ['DRIVERS', 'KAZ'],
    ['DRIVERS', 'RUS'],
  ]);
});

test('shows the address that was sent on a utility bill, and in the info', async () => {
  const info = await readInfo(await approveWith('PASSPORT', 'UTILITY_BILL'));
  const bill = info.idDocs?.[1];
  const address = {
    ...{ subStreet: '10', subStreetEn: '10', street: 'АБАЯ', streetEn: 'ABAYA', state: 'АЛМАТЫ', stateEn: 'ALMATY' },
    ...{ town: 'АЛМАТЫ', townEn: 'ALMATY', postCode: '050000', country: 'KAZ' },
  };
  expect(Object.keys(bill ?? {})).toEqual([
    ...['idDocType', 'country', 'firstName', 'firstNameEn', 'lastName', 'lastNameEn', 'issuedDate', 'address'],
  ]);
  expect(bill?.address).toEqual(address);
  expect(Object.keys(bill?.address ?? {})).toEqual(Object.keys(address));
  expect(info).toMatchObject({ middleName: 'МАРАТОВНА', middleNameEn: 'MARATOVNA', gender: 'F', addresses: [address] });
});

test('keeps what was recognised when the client corrects what it had sent', async () => {
  const id = await approveWith('PASSPORT');
  const before = await readInfo(id);
  await bench.call('PATCH', `/resources/applicants/${id}/fixedInfo`, { json: { firstName: 'Другая' } });
  expect(await readInfo(id)).toEqual(before);
});

test('recognises nothing before approval, nor after a reset', async () => {
  const { id } = await createApplicant(bench, { fixedInfo });
  await uploadDocument(bench, id, 'PASSPORT');
  expect(await readInfo(id)).toEqual({});
  const red = { reviewAnswer: 'RED', rejectLabels: ['LOW_QUALITY'], reviewRejectType: 'RETRY' };
  await commandApplicant(bench, id, 'status/testCompleted', red);
  expect(await readInfo(id)).toEqual({});
  await approveApplicant(bench, id);
  expect((await readInfo(id)).idDocs).toHaveLength(1);
  await commandApplicant(bench, id, 'reset');
  expect(await readInfo(id)).toEqual({});
});
