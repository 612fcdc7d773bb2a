import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSandbox, origin, type TestSandbox } from '../open-test-sandbox';
import { read, refusalOf } from '../play-applicant';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

const post = (path: string, json?: object) =>
  bench.call('POST', `/resources/sdkIntegrations/levels/${path}`, json ? { json } : {});

/** What the page behind a link is given. */
async function openLink(url: string): Promise<{ accessToken: string; lang: string | null }> {
  const linkId = new URL(url).pathname.split('/').at(-1);
  const response = await bench.sandbox.fetch(`${origin}/frame/api/links/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ linkId }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as { accessToken: string; lang: string | null };
}

test.each([
  ['the old way', () => post('basic-kyc-level/websdkLink?ttlInSecs=60&externalUserId=u-1&lang=kk')],
  ['the new way', () => post('-/websdkLink?lang=kk', { levelName: 'basic-kyc-level', userId: 'u-1', ttlInSecs: 60 })],
])('makes a link to verify by, %s', async (_way, make) => {
  const response = await make();
  expect(response.status).toBe(200);
  const answer = (await response.json()) as { url: string };
  expect(Object.keys(answer)).toEqual(['url']);
  expect(answer.url.startsWith(`${origin}/`)).toBe(true);
  const { accessToken, lang } = await openLink(answer.url);
  expect(lang).toBe('kk');
  const opened = await bench.frame(accessToken, '/frame/api/applicant');
  expect(await opened.json()).toMatchObject({ levelName: 'basic-kyc-level' });
});

test('gives the person the address and the number that the client knows', async () => {
  const applicantIdentifiers = { email: 'a@example.kz', phone: '+77010000000' };
  const response = await post('-/websdkLink', { levelName: 'basic-kyc-level', userId: 'u-1', applicantIdentifiers });
  const { accessToken } = await openLink(((await response.json()) as { url: string }).url);
  await bench.frame(accessToken, '/frame/api/applicant');
  expect(await read(bench, '/resources/applicants/-;externalUserId=u-1/one')).toMatchObject(applicantIdentifiers);
});

test('leads to the page of the client where a redirect is set, signed', async () => {
  await bench.close();
  bench = openTestSandbox({ links: { redirect: { url: 'https://client.test/verify', secret: 'link-secret' } } });
  const response = await post('basic-kyc-level/websdkLink?externalUserId=u-1');
  const { url } = (await response.json()) as { url: string };
  expect(url).toMatch(/^https:\/\/client\.test\/verify\?jwt=eyJhbGciOiJIUzI1NiJ9\./);
});

test.each([
  ['basic-kyc-level/websdkLink', undefined, 400, /'externalUserId'/],
  ['none/websdkLink?externalUserId=u-1', undefined, 404, /'none'/],
  ['basic-kyc-level/websdkLink?externalUserId=u-1&ttlInSecs=soon', undefined, 400, /'ttlInSecs'/],
  ['-/websdkLink', undefined, 415, /415/],
  ['-/websdkLink', { userId: 'u-1' }, 400, /'levelName'/],
  ['-/websdkLink', { userId: 'u-1', levelName: 'none' }, 404, /'none'/],
  ['basic-action-level/websdkLink?externalUserId=u-1', undefined, 400, /'externalActionId'/],
  ['-/websdkLink', { userId: 'u-1', levelName: 'basic-action-level' }, 400, /'externalActionId'/],
  ['-/websdkLink', { userId: 'u-1', levelName: 'basic-kyc-level', externalActionId: 'x' }, 400, /not for actions/],
])('refuses a link of %s with %j', async (path, json, status, description) => {
  expect(await refusalOf(post(path, json))).toMatchObject({ status, description: expect.stringMatching(description) });
});
