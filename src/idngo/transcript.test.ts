import * as v from 'valibot';
import { expect, test } from 'vitest';
import { recognisedDocumentSchema, requiredIdDocsStatusSchema } from './documents';
import { checkFileSize } from './file-rules';
import { readWebSdkEvent } from './web-sdk';
import { readHappenedAt, webhookSchema } from './webhook';

test('keeps a field of a webhook that nobody described', () => {
  const parsed = v.parse(webhookSchema, { type: 'applicantReviewed', brandNew: { a: 1 } });
  expect(parsed.brandNew).toEqual({ a: 1 });
});

test('reads a value of the wrong kind as absent instead of refusing the whole', () => {
  const parsed = v.parse(webhookSchema, {
    type: 'applicantReviewed',
    levelName: null,
    reviewResult: { reviewAnswer: 'PURPLE', rejectLabels: 'none' },
  });
  expect(parsed.levelName).toBeUndefined();
  expect(parsed.reviewResult?.reviewAnswer).toBeUndefined();
  expect(parsed.reviewResult?.rejectLabels).toBeUndefined();
});

test.each([
  [true, true],
  ['true', true],
  [false, false],
  ['false', false],
  [undefined, undefined],
  [7, undefined],
])('reads sandboxMode %j as %j', (given, expected) => {
  expect(v.parse(webhookSchema, { type: 'x', sandboxMode: given }).sandboxMode).toBe(expected);
});

test.each([
  [{ createdAtMs: '2024-12-05 12:24:45.244' }, '2024-12-05T12:24:45.244Z'],
  [{ createdAtMs: '2024-12-05 12:24:45.2' }, '2024-12-05T12:24:45.200Z'],
  [{ createdAt: '2024-12-05 12:24:45+0000' }, '2024-12-05T12:24:45.000Z'],
  [{ createdAt: '2024-12-05 12:24:45+0000', createdAtMs: 'yesterday' }, '2024-12-05T12:24:45.000Z'],
])('reads the time of %j', (webhook, expected) => {
  expect(readHappenedAt(webhook)?.toISOString()).toBe(expected);
});

test.each([{}, { createdAtMs: 'yesterday' }, { createdAt: '2024-13-45 99:00:00+0000' }])(
  'finds no time in %j',
  webhook => {
    expect(readHappenedAt(webhook)).toBeUndefined();
  },
);

const holder = { country: 'GBR', firstName: 'JOHN', firstNameEn: 'JOHN', lastName: 'DOE', lastNameEn: 'DOE' };

test.each([
  {
    idDocType: 'PASSPORT',
    ...holder,
    issuedDate: '2019-06-05',
    validUntil: '2020-08-08',
    number: '87988779P',
    dob: '1990-01-01',
  },
  {
    idDocType: 'ID_CARD',
    ...holder,
    issuedDate: '2018-06-05',
    validUntil: '2021-08-08',
    number: '87988779ID',
    dob: '1990-01-01',
  },
  { idDocType: 'DRIVERS', ...holder, firstIssuedDate: '2010-09-09', number: '87988779DR' },
  { idDocType: 'UTILITY_BILL', ...holder, issuedDate: '2019-10-15', address: { town: 'GENCITY', postCode: '987' } },
  { idDocType: 'RESIDENCE_PERMIT', ...holder, number: '87988779RP', dob: '1990-01-01' },
])('reads a recognised $idDocType as it came', document => {
  expect(v.parse(recognisedDocumentSchema, document)).toEqual(document);
});

test('keeps a recognised document of a type that nobody described', () => {
  const parsed = v.parse(recognisedDocumentSchema, { idDocType: 'WORK_PATENT', number: '1' });
  expect(parsed).toMatchObject({ idDocType: 'other', providerDocType: 'WORK_PATENT', number: '1' });
});

test('reads image ids as text, whether they came as numbers or not', () => {
  const parsed = v.parse(requiredIdDocsStatusSchema, {
    IDENTITY: { imageIds: [122352326, '34246467'], imageReviewResults: { 122352326: { reviewAnswer: 'RED' } } },
    SELFIE: null,
  });
  expect(parsed.IDENTITY?.imageIds).toEqual(['122352326', '34246467']);
  expect(parsed.SELFIE).toBeNull();
});

test.each([
  [0, 'empty'],
  [1, 'accepted'],
  [50 * 1024 * 1024, 'accepted'],
  [50 * 1024 * 1024 + 1, 'too-big'],
])('judges a file of %i bytes %s', (bytes, expected) => {
  expect(checkFileSize(bytes)).toBe(expected);
});

test('judges a file by the account’s own limits', () => {
  expect(checkFileSize(99, { minBytes: 100, maxBytes: 200 })).toBe('too-small');
  expect(checkFileSize(201, { minBytes: 100, maxBytes: 200 })).toBe('too-big');
});

test.each([
  ['idCheck.stepCompleted', { step: 'IDENTITY' }],
  ['idCheck.stepCompleted', { idDocSetType: 'IDENTITY' }],
  ['idCheck.onStepCompleted', { idDocSetType: 'IDENTITY' }],
])('reads a completed step from %s %j', (type, payload) => {
  expect(readWebSdkEvent(type, payload)).toMatchObject({
    name: 'onStepCompleted',
    payload: { idDocSetType: 'IDENTITY' },
  });
});

test('reads the status event under its earlier name', () => {
  const event = readWebSdkEvent('idCheck.applicantStatus', { reviewStatus: 'pending' });
  expect(event).toMatchObject({ name: 'onApplicantStatusChanged', payload: { reviewStatus: 'pending' } });
});

test.each([
  ['idCheck.onSomethingNew', {}],
  ['idCheck.onResize', 'rubbish'],
  ['idCheck.constructor', {}],
])('reads %s %j as unknown', (type, payload) => {
  expect(readWebSdkEvent(type, payload)).toEqual({ name: 'unknown', method: type });
});
