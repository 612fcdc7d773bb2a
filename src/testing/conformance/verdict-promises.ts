import * as v from 'valibot';
import { expect } from 'vitest';
import { requiredIdDocsStatusSchema } from '#idngo/documents';
import { reviewSchema } from '#idngo/review';
import type { Provider } from './provider';
import { type ProviderPromise, promise } from './provider-promise';
import {
  createApplicant,
  createSubmitted,
  decide,
  green,
  listWanted,
  readApplicant,
  readJson,
  redFinal,
  redRetry,
  refusal,
  uploadDocument,
} from './walk';

async function readReview(provider: Provider, id: string) {
  return v.parse(reviewSchema, await readJson(provider, `/resources/applicants/${id}/status`));
}

const post = (provider: Provider, id: string, name: string) =>
  provider.call('POST', `/resources/applicants/${id}/${name}`);

/** Field sets of IDnGO's FAQ. */
const fieldsByType: Readonly<Record<string, readonly string[]>> = {
  PASSPORT: ['issuedDate', 'validUntil', 'number', 'dob'],
  ID_CARD: ['issuedDate', 'validUntil', 'number', 'dob'],
  DRIVERS: ['issuedDate', 'validUntil', 'firstIssuedDate', 'number', 'dob'],
  RESIDENCE_PERMIT: ['issuedDate', 'validUntil', 'number', 'dob'],
  UTILITY_BILL: ['issuedDate', 'address'],
};
const holder = ['idDocType', 'country', 'firstName', 'firstNameEn', 'lastName', 'lastNameEn'];

export const verdictPromises: readonly ProviderPromise[] = [
  promise('leaves an applicant of the sandbox pending until somebody decides', ['I'], async provider => {
    const { id } = await createSubmitted(provider);
    expect(await readReview(provider, id)).toMatchObject({ reviewStatus: 'pending', attemptCnt: 1 });
  }),
  promise('takes no documents while it checks: 1006', ['S', 'G'], async provider => {
    const applicant = await createSubmitted(provider);
    const [choice] = listWanted(applicant);
    if (!choice) throw new Error('nothing is asked for');
    const refused = uploadDocument(provider, applicant, choice, 'another');
    expect(await refusal(409, refused)).toMatchObject({ errorCode: 1006 });
  }),
  promise('refuses a reset while it checks', ['S'], async provider => {
    const { id } = await createSubmitted(provider);
    expect((await post(provider, id, 'reset')).ok).toBe(false);
    expect((await readReview(provider, id)).reviewStatus).toBe('pending');
  }),
  promise('approves in the sandbox when it is told to', ['C', 'S'], async provider => {
    const { id } = await createSubmitted(provider);
    await decide(provider, id, green);
    const review = await readReview(provider, id);
    expect(review).toMatchObject({ reviewStatus: 'completed', reviewResult: { reviewAnswer: 'GREEN' } });
    expect(review.reviewDate).toMatch(/\+0000$/);
    expect((await readApplicant(provider, id)).review).toMatchObject({ reviewResult: { reviewAnswer: 'GREEN' } });
  }),
  promise(
    'rejects with what the person and the client are told, and whether they may try again',
    ['C', 'S'],
    async provider => {
      const { id } = await createSubmitted(provider);
      await decide(provider, id, redRetry);
      expect(await readReview(provider, id)).toMatchObject({ reviewStatus: 'completed', reviewResult: redRetry });
    },
  ),
  promise('lets a second verdict follow the first, against it', ['I', 'S'], async provider => {
    const { id } = await createSubmitted(provider);
    await decide(provider, id, green);
    await decide(provider, id, redFinal);
    expect((await readReview(provider, id)).reviewResult).toMatchObject(redFinal);
  }),
  promise('refuses a verdict without its labels with 400', ['S'], async provider => {
    const { id } = await createApplicant(provider);
    const json = { reviewAnswer: 'GREEN' };
    await refusal(400, provider.call('POST', `/resources/applicants/${id}/status/testCompleted`, { json }));
  }),
  promise('takes no documents after a final rejection: 1009', ['S', 'G'], async provider => {
    const applicant = await createSubmitted(provider);
    await decide(provider, applicant.id, redFinal);
    const [choice] = listWanted(applicant);
    if (!choice) throw new Error('nothing is asked for');
    const refused = uploadDocument(provider, applicant, choice, 'another');
    expect(await refusal(409, refused)).toMatchObject({ errorCode: 1009 });
  }),
  promise('shows nothing of documents before the verdict', ['I', '?'], async provider => {
    const { id } = await createSubmitted(provider);
    expect((await readApplicant(provider, id)).info?.idDocs).toBeUndefined();
  }),
  promise(
    'recognises documents after approval, each with exactly the fields of its type',
    ['I', '?'],
    async provider => {
      const { id } = await createSubmitted(provider);
      await decide(provider, id, green);
      const { info } = await readJson<{ info: { idDocs: Record<string, unknown>[] } }>(
        provider,
        `/resources/applicants/${id}/one`,
      );
      expect(info.idDocs.length).toBeGreaterThan(0);
      for (const document of info.idDocs) {
        const fields = fieldsByType[String(document.idDocType)] ?? [];
        expect(Object.keys(document)).toEqual([...holder, ...fields]);
      }
    },
  ),
  promise('judges the images of a step once the applicant is approved', ['S', '?'], async provider => {
    const { id } = await createSubmitted(provider);
    await decide(provider, id, green);
    const path = `/resources/applicants/${id}/requiredIdDocsStatus`;
    const steps = Object.values(v.parse(requiredIdDocsStatusSchema, await readJson(provider, path)));
    for (const step of steps) expect(step?.reviewResult).toMatchObject({ reviewAnswer: 'GREEN' });
  }),
  promise('resets to init, and what was sent no longer counts', ['C', 'S'], async provider => {
    const { id } = await createSubmitted(provider);
    await decide(provider, id, redRetry);
    expect((await post(provider, id, 'reset')).ok).toBe(true);
    expect((await readReview(provider, id)).reviewStatus).toBe('init');
    const steps = await readJson(provider, `/resources/applicants/${id}/requiredIdDocsStatus`);
    expect(Object.values(steps).every(step => step === null)).toBe(true);
  }),
  promise('resets one step', ['S'], async provider => {
    const { id, requiredIdDocs } = await createSubmitted(provider);
    await decide(provider, id, redRetry);
    const step = requiredIdDocs?.docSets?.at(-1)?.idDocSetType ?? '';
    expect((await post(provider, id, `resetStep/${step}`)).ok).toBe(true);
    expect((await readReview(provider, id)).reviewStatus).toBe('init');
  }),
  promise('tells the verdicts there were', ['S'], async provider => {
    const { id } = await createSubmitted(provider);
    await decide(provider, id, redRetry);
    const history = await readJson(provider, `/resources/applicants/${id}/review/history`);
    expect(history).toMatchObject({ totalItems: 1, items: [{ reviewResult: { reviewAnswer: 'RED' } }] });
  }),
  promise(
    'changes the level, but not while it checks',
    ['S'],
    async provider => {
      const path = `moveToLevel?name=${encodeURIComponent(provider.otherLevelName ?? '')}`;
      const { id } = await createSubmitted(provider);
      expect((await post(provider, id, path)).ok).toBe(false);
      await decide(provider, id, green);
      expect((await post(provider, id, path)).ok).toBe(true);
      const { review } = await readApplicant(provider, id);
      expect(review).toMatchObject({ levelName: provider.otherLevelName, reviewStatus: 'init' });
    },
    'other-level',
  ),
  promise('finds no duplicates of a person of whom there are none', ['I', '?'], async provider => {
    const { id } = await createSubmitted(provider);
    const path = `/resources/checks/latest?type=SIMILAR_SEARCH&applicantId=${id}`;
    expect(await readJson(provider, path)).toMatchObject({ checks: [{ answer: 'GREEN' }] });
  }),
];
