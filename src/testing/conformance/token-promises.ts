import * as v from 'valibot';
import { expect } from 'vitest';
import { accessTokenSchema } from '#idngo/access-token';
import type { Provider } from './provider';
import { type ProviderPromise, promise } from './provider-promise';
import { refusal } from './walk';

function mint(provider: Provider, parameters: Record<string, string>): Promise<Response> {
  return provider.call('POST', `/resources/accessTokens?${new URLSearchParams(parameters)}`);
}

export const tokenPromises: readonly ProviderPromise[] = [
  promise('mints an access token from a query and an empty body', ['I', 'C', 'S'], async provider => {
    const userId = provider.newUserId();
    const response = await mint(provider, { userId, levelName: provider.levelName, ttlInSecs: '600' });
    expect(response.status).toBe(200);
    const minted = v.parse(accessTokenSchema, await response.json());
    expect(minted.token).toMatch(/\S/);
    expect(minted.userId).toBe(userId);
  }),
  promise('mints another token each time', ['S'], async provider => {
    const parameters = { userId: provider.newUserId(), levelName: provider.levelName, ttlInSecs: '600' };
    const tokens = [await mint(provider, parameters), await mint(provider, parameters)];
    const [first, second] = await Promise.all(
      tokens.map(async answer => v.parse(accessTokenSchema, await answer.json())),
    );
    expect(first?.token).not.toBe(second?.token);
  }),
  promise('marks a token of the sandbox', ['S', 'G', '?'], async provider => {
    const response = await mint(provider, {
      userId: provider.newUserId(),
      levelName: provider.levelName,
      ttlInSecs: '60',
    });
    expect(v.parse(accessTokenSchema, await response.json()).token).toMatch(/^_act-sbx-/);
  }),
  promise('knows levels by their exact name only', ['I', 'S'], async provider => {
    const levelName = provider.levelName.toUpperCase();
    const response = await mint(provider, { userId: provider.newUserId(), levelName, ttlInSecs: '60' });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
  }),
  promise('refuses a token for nobody with 400', ['S'], async provider => {
    await refusal(400, mint(provider, { levelName: provider.levelName, ttlInSecs: '60' }));
  }),
  promise('mints an access token from a JSON body', ['S', '?'], async provider => {
    const userId = provider.newUserId();
    const json = { userId, levelName: provider.levelName, ttlInSecs: 600, applicantIdentifiers: { email: 'a@b.kz' } };
    const response = await provider.call('POST', '/resources/accessTokens/sdk', { json });
    expect(v.parse(accessTokenSchema, await response.json()).userId).toBe(userId);
  }),
  promise('makes a link to verify by', ['S'], async provider => {
    const level = encodeURIComponent(provider.levelName);
    const path = `/resources/sdkIntegrations/levels/${level}/websdkLink?ttlInSecs=600&externalUserId=${provider.newUserId()}`;
    const response = await provider.call('POST', path);
    expect(response.status).toBe(200);
    const { url } = (await response.json()) as { url: string };
    expect(URL.canParse(url)).toBe(true);
  }),
];
