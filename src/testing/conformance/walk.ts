import * as v from 'valibot';
import { expect } from 'vitest';
import { type Applicant, applicantSchema } from '#idngo/applicant';
import { errorBodySchema } from '#idngo/errors';
import { drawSamplePicture } from '#sandbox/files/sample-pictures';
import type { Provider } from './provider';

/** What promises do on their way to the thing they are about. */
export interface CreatedApplicant extends Applicant {
  id: string;
  inspectionId: string;
  externalUserId: string;
}

export async function createApplicant(
  provider: Provider,
  fields: Record<string, unknown> = {},
): Promise<CreatedApplicant> {
  const externalUserId = provider.newUserId();
  const path = `/resources/applicants?levelName=${encodeURIComponent(provider.levelName)}`;
  const response = await provider.call('POST', path, { json: { externalUserId, ...fields } });
  expect(response.ok).toBe(true);
  return v.parse(applicantSchema, await response.json()) as CreatedApplicant;
}

export async function readApplicant(provider: Provider, id: string): Promise<Applicant> {
  const response = await provider.call('GET', `/resources/applicants/${id}/one`);
  expect(response.status).toBe(200);
  return v.parse(applicantSchema, await response.json());
}

export async function readJson<T = Record<string, unknown>>(provider: Provider, path: string): Promise<T> {
  const response = await provider.call('GET', path);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

export interface DocumentChoice {
  idDocType: string;
  idDocSubType?: string;
}

/** The images that a level asks for, choosing a one-sided document where there is the choice. */
export function listWanted({ requiredIdDocs }: Applicant): DocumentChoice[] {
  return (requiredIdDocs?.docSets ?? []).flatMap(({ types = [], subTypes = [] }) => {
    const oneSided = types.find(type => /PASSPORT|SELFIE|UTILITY_BILL|PROFILE_IMAGE/.test(type));
    const [idDocType] = oneSided ? [oneSided] : types;
    if (idDocType === undefined) return [];
    return oneSided ? [{ idDocType }] : subTypes.map(idDocSubType => ({ idDocType, idDocSubType }));
  });
}

export function toUploadForm(metadata: object, file: Uint8Array, mediaType = 'image/png'): FormData {
  const form = new FormData();
  form.set('metadata', JSON.stringify(metadata));
  form.set('content', new Blob([new Uint8Array(file)], { type: mediaType }), 'document.png');
  return form;
}

export function drawDocument(
  { idDocType, idDocSubType = undefined }: DocumentChoice,
  person: string,
  seed = '',
): Buffer {
  return drawSamplePicture({ idDocType, idDocSubType: idDocSubType ?? null }, { person, seed });
}

export function uploadDocument(
  provider: Provider,
  { id, externalUserId }: Pick<CreatedApplicant, 'id' | 'externalUserId'>,
  choice: DocumentChoice,
  seed = '',
): Promise<Response> {
  const form = toUploadForm({ ...choice, country: 'KAZ' }, drawDocument(choice, externalUserId, seed));
  return provider.call('POST', `/resources/applicants/${id}/info/idDoc`, { form });
}

/** An applicant with everything that the level asks for, whose check was asked for. */
export async function createSubmitted(
  provider: Provider,
  fields: Record<string, unknown> = {},
): Promise<CreatedApplicant> {
  const applicant = await createApplicant(provider, fields);
  for (const choice of listWanted(applicant)) {
    expect((await uploadDocument(provider, applicant, choice)).status).toBe(200);
  }
  await command(provider, applicant.id, 'status/pending');
  return applicant;
}

export async function command(provider: Provider, id: string, name: string, json?: object): Promise<void> {
  const response = await provider.call('POST', `/resources/applicants/${id}/${name}`, json ? { json } : {});
  expect(response.ok, `${name} is answered ${response.status}`).toBe(true);
}

export const green = { reviewAnswer: 'GREEN', rejectLabels: [] };
export const redRetry = {
  reviewAnswer: 'RED',
  rejectLabels: ['UNSATISFACTORY_PHOTOS', 'SCREENSHOTS'],
  reviewRejectType: 'RETRY',
  moderationComment: 'We do not accept screenshots.',
  clientComment: 'Screenshots.',
};
export const redFinal = { reviewAnswer: 'RED', rejectLabels: ['FORGERY'], reviewRejectType: 'FINAL' };

export function decide(provider: Provider, id: string, verdict: object): Promise<void> {
  return command(provider, id, 'status/testCompleted', verdict);
}

/** The error body of a refusal. Throws where the request was not refused with that status. */
export async function refusal(status: number, response: Response | Promise<Response>) {
  const refused = await response;
  expect(refused.status).toBe(status);
  return v.parse(errorBodySchema, await refused.json());
}
