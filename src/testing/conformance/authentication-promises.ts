import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import { signingVectors } from '#idngo/signing';
import { type ProviderPromise, promise } from './provider-promise';
import { createApplicant, refusal } from './walk';

const status = '/resources/status/api';
/** Answered only to who is known, by any provider. */
const somebody = '/resources/applicants/-;externalUserId=conformance-nobody/one';

export const authenticationPromises: readonly ProviderPromise[] = [
  promise('signs as the documented examples do', ['I', 'S'], async () => {
    for (const { secretKey, timestampSeconds, method, pathAndQuery, body, signature } of signingVectors) {
      const text = `${timestampSeconds}${method}${pathAndQuery}${body}`;
      expect(createHmac('sha256', secretKey).update(text).digest('hex')).toBe(signature);
    }
  }),
  promise('answers a request that is signed rightly', ['I', 'S'], async provider => {
    expect((await provider.call('GET', status)).status).toBe(200);
  }),
  promise('takes names of headers in any case', ['I'], async provider => {
    const names = ['X-App-Token', 'X-App-Access-Ts', 'X-App-Access-Sig'] as const;
    const lower = createHmac('sha256', provider.secretKey)
      .update(`${provider.nowSeconds()}GET${somebody}`)
      .digest('hex');
    const values = [provider.appToken, String(provider.nowSeconds()), lower];
    const headers = Object.fromEntries(
      names.flatMap((name, place) => [
        [name, undefined],
        [name.toLowerCase(), values[place]],
      ]),
    );
    expect((await provider.call('GET', somebody, { headers })).status).toBe(404);
  }),
  promise('signs a query as it is on the wire, percent-encoded', ['S'], async provider => {
    const query = new URLSearchParams({ userId: `${provider.newUserId()}@a+b c`, levelName: provider.levelName });
    const encoded = String(query).replaceAll('+', '%20');
    expect((await provider.call('POST', `/resources/accessTokens?${encoded}&ttlInSecs=60`)).status).toBe(200);
  }),
  promise('takes a clock that is 50 seconds off', ['I', 'S'], async provider => {
    for (const offset of [-50, 50]) {
      const timestamp = String(provider.nowSeconds() + offset);
      expect((await provider.call('GET', somebody, { sign: { timestamp } })).status).toBe(404);
    }
  }),
  promise('refuses another signature with 401', ['I', 'S'], async provider => {
    await refusal(401, provider.call('GET', somebody, { sign: { secretKey: 'another secret key' } }));
  }),
  promise('names a wrong signature 4003, app-token-signature mismatch', ['S', 'G'], async provider => {
    const body = await refusal(401, provider.call('GET', somebody, { sign: { secretKey: 'another secret key' } }));
    expect(body).toMatchObject({ errorCode: 4003, errorName: 'app-token-signature mismatch' });
  }),
  promise('refuses a signature that leaves out the body with 401', ['I'], async provider => {
    const path = `/resources/applicants?levelName=${encodeURIComponent(provider.levelName)}`;
    const json = { externalUserId: provider.newUserId() };
    await refusal(401, provider.call('POST', path, { json, sign: { body: new Uint8Array() } }));
  }),
  promise('refuses milliseconds with 401', ['I'], async provider => {
    await refusal(401, provider.call('GET', somebody, { sign: { timestamp: `${provider.nowSeconds()}000` } }));
  }),
  promise('refuses a clock that is five minutes off with 401', ['I', 'S'], async provider => {
    for (const offset of [-300, 300]) {
      const timestamp = String(provider.nowSeconds() + offset);
      await refusal(401, provider.call('GET', somebody, { sign: { timestamp } }));
    }
  }),
  promise('refuses a request without one of the three headers with 401', ['I'], async provider => {
    for (const name of ['X-App-Token', 'X-App-Access-Ts', 'X-App-Access-Sig']) {
      await refusal(401, provider.call('GET', somebody, { headers: { [name]: undefined } }));
    }
  }),
  promise('refuses an app token it does not know with 401', ['I'], async provider => {
    await refusal(401, provider.call('GET', somebody, { sign: { appToken: 'sbx:conformance-unknown.token' } }));
  }),
  promise('gives every cause of 401 a code of its own', ['?'], async provider => {
    const publicPart = provider.appToken.slice(0, provider.appToken.lastIndexOf('.'));
    const codes = [
      [4000, { sign: { appToken: 'no token' } }],
      [4001, { sign: { appToken: 'prd:conformance-unknown.token' } }],
      [4002, { sign: { appToken: `${publicPart}.other` } }],
      [4004, { sign: { timestamp: String(provider.nowSeconds() - 300) } }],
      [4004, { sign: { timestamp: `${provider.nowSeconds()}000` } }],
      [4005, { sign: { timestamp: 'today' } }],
      [4006, { headers: { 'X-App-Access-Sig': undefined } }],
      [4007, { sign: { timestamp: `${provider.nowSeconds()}, ${provider.nowSeconds()}` } }],
    ] as const;
    for (const [errorCode, content] of codes) {
      expect(await refusal(401, provider.call('GET', somebody, content))).toMatchObject({ errorCode });
    }
  }),
  promise('describes a refusal, repeats its status and gives an id for support', ['S', 'G'], async provider => {
    const body = await refusal(404, provider.call('GET', somebody));
    expect(body).toMatchObject({
      description: expect.stringMatching(/\S/),
      code: 404,
      correlationId: expect.stringMatching(/\S/),
    });
  }),
  promise('signs a path with a matrix parameter as it is', ['C', 'G'], async provider => {
    const { externalUserId, id } = await createApplicant(provider);
    const path = `/resources/applicants/-;externalUserId=${encodeURIComponent(externalUserId)}/one`;
    const response = await provider.call('GET', path);
    expect(await response.json()).toMatchObject({ id });
  }),
];
