import { expect } from 'vitest';
import type { Provider } from './provider';
import { type ProviderPromise, promise } from './provider-promise';
import { createApplicant, createSubmitted, decide, green, readApplicant, readJson } from './walk';

function create(provider: Provider, applicantId: string, externalActionId: string): Promise<Response> {
  const level = encodeURIComponent(provider.actionLevelName ?? '');
  const path = `/resources/applicantActions/-/forApplicant/${applicantId}?levelName=${level}`;
  return provider.call('POST', path, { json: { externalActionId, email: 'a@example.kz' } });
}

async function createApproved(provider: Provider): Promise<string> {
  const { id } = await createSubmitted(provider);
  await decide(provider, id, green);
  return id;
}

export const actionPromises: readonly ProviderPromise[] = [
  promise(
    'creates an action for an approved applicant, and leaves the verification as it is',
    ['I', 'S'],
    async provider => {
      const id = await createApproved(provider);
      const before = await readApplicant(provider, id);
      const response = await create(provider, id, 'conformance-1');
      expect(response.ok).toBe(true);
      const action = (await response.json()) as { id: string };
      const read = await readJson(provider, `/resources/applicantActions/${action.id}/one`);
      expect(read).toMatchObject({
        id: action.id,
        applicantId: id,
        externalActionId: 'conformance-1',
        review: { reviewStatus: 'init', levelName: provider.actionLevelName },
      });
      expect((await readApplicant(provider, id)).review).toEqual(before.review);
    },
    'action-level',
  ),
  promise(
    'creates no action for an applicant that is not approved',
    ['I'],
    async provider => {
      const { id } = await createApplicant(provider);
      expect((await create(provider, id, 'conformance-1')).ok).toBe(false);
    },
    'action-level',
  ),
  promise(
    'lists the actions of an applicant',
    ['S', 'G'],
    async provider => {
      const id = await createApproved(provider);
      for (const externalActionId of ['conformance-1', 'conformance-2']) await create(provider, id, externalActionId);
      const list = await readJson(provider, `/resources/applicantActions/-;applicantId=${id}?limit=1&offset=0`);
      expect(list).toMatchObject({ items: [{ applicantId: id }] });
    },
    'action-level',
  ),
];
