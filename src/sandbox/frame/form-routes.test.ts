import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  codeCheckedSchema,
  codeSentSchema,
  type FrameApplicant,
  type FrameStep,
  frameApplicantSchema,
  framePaths,
  type Values,
} from '#stand-in/frame-contract';
import { createOutbox } from '../control/outbox';
import { makeJpeg } from '../files/sample-files';
import { openTestSandbox, type TestSandbox, toUploadForm } from '../open-test-sandbox';

let bench: TestSandbox;
let token: string;
beforeEach(async () => {
  bench = openTestSandbox();
  token = await bench.mintToken('u-1', 'full-kyc-level', 3600);
});
afterEach(() => bench.close());

const post = (path: string, json: unknown) => bench.frame(token, path, { method: 'POST', body: JSON.stringify(json) });
const load = async (query = ''): Promise<FrameApplicant> =>
  v.parse(frameApplicantSchema, await (await bench.frame(token, `${framePaths.applicant}${query}`)).json());
const answer = (idDocSetType: string, values: Values) => post(framePaths.answers, { idDocSetType, values });
const sendCode = async (address: string, idDocSetType = 'EMAIL_VERIFICATION') =>
  v.parse(codeSentSchema, await (await post(framePaths.contacts, { idDocSetType, address })).json());
const confirm = async (code: string, idDocSetType = 'EMAIL_VERIFICATION') =>
  v.parse(codeCheckedSchema, await (await post(framePaths.confirmContact, { idDocSetType, code })).json());
const mails = () => createOutbox({ dataDir: bench.dataDir, now: bench.clock.now }).list();
const codeIn = (text = '') => /\d{6}/.exec(text)?.[0] ?? '';
const wrongCode = (right: string) => (right === '000000' ? '111111' : '000000');
const stepOf = ({ steps }: FrameApplicant, idDocSetType: string): FrameStep | undefined =>
  steps.find(step => step.idDocSetType === idDocSetType);

const questionnaire = { sourceOfFunds: 'salary', services: ['payments'], publicOffice: 'no', declaration: 'true' };
const person = {
  firstName: ' Айгерім ',
  lastName: 'Оспанова',
  gender: 'F',
  dob: '1991-03-08',
  placeOfBirth: 'Алматы',
  countryOfBirth: 'KAZ',
  nationality: 'KAZ',
  email: 'aigerim@example.kz',
  phone: '+77010000000',
  country: 'KAZ',
  town: 'Алматы',
  street: 'Абай даңғылы',
  buildingNumber: '10',
  postCode: '050000',
  occupation: 'employed',
  residentDeclaration: 'true',
};

test('keeps the answers of a form, trimmed and without strangers, over a restart', async () => {
  const response = await answer('APPLICANT_DATA', { ...person, middleName: ' ', stranger: 'x' });
  expect(response.status).toBe(200);
  await bench.restart();
  expect(stepOf(await load(), 'APPLICANT_DATA')).toMatchObject({
    state: 'received',
    values: { ...person, firstName: 'Айгерім' },
  });
  expect(stepOf(await load(), 'QUESTIONNAIRE')).toMatchObject({ state: 'open', values: {} });
});

test('refuses answers that break the rules of the form, and names them', async () => {
  const { residentDeclaration: _, ...undeclared } = person;
  const response = await answer('APPLICANT_DATA', { ...undeclared, dob: '2026-01-15', email: 'x' });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    description:
      "Answers of step 'APPLICANT_DATA' are not acceptable: dob (past), email (email), residentDeclaration (required)",
  });
  expect(stepOf(await load(), 'APPLICANT_DATA')?.state).toBe('open');
});

test.each([
  ['a step of files', 'SELFIE', "Step 'SELFIE' takes no answers"],
  ['a step of another level', 'PHONE_VERIFICATION', "Level 'full-kyc-level' has no step 'PHONE_VERIFICATION'"],
])('refuses answers to %s', async (_what, idDocSetType, description) => {
  const response = await answer(idDocSetType, questionnaire);
  expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ description })]);
});

test('takes no answers while they are being checked', async () => {
  const { applicantId } = await load();
  await bench.panel(`/applicants/${applicantId}/hold`, {});
  for (const response of [
    await answer('QUESTIONNAIRE', questionnaire),
    await post(framePaths.contacts, { idDocSetType: 'EMAIL_VERIFICATION', address: person.email }),
    await post(framePaths.confirmContact, { idDocSetType: 'EMAIL_VERIFICATION', code: '123456' }),
  ]) {
    expect(await response.json()).toMatchObject({ code: 409, errorCode: 1006 });
  }
});

test('asks for a form again after a retry that names it, with the comment and what was given', async () => {
  const { applicantId } = await load();
  await answer('QUESTIONNAIRE', questionnaire);
  await answer('APPLICANT_DATA', person);
  await bench.panel(`/applicants/${applicantId}/verdict`, {
    reviewAnswer: 'RED',
    reviewRejectType: 'RETRY',
    steps: { APPLICANT_DATA: { moderationComment: 'Write your name as in the document.' } },
  });
  const asked = await load();
  expect(stepOf(asked, 'APPLICANT_DATA')).toMatchObject({
    state: 'send-again',
    moderationComment: 'Write your name as in the document.',
    values: { lastName: 'Оспанова' },
  });
  expect(stepOf(asked, 'QUESTIONNAIRE')?.state).toBe('accepted');
  await answer('APPLICANT_DATA', { ...person, lastName: 'Оспан' });
  expect(stepOf(await load(), 'APPLICANT_DATA')).toMatchObject({ state: 'received', values: { lastName: 'Оспан' } });
});

test('proves an e-mail address by a code in the outbox, in the person’s language', async () => {
  const { applicantId } = await load('?lang=kk');
  expect(await sendCode(person.email)).toEqual({ outcome: 'sent', codeLength: 6, waitSecs: 30 });
  const [mail] = mails();
  expect(mail).toMatchObject({
    to: person.email,
    kind: 'code',
    channel: 'email',
    lang: 'kk',
    subject: 'Растау коды',
    applicantId,
    externalUserId: 'u-1',
  });
  const checked = await confirm(codeIn(mail?.text));
  expect(checked.outcome).toBe('confirmed');
  expect(stepOf(await load(), 'EMAIL_VERIFICATION')).toMatchObject({ state: 'received', address: person.email });
  expect(stepOf(await load(), 'APPLICANT_DATA')).toMatchObject({ values: { email: person.email } });
  const one = await bench.call('GET', `/resources/applicants/${applicantId}/one`);
  expect(await one.json()).toMatchObject({ email: person.email });
  expect(await confirm(codeIn(mail?.text))).toEqual({ outcome: 'expired' });
});

test('proves a phone number in the same way', async () => {
  token = await bench.mintToken('u-2', 'phone-kyc-level');
  await sendCode('+77010000000', 'PHONE_VERIFICATION');
  expect(mails()[0]).toMatchObject({ to: '+77010000000', channel: 'sms', lang: 'en' });
  await confirm(codeIn(mails()[0]?.text), 'PHONE_VERIFICATION');
  expect(stepOf(await load(), 'PHONE_VERIFICATION')).toMatchObject({ state: 'received', address: '+77010000000' });
});

test('begins with the addresses that the token came with, unproved', async () => {
  const applicantIdentifiers = { email: person.email, phone: person.phone };
  const json = { userId: 'u-5', levelName: 'full-kyc-level', ttlInSecs: 600, applicantIdentifiers };
  const minted = await bench.call('POST', '/resources/accessTokens/sdk', { json });
  ({ token } = (await minted.json()) as { token: string });
  const applicant = await load();
  expect(stepOf(applicant, 'EMAIL_VERIFICATION')).toMatchObject({ state: 'open', address: person.email });
  expect(stepOf(applicant, 'APPLICANT_DATA')).toMatchObject({ state: 'open', values: applicantIdentifiers });
});

test('sends another code to the same address only after a pause, and one to another address at once', async () => {
  await sendCode(person.email);
  bench.clock.advance(20_500);
  expect(await sendCode(person.email)).toEqual({ outcome: 'too-soon', codeLength: 6, waitSecs: 10 });
  expect(mails()).toHaveLength(1);
  await sendCode('other@example.kz');
  bench.clock.advance(30_000);
  await sendCode('other@example.kz');
  expect(mails().map(({ to }) => to)).toEqual(['other@example.kz', 'other@example.kz', person.email]);
});

test('takes only the newest code, and none after ten minutes', async () => {
  await sendCode(person.email);
  bench.clock.advance(30_000);
  await sendCode(person.email);
  const [newest, first] = mails().map(({ text }) => codeIn(text));
  expect(await confirm(first ?? '')).toMatchObject({ outcome: 'wrong-code' });
  bench.clock.advance(10 * 60_000 + 1);
  expect(await confirm(newest ?? '')).toEqual({ outcome: 'expired' });
  expect(stepOf(await load(), 'EMAIL_VERIFICATION')?.state).toBe('open');
});

test('gives up a code after five wrong tries, also over a restart', async () => {
  await sendCode(person.email);
  const right = codeIn(mails()[0]?.text);
  for (const triesLeft of [4, 3, 2, 1]) {
    expect(await confirm(wrongCode(right))).toEqual({ outcome: 'wrong-code', triesLeft });
  }
  await bench.restart();
  expect(await confirm(wrongCode(right))).toEqual({ outcome: 'too-many-tries' });
  expect(await confirm(right)).toEqual({ outcome: 'too-many-tries' });
});

test.each([
  ['no address', 'EMAIL_VERIFICATION', 'aigerim'],
  ['a step that confirms none', 'APPLICANT_DATA', 'a@b.kz'],
])('sends no code to %s', async (_what, idDocSetType, address) => {
  expect((await post(framePaths.contacts, { idDocSetType, address })).status).toBe(400);
  expect(mails()).toEqual([]);
});

test('shows a person their own pictures and no others', async () => {
  token = await bench.mintToken('u-3');
  const metadata = { idDocSetType: 'SELFIE', idDocType: 'SELFIE', country: 'KAZ' };
  const body = toUploadForm(metadata, makeJpeg('face'));
  const { imageId } = (await (await bench.frame(token, framePaths.documents, { method: 'POST', body })).json()) as {
    imageId: string;
  };
  const own = await bench.frame(token, `${framePaths.images}/${imageId}`);
  expect(own.headers.get('Content-Type')).toBe('image/jpeg');
  expect(Buffer.from(await own.arrayBuffer())).toEqual(makeJpeg('face'));
  token = await bench.mintToken('u-4');
  await load();
  expect((await bench.frame(token, `${framePaths.images}/${imageId}`)).status).toBe(404);
});
