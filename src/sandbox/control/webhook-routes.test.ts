import { createHmac } from 'node:crypto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { webhookSchema } from '#idngo/webhook';
import { digestAlgorithms } from '#idngo/webhook-digest';
import { openTestSandbox, origin, type TestSandbox } from '../open-test-sandbox';
import {
  type Delivery,
  deliveryListSchema,
  deliverySchema,
  type WebhookSettingsPatch,
  webhookSettingsListSchema,
} from './webhook-contract';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

async function patch(changes: WebhookSettingsPatch, environment = 'sandbox'): Promise<Response> {
  return bench.sandbox.fetch(`${origin}/panel/api/webhooks/${environment}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(changes),
  });
}

async function readSettings(environment = 'sandbox') {
  const { items } = v.parse(webhookSettingsListSchema, await (await bench.panel('/webhooks')).json());
  return items.find(item => item.environment === environment);
}

async function createApplicant(externalUserId: string): Promise<void> {
  const path = '/resources/applicants?levelName=basic-kyc-level';
  expect((await bench.call('POST', path, { json: { externalUserId } })).status).toBe(201);
  await bench.sandbox.clock.settle();
}

async function readDeliveries(): Promise<Delivery[]> {
  return v.parse(deliveryListSchema, await (await bench.panel('/deliveries')).json()).items;
}

const hours = 60 * 60;
const failAlways = () => bench.answerWebhooksWith(() => new Response('no', { status: 500 }));
const letADayPass = () => bench.panel('/clock/advance', { seconds: 25 * hours });

test('begins with what the sandbox was started with, and nothing for production', async () => {
  expect(await readSettings()).toEqual({
    environment: 'sandbox',
    url: 'http://receiver.test/webhooks',
    hasSecret: true,
    algorithm: 'HMAC_SHA256_HEX',
    bodyFormat: 'pretty',
    resends: true,
    headers: [],
    state: { name: 'enabled' },
    givenUpInARow: 0,
    disabledAfter: 5,
  });
  expect(await readSettings('production')).toMatchObject({ url: null, hasSecret: false, state: { name: 'enabled' } });
});

test('never shows the secret', async () => {
  const changed = await (await patch({ secret: 'another-secret' })).text();
  const listed = await (await bench.panel('/webhooks')).text();
  expect(`${changed}${listed}`).not.toMatch(/another-secret|not-a-secret/);
});

test('keeps what was set over a restart, each environment for itself', async () => {
  await patch({ url: 'https://live.test/hook', secret: 's', algorithm: 'HMAC_SHA512_HEX' }, 'production');
  await patch({ resends: false, headers: [{ name: 'Authorization', value: 'Basic eA==' }] });
  const before = [await readSettings(), await readSettings('production')];
  await bench.restart();
  expect([await readSettings(), await readSettings('production')]).toEqual(before);
  expect(before).toMatchObject([
    { resends: false, url: 'http://receiver.test/webhooks' },
    { resends: true, url: 'https://live.test/hook', algorithm: 'HMAC_SHA512_HEX' },
  ]);
});

test.each(Object.entries(digestAlgorithms))('signs with %s', async (algorithm, hash) => {
  await patch({ algorithm: algorithm as keyof typeof digestAlgorithms, secret: 'new-secret' });
  await createApplicant('u-1');
  const [received] = bench.received;
  expect(received?.headers.get('X-Payload-Digest-Alg')).toBe(algorithm);
  const expected = createHmac(hash, 'new-secret')
    .update(received?.body ?? '')
    .digest('hex');
  expect(received?.headers.get('X-Payload-Digest')).toBe(expected);
  expect(await readDeliveries()).toMatchObject([{ algorithm }]);
});

test('sends no digest at all without a secret', async () => {
  await patch({ secret: null });
  expect(await readSettings()).toMatchObject({ hasSecret: false });
  await createApplicant('u-1');
  expect([...(bench.received[0]?.headers.keys() ?? [])].filter(name => name.startsWith('x-'))).toEqual([]);
  expect(await readDeliveries()).toMatchObject([{ algorithm: null }]);
});

test('prints bodies as a genuine one was, or compactly', async () => {
  await createApplicant('u-1');
  await patch({ bodyFormat: 'compact' });
  await createApplicant('u-2');
  const [pretty = '', compact = ''] = bench.received.map(({ body }) => body);
  expect(pretty).toMatch(/^\{\n {2}"applicantId" : "/);
  expect(compact).toBe(JSON.stringify(JSON.parse(compact)));
});

test('adds custom headers at once, to what is waiting, too', async () => {
  failAlways();
  await createApplicant('u-1');
  await patch({ headers: [{ name: 'X-Tenant', value: 'blue' }] });
  await bench.panel('/clock/advance', { seconds: 300 });
  expect(bench.received.map(({ headers }) => headers.get('X-Tenant'))).toEqual([null, 'blue']);
});

test.each<[string, object, RegExp]>([
  ['a header that the sandbox sets', { headers: [{ name: 'x-payload-digest', value: 'x' }] }, /headers\.0\.name/],
  ['a header that is none', { headers: [{ name: 'two words', value: 'x' }] }, /headers\.0\.name/],
  ['a header with a line break', { headers: [{ name: 'X-A', value: 'x\r\ny: z' }] }, /headers\.0\.value/],
  ['an address of another kind', { url: 'ftp://receiver.test/' }, /url/],
  ['an empty secret', { secret: '' }, /secret/],
  ['a setting that does not exist', { resend: true }, /resend/],
  ['an address that is none', { url: 'http://[::1' }, /'url'.*address/],
  ['an address with a password', { url: 'https://me:secret@receiver.test' }, /'url'.*header/],
  ['a header that no client can set', { headers: [{ name: 'Expect', value: 'x' }] }, /'headers.0.name'/],
  ['a header of the connection', { headers: [{ name: 'keep-alive', value: 'x' }] }, /'headers.0.name'/],
  ['another of the connection', { headers: [{ name: 'Upgrade', value: 'x' }] }, /'headers.0.name'/],
])('refuses %s', async (_what, changes, field) => {
  const response = await patch(changes as WebhookSettingsPatch);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ description: expect.stringMatching(field) });
});

test('knows two environments and no third', async () => {
  const response = await patch({ resends: false }, 'staging');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ description: expect.stringMatching(/sandbox or production/) });
});

test('gives up after the first failure when resending is off', async () => {
  failAlways();
  await patch({ resends: false });
  await createApplicant('u-1');
  expect(await readDeliveries()).toMatchObject([{ state: 'failed', nextAttemptAt: null }]);
  expect(await readSettings()).toMatchObject({ givenUpInARow: 1 });
});

test('lets nothing follow when resending is turned off while a webhook waits', async () => {
  failAlways();
  await createApplicant('u-1');
  await patch({ resends: false });
  await letADayPass();
  const [delivery] = await readDeliveries();
  expect(delivery).toMatchObject({ state: 'failed' });
  expect(delivery?.attempts).toHaveLength(2);
});

describe('a webhook that is disabled', () => {
  test('by hand keeps new webhooks unsent, and goes on with new ones only', async () => {
    failAlways();
    await createApplicant('waiting');
    await patch({ state: 'disabled' });
    expect(await readSettings()).toMatchObject({
      state: { name: 'disabled', reason: 'by-hand', since: '2026-01-15T10:00:00.000Z' },
    });
    await createApplicant('unsent');
    bench.answerWebhooksWith(() => new Response('ok'));
    await patch({ state: 'enabled' });
    await letADayPass();
    await createApplicant('new');
    expect((await readDeliveries()).map(({ externalUserId, state }) => [externalUserId, state])).toEqual([
      ['new', 'delivered'],
      ['unsent', 'not-sent'],
      ['waiting', 'not-sent'],
    ]);
    expect(bench.received).toHaveLength(2);
  });

  test('lets what it kept be sent by hand', async () => {
    await patch({ state: 'disabled' });
    await createApplicant('u-1');
    const [kept] = await readDeliveries();
    expect(kept).toMatchObject({ state: 'not-sent', attempts: [] });
    const response = await bench.panel(`/deliveries/${kept?.deliveryId}/send-again`, {});
    expect(v.parse(deliverySchema, await response.json())).toMatchObject({
      state: 'delivered',
      attempts: [{ occasion: 'by-hand', httpStatus: 200 }],
    });
    expect(await readSettings()).toMatchObject({ state: { name: 'disabled' } });
  });

  test('by itself after five webhooks in a row were given up, and says so once', async () => {
    const warnings: unknown[] = [];
    const log = { info: () => undefined, error: () => undefined, warn: (fields: unknown) => warnings.push(fields) };
    await bench.close();
    bench = openTestSandbox({ log });
    failAlways();
    for (const number of [1, 2, 3, 4]) await createApplicant(`u-${number}`);
    await letADayPass();
    expect(await readSettings()).toMatchObject({ state: { name: 'enabled' }, givenUpInARow: 4 });
    await createApplicant('u-5');
    await bench.panel('/clock/advance', { seconds: 5 * hours });
    await createApplicant('u-6');
    await letADayPass();
    expect(await readSettings()).toMatchObject({ state: { name: 'disabled', reason: 'failing' }, givenUpInARow: 5 });
    expect((await readDeliveries()).map(({ state }) => state)).toEqual([
      'not-sent',
      ...Array.from({ length: 5 }, () => 'failed'),
    ]);
    expect(warnings).toEqual([{ environment: 'sandbox', givenUpInARow: 5 }]);
    await bench.restart();
    expect(await readSettings()).toMatchObject({ state: { name: 'disabled' } });
    await patch({ state: 'enabled' });
    expect(await readSettings()).toMatchObject({ state: { name: 'enabled' }, givenUpInARow: 0 });
  });

  test('never comes to be where one in between arrives', async () => {
    await patch({ resends: false });
    failAlways();
    for (const number of [1, 2, 3, 4]) await createApplicant(`u-${number}`);
    bench.answerWebhooksWith(() => new Response('ok'));
    await createApplicant('arrives');
    failAlways();
    for (const number of [6, 7, 8, 9]) await createApplicant(`u-${number}`);
    expect(await readSettings()).toMatchObject({ state: { name: 'enabled' }, givenUpInARow: 4 });
  });
});

describe('a test webhook', () => {
  async function sendTest(type?: string, environment = 'sandbox'): Promise<Response> {
    return bench.panel(`/webhooks/${environment}/test`, type === undefined ? {} : { type });
  }

  test('sends a sample of the chosen type and answers with what came back', async () => {
    bench.answerWebhooksWith(() => new Response('fine', { status: 202 }));
    const delivery = v.parse(deliverySchema, await (await sendTest('applicantActionReviewed')).json());
    expect(delivery).toMatchObject({ origin: 'test', state: 'delivered', type: 'applicantActionReviewed' });
    expect(delivery.attempts).toMatchObject([{ occasion: 'by-hand', httpStatus: 202, answer: 'fine' }]);
    const sent = v.parse(webhookSchema, JSON.parse(bench.received[0]?.body ?? ''));
    expect(sent).toMatchObject({ type: 'applicantActionReviewed', reviewStatus: 'completed' });
    expect(sent.applicantActionId).toBeDefined();
    expect(await readDeliveries()).toEqual([delivery]);
  });

  test('is a verdict when nothing is chosen, tried once, and counted neither way', async () => {
    failAlways();
    expect(await (await sendTest()).json()).toMatchObject({ type: 'applicantReviewed', state: 'failed' });
    await letADayPass();
    await bench.restart();
    await letADayPass();
    expect(bench.received).toHaveLength(1);
    expect(await readSettings()).toMatchObject({ givenUpInARow: 0 });
  });

  test('goes out although the webhook is disabled', async () => {
    await patch({ state: 'disabled' });
    expect(await (await sendTest('applicantReset')).json()).toMatchObject({ state: 'delivered' });
  });

  test('says sandboxMode false where it comes from production', async () => {
    await patch({ url: 'http://live.test/hook' }, 'production');
    expect((await sendTest('applicantCreated', 'production')).status).toBe(200);
    expect(JSON.parse(bench.received[0]?.body ?? '')).toMatchObject({ sandboxMode: false });
  });

  test.each([
    ['production has no address yet', 'production', 'applicantCreated', 409, /set its url/],
    ['the type is none', 'sandbox', 'applicantFlattered', 400, /type/],
  ])('is refused where %s', async (_what, environment, type, status, description) => {
    const response = await sendTest(type, environment);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ description: expect.stringMatching(description) });
  });
});
