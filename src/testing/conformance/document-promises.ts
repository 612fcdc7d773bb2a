import * as v from 'valibot';
import { expect } from 'vitest';
import { requiredIdDocsStatusSchema } from '#idngo/documents';
import type { Provider } from './provider';
import { type ProviderPromise, promise } from './provider-promise';
import {
  type CreatedApplicant,
  createApplicant,
  type DocumentChoice,
  drawDocument,
  listWanted,
  readJson,
  refusal,
  toUploadForm,
  uploadDocument,
} from './walk';

async function createWithChoice(provider: Provider): Promise<{ applicant: CreatedApplicant; choice: DocumentChoice }> {
  const applicant = await createApplicant(provider);
  const [choice] = listWanted(applicant);
  if (!choice) throw new Error(`level '${provider.levelName}' asks for no document`);
  return { applicant, choice };
}

function send(provider: Provider, id: string, form: FormData): Promise<Response> {
  return provider.call('POST', `/resources/applicants/${id}/info/idDoc`, { form });
}

export const documentPromises: readonly ProviderPromise[] = [
  promise('takes a document, and answers what it is and the id of its image', ['C', 'S'], async provider => {
    const { applicant, choice } = await createWithChoice(provider);
    const response = await uploadDocument(provider, applicant, choice);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ idDocType: choice.idDocType, country: 'KAZ' });
    expect(response.headers.get('X-Image-Id')).toMatch(/^\d+$/);
  }),
  promise('covers every byte of a multipart body with the signature', ['S'], async provider => {
    const { applicant, choice } = await createWithChoice(provider);
    const form = toUploadForm({ ...choice, country: 'KAZ' }, drawDocument(choice, applicant.externalUserId));
    const path = `/resources/applicants/${applicant.id}/info/idDoc`;
    await refusal(401, provider.call('POST', path, { form, sign: { body: new Uint8Array() } }));
  }),
  promise('gives an image back byte for byte', ['C', 'S'], async provider => {
    const { applicant, choice } = await createWithChoice(provider);
    const uploaded = await uploadDocument(provider, applicant, choice);
    const path = `/resources/inspections/${applicant.inspectionId}/resources/${uploaded.headers.get('X-Image-Id')}`;
    const response = await provider.call('GET', path, { headers: { Accept: '*/*' } });
    expect(response.headers.get('Content-Type')).toMatch(/^image\/png/);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.equals(drawDocument(choice, applicant.externalUserId))).toBe(true);
  }),
  promise('shows an image under the step it was sent for', ['C', 'S'], async provider => {
    const { applicant, choice } = await createWithChoice(provider);
    const imageId = (await uploadDocument(provider, applicant, choice)).headers.get('X-Image-Id');
    const path = `/resources/applicants/${applicant.id}/requiredIdDocsStatus`;
    const steps = v.parse(requiredIdDocsStatusSchema, await readJson(provider, path));
    const given = Object.values(steps).filter(step => step !== null && step !== undefined);
    expect(given).toMatchObject([{ idDocType: choice.idDocType, country: 'KAZ', imageIds: [imageId] }]);
  }),
  promise('lists images with their type and size', ['S'], async provider => {
    const { applicant, choice } = await createWithChoice(provider);
    const imageId = (await uploadDocument(provider, applicant, choice)).headers.get('X-Image-Id');
    const list = await readJson(provider, `/resources/applicants/${applicant.id}/metadata/resources`);
    const fileSize = drawDocument(choice, applicant.externalUserId).length;
    expect(list).toMatchObject({
      totalItems: 1,
      items: [{ id: imageId, idDocDef: { idDocType: choice.idDocType, country: 'KAZ' }, fileMetadata: { fileSize } }],
    });
  }),
  promise('refuses an empty file with 1003', ['S', 'G'], async provider => {
    const { applicant, choice } = await createWithChoice(provider);
    const form = toUploadForm({ ...choice, country: 'KAZ' }, new Uint8Array());
    expect(await refusal(400, send(provider, applicant.id, form))).toMatchObject({ errorCode: 1003 });
  }),
  promise('refuses a file of a kind that is not accepted', ['I'], async provider => {
    const { applicant, choice } = await createWithChoice(provider);
    const form = toUploadForm({ ...choice, country: 'KAZ' }, Buffer.from('not a picture'), 'text/plain');
    expect((await send(provider, applicant.id, form)).status).toBe(400);
  }),
  promise('refuses a document that the level does not ask for with 1010', ['S', 'G'], async provider => {
    const { applicant } = await createWithChoice(provider);
    const choice = { idDocType: 'INVESTOR_DOC' };
    const form = toUploadForm({ ...choice, country: 'KAZ' }, drawDocument(choice, applicant.externalUserId));
    expect(await refusal(409, send(provider, applicant.id, form))).toMatchObject({ errorCode: 1010 });
  }),
  promise('refuses a document without its country with 400', ['S'], async provider => {
    const { applicant, choice } = await createWithChoice(provider);
    const form = toUploadForm(choice, drawDocument(choice, applicant.externalUserId));
    await refusal(400, send(provider, applicant.id, form));
  }),
  promise('refuses the same file as another document with 1000', ['S', 'G'], async provider => {
    const applicant = await createApplicant(provider);
    const [first, second] = listWanted(applicant);
    if (!first || !second) throw new Error(`level '${provider.levelName}' asks for one image only`);
    const file = drawDocument(first, applicant.externalUserId);
    expect((await send(provider, applicant.id, toUploadForm({ ...first, country: 'KAZ' }, file))).status).toBe(200);
    const again = send(provider, applicant.id, toUploadForm({ ...second, country: 'KAZ' }, file));
    expect(await refusal(409, again)).toMatchObject({ errorCode: 1000 });
  }),
  promise('refuses documents of a profile that is deactivated with 1008', ['S', 'G'], async provider => {
    const { applicant, choice } = await createWithChoice(provider);
    await provider.call('PATCH', `/resources/applicants/${applicant.id}/presence/deactivated`);
    const refused = uploadDocument(provider, applicant, choice);
    expect(await refusal(409, refused)).toMatchObject({ errorCode: 1008 });
  }),
  promise('names the steps that are missing when a check is asked for', ['S'], async provider => {
    const { id, requiredIdDocs } = await createApplicant(provider);
    const body = await refusal(409, provider.call('POST', `/resources/applicants/${id}/status/pending`));
    const [step] = requiredIdDocs?.docSets ?? [];
    expect(body.description).toContain(step?.idDocSetType);
  }),
];
