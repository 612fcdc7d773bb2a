import * as v from 'valibot';
import { expect } from 'vitest';
import { applicantSchema } from '#idngo/applicant';
import { reviewSchema } from '#idngo/review';
import { type ProviderPromise, promise } from './provider-promise';
import { createApplicant, readApplicant, readJson, refusal } from './walk';

export const applicantPromises: readonly ProviderPromise[] = [
  promise('knows nobody before there is an applicant', ['C', 'S'], async provider => {
    await refusal(404, provider.call('GET', `/resources/applicants/-;externalUserId=${provider.newUserId()}/one`));
  }),
  promise('creates an applicant with ids of 24 hex digits, in status init', ['I', 'C', 'S'], async provider => {
    const applicant = await createApplicant(provider);
    expect(applicant.id).toMatch(/^[0-9a-f]{24}$/);
    expect(applicant.inspectionId).toMatch(/^[0-9a-f]{24}$/);
    expect(applicant.review).toMatchObject({ reviewStatus: 'init', levelName: provider.levelName });
  }),
  promise('keeps what the client sent of the person', ['S'], async provider => {
    const sent = { email: 'a@example.kz', phone: '+77010000000', lang: 'ru', fixedInfo: { firstName: 'Aigerim' } };
    const { id } = await createApplicant(provider, sent);
    expect(await readApplicant(provider, id)).toMatchObject(sent);
  }),
  promise('finds an applicant by either id', ['C', 'S'], async provider => {
    const { id, externalUserId } = await createApplicant(provider);
    expect((await readApplicant(provider, id)).externalUserId).toBe(externalUserId);
    const found = await readJson(provider, `/resources/applicants/-;externalUserId=${externalUserId}/one`);
    expect(v.parse(applicantSchema, found).id).toBe(id);
  }),
  promise('finds an applicant whose id has to be encoded', ['C', 'G'], async provider => {
    const externalUserId = `${provider.newUserId()} a/b;c=d@e`;
    const { id } = await createApplicant(provider, { externalUserId });
    const path = `/resources/applicants/-;externalUserId=${encodeURIComponent(externalUserId)}/one`;
    expect(await readJson(provider, path)).toMatchObject({ id });
  }),
  promise('has one applicant for one person', ['G'], async provider => {
    const { externalUserId } = await createApplicant(provider);
    const path = `/resources/applicants?levelName=${encodeURIComponent(provider.levelName)}`;
    await refusal(409, provider.call('POST', path, { json: { externalUserId } }));
  }),
  promise(
    'writes times in GMT: of the applicant without a zone, of the review with +0000',
    ['S', 'G'],
    async provider => {
      const { createdAt, review } = await createApplicant(provider);
      expect(createdAt).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
      expect(review?.createDate).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+0000$/);
    },
  ),
  promise('answers the review alone as it does within the applicant', ['S'], async provider => {
    const { id } = await createApplicant(provider);
    const status = v.parse(reviewSchema, await readJson(provider, `/resources/applicants/${id}/status`));
    expect(status).toMatchObject({ reviewStatus: 'init', levelName: provider.levelName });
    expect(status.reviewId).toBe((await readApplicant(provider, id)).review?.reviewId);
  }),
  promise('says which documents the level asks for', ['S', 'G'], async provider => {
    const { requiredIdDocs } = await createApplicant(provider);
    expect(requiredIdDocs?.docSets?.length).toBeGreaterThan(0);
    for (const { idDocSetType, types } of requiredIdDocs?.docSets ?? []) {
      expect(idDocSetType).toMatch(/^[A-Z][A-Z0-9_]*$/);
      expect(types?.length).toBeGreaterThan(0);
    }
  }),
  promise('names every step of the level, with null where nothing was sent', ['S'], async provider => {
    const { id, requiredIdDocs } = await createApplicant(provider);
    const status = await readJson(provider, `/resources/applicants/${id}/requiredIdDocsStatus`);
    const steps = requiredIdDocs?.docSets?.map(({ idDocSetType }) => [idDocSetType, null]) ?? [];
    expect(status).toEqual(Object.fromEntries(steps));
  }),
  promise('deactivates a profile and activates it again', ['S'], async provider => {
    const { id } = await createApplicant(provider);
    for (const presence of ['deactivated', 'activated']) {
      expect((await provider.call('PATCH', `/resources/applicants/${id}/presence/${presence}`)).ok).toBe(true);
    }
  }),
  promise('refuses an applicant at a level that is not there', ['S'], async provider => {
    const json = { externalUserId: provider.newUserId() };
    const response = await provider.call('POST', '/resources/applicants?levelName=conformance-none', { json });
    expect([400, 404]).toContain(response.status);
  }),
];
