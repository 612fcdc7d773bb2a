import { expect } from 'vitest';
import { digestVectors } from '#idngo/webhook-digest';
import { type ProviderPromise, promise } from './provider-promise';
import { createApplicant, refusal } from './walk';

export const requestPromises: readonly ProviderPromise[] = [
  promise('refuses a wrong verb with 405', ['I'], async provider => {
    const query = `userId=${provider.newUserId()}&levelName=${encodeURIComponent(provider.levelName)}`;
    expect((await provider.call('GET', `/resources/accessTokens?${query}`)).status).toBe(405);
  }),
  promise('names the verbs there are in a 405', ['?'], async provider => {
    const response = await provider.call('GET', '/resources/accessTokens?userId=x&levelName=x');
    expect(response.headers.get('Allow')).toContain('POST');
  }),
  promise('refuses JSON under another content type with 415', ['I'], async provider => {
    const path = `/resources/applicants?levelName=${encodeURIComponent(provider.levelName)}`;
    const json = { externalUserId: provider.newUserId() };
    const headers = { 'Content-Type': 'text/plain' };
    expect((await provider.call('POST', path, { json, headers })).status).toBe(415);
  }),
  promise('refuses a document that is sent as JSON with 415', ['I'], async provider => {
    const { id } = await createApplicant(provider);
    expect((await provider.call('POST', `/resources/applicants/${id}/info/idDoc`, { json: {} })).status).toBe(415);
  }),
  promise('answers a path that is not there with 404', ['S'], async provider => {
    expect((await provider.call('GET', '/resources/conformance/nowhere')).status).toBe(404);
  }),
  promise('refuses a body that is no JSON with 400', ['S'], async provider => {
    const path = `/resources/applicants?levelName=${encodeURIComponent(provider.levelName)}`;
    const headers = { 'Content-Type': 'application/json' };
    await refusal(400, provider.call('POST', path, { text: '{"externalUserId":', headers }));
  }),
  promise('computes the digest that a webhook with a body would have', ['S'], async provider => {
    for (const { secret, body, algorithm, digest } of digestVectors) {
      const path = `/resources/inspectionCallbacks/testDigest?secretKey=${secret}&digestAlg=${algorithm}`;
      const response = await provider.call('POST', path, { text: body });
      expect(await response.json()).toMatchObject({ digest, digestAlg: algorithm });
    }
  }),
];
