import { afterEach, expect, test } from 'vitest';
import { framePaths, type LinkAnswer, type LinkToken } from '#stand-in/frame-contract';
import { createOutbox } from '../control/outbox';
import { openTestSandbox, origin, type TestSandbox } from '../open-test-sandbox';
import type { SandboxOptions } from '../sandbox';

let bench: TestSandbox;
afterEach(() => bench.close());

async function begin(options: Partial<SandboxOptions> = {}): Promise<string> {
  bench = openTestSandbox(options);
  const token = await bench.mintToken('u-1');
  await bench.frame(token, framePaths.applicant);
  return token;
}

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return bench.sandbox.fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}
const ask = (token: string, body: unknown = { lang: 'kk' }) =>
  post(framePaths.links, body, { Authorization: `Bearer ${token}` });
const idOf = ({ url }: LinkAnswer) => url.slice(`${origin}/websdk/p/`.length);
const exchange = (linkId: string) => post(framePaths.linkToken, { linkId });

test('gives a link that opens the same person’s flow without signing in, for half an hour', async () => {
  const token = await begin();
  const link = (await (await ask(token)).json()) as LinkAnswer;
  expect(link.expiresInSecs).toBe(1800);
  const exchanged = await exchange(idOf(link));
  expect(exchanged.headers.get('Cache-Control')).toBe('no-store');
  const { accessToken, lang } = (await exchanged.json()) as LinkToken;
  expect(lang).toBe('kk');
  expect(accessToken).not.toBe(token);
  const [here, there] = await Promise.all(
    [token, accessToken].map(async one => (await bench.frame(one, framePaths.applicant)).json()),
  );
  expect(there).toEqual(here);
});

test('is good for half an hour from now, whatever the time is by a browser’s clock', async () => {
  await begin();
  await bench.sandbox.clock.advance(24 * 60 * 60_000);
  const link = (await (await ask(await bench.mintToken('u-1'))).json()) as LinkAnswer;
  expect(link).toEqual({ url: expect.any(String), expiresInSecs: 1800 });
});

test('ends with the link what the link opened', async () => {
  const link = (await (await ask(await begin())).json()) as LinkAnswer;
  await bench.sandbox.clock.advance(29 * 60_000);
  const { accessToken } = (await (await exchange(idOf(link))).json()) as LinkToken;
  expect((await bench.frame(accessToken, framePaths.applicant)).status).toBe(200);
  await bench.sandbox.clock.advance(60_000);
  expect((await bench.frame(accessToken, framePaths.applicant)).status).toBe(401);
  const refused = await exchange(idOf(link));
  expect([refused.status, await refused.json()]).toMatchObject([
    404,
    { description: 'The link is unknown or has expired' },
  ]);
});

test.each([
  [{ channel: 'email', address: 'aigerim@example.kz' }],
  [{ channel: 'sms', address: '+77010000000' }],
] as const)('sends the link where %j says, in the language that is spoken', async sendTo => {
  const link = (await (await ask(await begin(), { lang: 'kk', sendTo })).json()) as LinkAnswer;
  const [mail] = createOutbox({ dataDir: bench.dataDir, now: bench.clock.now }).list();
  expect(mail).toMatchObject({
    ...{ kind: 'link', channel: sendTo.channel, to: sendTo.address, lang: 'kk', externalUserId: 'u-1', link: link.url },
    subject: 'Жеке басты тексеруді телефонда жалғастырыңыз',
  });
});

test.each([
  ['nobody', {}, { lang: 'en' }, 401],
  ['an address that is none', undefined, { lang: 'en', sendTo: { channel: 'email', address: 'a' } }, 400],
  ['a number without its country', undefined, { lang: 'en', sendTo: { channel: 'sms', address: '7010000000' } }, 400],
])('refuses a link to %s', async (_whom, headers, body, status) => {
  const token = await begin();
  const response = await post(framePaths.links, body, headers ?? { Authorization: `Bearer ${token}` });
  expect(response.status).toBe(status);
});

test('takes no form that another site’s page could send', async () => {
  await begin();
  const response = await post(framePaths.linkToken, { linkId: 'x' }, { 'Content-Type': 'text/plain' });
  expect(response.status).toBe(415);
});

test('leads to the page of a client who has set one', async () => {
  const redirect = { url: 'https://host.example/verify', secret: 'secret' };
  const token = await begin({ links: { redirect } });
  const { url, expiresInSecs } = (await (await ask(token)).json()) as LinkAnswer;
  expect(url).toMatch(/^https:\/\/host\.example\/verify\?jwt=eyJhbGciOiJIUzI1NiJ9\./);
  expect(expiresInSecs).toBe(7 * 24 * 60 * 60);
});
