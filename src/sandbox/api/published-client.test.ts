import { isAxiosError } from 'axios';
import { createClient, IdDocType } from 'sumsub-node-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxCredentials } from '../credentials';
import { makeJpeg } from '../files/sample-files';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';
import { serveTestSandbox } from '../serve-test-sandbox';

/*
 * A client of this family that we did not write, from the registry, unchanged: it signs, spells and reads everything its
 * own way, over a real socket. Every one of its methods is called that IDnGO's family documents; left out are those of
 * transaction monitoring, reports, and sharing between accounts.
 */
let bench: TestSandbox;
let server: Awaited<ReturnType<typeof serveTestSandbox>>;
let client: ReturnType<typeof createClient>;

beforeAll(async () => {
  bench = openTestSandbox({ now: Date.now });
  server = await serveTestSandbox(bench);
  const { appToken, secretKey } = sandboxCredentials;
  client = createClient({ baseURL: server.baseUrl, appToken, secretKey });
});
afterAll(async () => {
  await server.close();
  await bench.close();
});

async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isAxiosError(error)) throw new Error('a refusal was expected', { cause: error });
  return error.response?.data;
}

const levelName = 'basic-kyc-level';

async function createSubmitted(externalUserId: string) {
  const { data: applicant } = await client.createApplicant(externalUserId, levelName, {});
  const passport = { idDocType: IdDocType.PASSPORT, country: 'KAZ' };
  const { data: uploaded } = await client.addIdDocument(applicant.id, passport, makeJpeg(`${externalUserId} passport`));
  const selfie = { idDocType: IdDocType.SELFIE, country: 'KAZ' };
  await client.addIdDocument(applicant.id, selfie, makeJpeg(`${externalUserId} selfie`));
  await client.requestApplicantCheck(applicant.id, 'by hand');
  return { applicant, imageId: uploaded.imageId ?? '', correlationId: uploaded.correlationId };
}

const decide = (applicantId: string, verdict: object) =>
  client.client.post(`/resources/applicants/${applicantId}/status/testCompleted`, JSON.stringify(verdict));

test('asks for the state of the service, and for levels', async () => {
  expect((await client.getStatus()).status).toBe(200);
  const { data } = await client.getApplicantLevels();
  expect(data.list.items.map(({ name }) => name)).toContain(levelName);
});

test('brings a person from creation to approval', async () => {
  const { applicant, imageId, correlationId } = await createSubmitted('a/b c@d');
  expect(imageId).toMatch(/^\d+$/);
  expect(correlationId).toMatch(/^[0-9a-f]{32}$/);
  expect((await client.getReviewStatus(applicant.id)).data).toMatchObject({ reviewStatus: 'pending', levelName });
  await decide(applicant.id, { reviewAnswer: 'GREEN', rejectLabels: [] });
  const { data: found } = await client.getApplicantByExternalUserId('a/b c@d');
  expect(found.id).toBe(applicant.id);
  expect(found.review.reviewResult).toEqual({ reviewAnswer: 'GREEN' });
  expect(found.info.idDocs).toMatchObject([{ idDocType: 'PASSPORT', country: 'KAZ' }]);
  const { data: steps } = await client.getRequiredIdDocsStatus(applicant.id);
  expect(steps.IDENTITY).toMatchObject({ imageIds: [Number(imageId)], reviewResult: { reviewAnswer: 'GREEN' } });
  const { data: image } = await client.getDocumentImage(applicant.inspectionId, imageId);
  expect(Buffer.from(image).equals(makeJpeg('a/b c@d passport'))).toBe(true);
});

test('resets, step by step or all, and changes the level', async () => {
  const { applicant, imageId } = await createSubmitted('reset');
  expect(await refusalOf(client.resetApplicant(applicant.id))).toMatchObject({ code: 409 });
  await decide(applicant.id, { reviewAnswer: 'RED', rejectLabels: ['LOW_QUALITY'], reviewRejectType: 'RETRY' });
  const { data: states } = await client.getModerationStates(applicant.id);
  expect(states).toMatchObject({ applicantState: { badPhoto: { value: true } } });
  await client.resetApplicantStep(applicant.id, 'SELFIE');
  expect((await client.getRequiredIdDocsStatus(applicant.id)).data.SELFIE).toBeNull();
  await client.setImageInactive(applicant.inspectionId, imageId);
  await client.setImageInactive(applicant.inspectionId, imageId, true);
  await client.resetApplicant(applicant.id);
  expect((await client.getReviewStatus(applicant.id)).data.reviewStatus).toBe('init');
  const { data: moved } = await client.changeApplicantLevel(applicant.id, 'address-kyc-level');
  expect(moved).toMatchObject({ id: applicant.id, review: { levelName: 'address-kyc-level' } });
  const { data: required } = await client.getRequiredIdDocs(applicant.id);
  expect(required).toMatchObject({
    docSets: [{ idDocSetType: 'APPLICANT_DATA' }, { idDocSetType: 'IDENTITY' }, {}, {}],
  });
});

test('mints a token and makes a link', async () => {
  const { data: minted } = await client.generateAccessToken('token-user', levelName, 60);
  expect(minted.userId).toBe('token-user');
  expect((await bench.frame(minted.token, '/frame/api/applicant')).status).toBe(200);
  const { data: link } = await client.generateWebSDKLink({ levelName, userId: 'token-user' });
  expect(link.url).toMatch(/^http/);
});

test('corrects a profile, tags it and puts it on the block list', async () => {
  const { applicant } = await createSubmitted('profile');
  await client.patchApplicant(applicant.id, { email: 'new@example.kz' });
  await client.patchApplicantFixedInfo(applicant.id, { firstName: 'Aigerim' });
  await decide(applicant.id, { reviewAnswer: 'GREEN', rejectLabels: [] });
  const correction = { country: 'KAZ', lastName: 'Testova' };
  await client.patchApplicantInfo(applicant.id, correction);
  await client.addApplicantCustomTags(applicant.id, ['vip']);
  const { data } = await client.getApplicant(applicant.id);
  expect(data).toMatchObject({ email: 'new@example.kz', fixedInfo: { firstName: 'Aigerim' }, tags: ['vip'] });
  expect(data.info).toMatchObject({ firstName: 'AIGERIM', lastName: 'Testova' });
  await client.addApplicantToBlacklist(applicant.id, 'fraud');
  expect(await refusalOf(client.addApplicantToBlacklist(applicant.id, 'fraud'))).toMatchObject({ errorCode: 5000 });
});

test('reads a refusal as it reads those of the real one', async () => {
  const wrong = createClient({ baseURL: server.baseUrl, appToken: sandboxCredentials.appToken, secretKey: 'wrong' });
  expect(await refusalOf(wrong.getStatus())).toEqual({
    description: 'Request signature mismatch',
    code: 401,
    correlationId: expect.any(String),
    errorCode: 4003,
    errorName: 'app-token-signature mismatch',
  });
  expect(await refusalOf(client.getApplicant('0'))).toMatchObject({ code: 404 });
  const { data: empty } = await client.createApplicant('empty', levelName, {});
  expect(await refusalOf(client.requestApplicantCheck(empty.id))).toMatchObject({
    code: 409,
    description: 'Required steps are missing: IDENTITY, SELFIE',
  });
});
