import { jwtVerify } from 'jose';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';
import { type MailView, outboxSchema } from './outbox-contract';

const redirect = { url: 'http://portico.test/verify', secret: 'a-link-secret' };
let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox({ mailRedirect: redirect });
});
afterEach(() => bench.close());

async function create(person: object, levelName = 'basic-kyc-level'): Promise<string> {
  const response = await bench.call('POST', `/resources/applicants?levelName=${levelName}`, { json: person });
  return ((await response.json()) as { id: string }).id;
}

async function decide(applicantId: string, verdict: object): Promise<void> {
  expect((await bench.panel(`/applicants/${applicantId}/verdict`, verdict)).status).toBe(200);
  await bench.sandbox.clock.settle();
}

async function readOutbox(query = ''): Promise<MailView[]> {
  return v.parse(outboxSchema, await (await bench.panel(`/outbox${query}`)).json()).items;
}

const retry = { reviewAnswer: 'RED', reviewRejectType: 'RETRY', rejectLabels: ['LOW_QUALITY'] };

test.each([
  ['en', { reviewAnswer: 'GREEN' }, 'approved', 'Your identity has been verified'],
  ['ru', { reviewAnswer: 'GREEN' }, 'approved', 'Ваша личность подтверждена'],
  ['kk-KZ', retry, 'resubmission', 'Құжаттарыңызды қайта жіберіңіз'],
  ['ar', { ...retry, reviewRejectType: 'FINAL' }, 'rejected', 'تعذّر التحقق من هويتك'],
  ['fr', { ...retry, reviewRejectType: 'FINAL' }, 'rejected', 'Your identity could not be verified'],
  [null, retry, 'resubmission', 'Please send your documents again'],
])('writes in the language %s about a verdict', async (lang, verdict, kind, subject) => {
  const applicantId = await create({ externalUserId: 'u-1', email: 'a@example.kz', lang });
  await decide(applicantId, verdict);
  expect(await readOutbox()).toMatchObject([
    {
      ...{ kind, subject, channel: 'email', to: 'a@example.kz', note: null, environment: 'sandbox' },
      ...{ applicantId, externalUserId: 'u-1', at: '2026-01-15T10:00:00.000Z' },
    },
  ]);
});

test('says what the reviewer wrote, each sentence once, and never what is for the client alone', async () => {
  const applicantId = await create({ externalUserId: 'u-1' });
  await decide(applicantId, { ...retry, moderationComment: 'Please mind the light.\n', clientComment: 'SECRET' });
  const [mail] = await readOutbox();
  expect(mail?.text.split('\n\n')).toEqual([
    'Hello!',
    'We could not complete the check yet: something has to be sent again.',
    'Please mind the light.',
    'To upload it, open this link. It is for you alone and works for 7 days.',
  ]);
});

test("gives a link to upload again that the client's page can check, good for seven days", async () => {
  await decide(await create({ externalUserId: 'u-1' }), retry);
  const link = new URL((await readOutbox())[0]?.link ?? '');
  expect(`${link.origin}${link.pathname}`).toBe('http://portico.test/verify');
  const { payload, protectedHeader } = await jwtVerify(
    link.searchParams.get('jwt') ?? '',
    new TextEncoder().encode(redirect.secret),
    { currentDate: new Date(bench.sandbox.clock.now()) },
  );
  const issuedAt = bench.sandbox.clock.now() / 1000;
  expect(protectedHeader).toEqual({ alg: 'HS256' });
  expect(payload).toEqual({ sub: 'u-1', aud: 'portico-sandbox', iat: issuedAt, exp: issuedAt + 7 * 24 * 60 * 60 });
});

test('notes that IDnGO could not have sent it where it knows no address', async () => {
  await decide(await create({ externalUserId: 'u-1' }), { reviewAnswer: 'GREEN' });
  expect(await readOutbox()).toMatchObject([
    { to: null, link: null, note: 'IDnGO knows no address: it could not have sent this' },
  ]);
});

test('writes nothing where the level does not want it, and of nothing but verdicts', async () => {
  const applicantId = await create({ externalUserId: 'u-1' }, 'full-kyc-level');
  await decide(applicantId, { reviewAnswer: 'GREEN' });
  expect(await readOutbox()).toEqual([]);
  await decide(applicantId, retry);
  await bench.panel(`/applicants/${applicantId}/hold`, {});
  await bench.panel(`/applicants/${applicantId}/reset`, {});
  await bench.sandbox.clock.settle();
  expect((await readOutbox()).map(({ kind }) => kind)).toEqual(['resubmission']);
});

test("lists one person's mails, newest first, over a restart", async () => {
  const [one, other] = [await create({ externalUserId: 'u-1' }), await create({ externalUserId: 'u-2' })];
  await decide(one, retry);
  await decide(other, retry);
  await decide(one, { reviewAnswer: 'GREEN' });
  await bench.restart();
  expect((await readOutbox('?externalUserId=u-1')).map(({ kind }) => kind)).toEqual(['approved', 'resubmission']);
  expect((await readOutbox(`?applicantId=${other}`)).map(({ kind }) => kind)).toEqual(['resubmission']);
  expect(await readOutbox()).toHaveLength(3);
});

test("writes to the account's administrators when a failing webhook is disabled, not when somebody disables it", async () => {
  await bench.panel('/webhooks/sandbox', { state: 'disabled' }, 'PATCH');
  expect(await readOutbox()).toEqual([]);
  await bench.panel('/webhooks/sandbox', { state: 'enabled' }, 'PATCH');
  bench.answerWebhooksWith(() => new Response('no', { status: 500 }));
  for (const externalUserId of ['u-1', 'u-2', 'u-3', 'u-4', 'u-5']) await create({ externalUserId });
  await bench.sandbox.clock.advance(25 * 60 * 60 * 1000);
  expect(await readOutbox()).toMatchObject([
    {
      ...{ kind: 'webhook-disabled', to: 'admins@portico-sandbox.example', note: null, applicantId: '' },
      subject: 'The webhook of the sandbox environment has been disabled',
      text: expect.stringContaining('http://receiver.test/webhooks'),
    },
  ]);
});
