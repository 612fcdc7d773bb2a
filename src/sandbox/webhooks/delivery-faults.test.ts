import { createHmac } from 'node:crypto';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeliveryFault, NewFaultInput } from '../control/fault-contract';
import { type Delivery, deliveryListSchema } from '../control/webhook-contract';
import { sandboxCredentials } from '../credentials';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

async function setFault(
  fault: Extract<NewFaultInput, { target: 'receiver' }>['fault'],
  rest: Omit<Extract<NewFaultInput, { target: 'receiver' }>, 'target' | 'fault'> = {},
) {
  expect((await bench.panel('/faults', { target: 'receiver', fault, ...rest })).status).toBe(201);
}

async function createApplicant(externalUserId = 'u-1'): Promise<string> {
  const path = '/resources/applicants?levelName=basic-kyc-level';
  const response = await bench.call('POST', path, { json: { externalUserId } });
  return ((await response.json()) as { id: string }).id;
}

async function readDeliveries(): Promise<Delivery[]> {
  await bench.sandbox.clock.settle();
  const { items } = v.parse(deliveryListSchema, await (await bench.panel('/deliveries')).json());
  return items.toReversed();
}

const advance = (seconds: number) => bench.panel('/clock/advance', { seconds });

/** Whether the n-th received bytes are signed as its headers say. */
function isSigned(number: number): boolean {
  const { body, headers } = bench.received[number] ?? { body: '', headers: new Headers() };
  const digest = createHmac('sha256', sandboxCredentials.webhookSecret).update(body).digest('hex');
  return headers.get('X-Payload-Digest') === digest && headers.get('X-Payload-Digest-Alg') === 'HMAC_SHA256_HEX';
}

test('duplicate: sends the same bytes twice at once', async () => {
  await setFault({ name: 'duplicate' });
  await createApplicant();
  expect(await readDeliveries()).toMatchObject([
    { state: 'delivered', attempts: [{ fault: { name: 'duplicate' } }, { fault: { name: 'duplicate' } }] },
  ]);
  expect(bench.received[0]).toEqual(bench.received[1]);
});

test('duplicate: counts as one attempt when both fail', async () => {
  await setFault({ name: 'duplicate' });
  bench.answerWebhooksWith(() => new Response(null, { status: 500 }));
  await createApplicant();
  await advance(25 * 60 * 60);
  expect((await readDeliveries())[0]?.attempts).toHaveLength(6);
});

test('drop: sends it neither now nor later, and says so', async () => {
  await setFault({ name: 'drop' });
  await createApplicant();
  await advance(25 * 60 * 60);
  expect(await readDeliveries()).toMatchObject([
    { state: 'lost', nextAttemptAt: null, attempts: [{ request: null, httpStatus: null, fault: { name: 'drop' } }] },
  ]);
  expect(bench.received).toEqual([]);
});

test('delay: sends it later by the sandbox’s clock, also after a restart', async () => {
  await setFault({ name: 'delay', seconds: 90 });
  await createApplicant();
  expect(await readDeliveries()).toMatchObject([{ state: 'waiting', nextAttemptAt: '2026-01-15T10:01:30.000Z' }]);
  await bench.restart();
  await advance(89);
  expect(bench.received).toEqual([]);
  await advance(1);
  expect(await readDeliveries()).toMatchObject([
    { state: 'delivered', attempts: [{ at: '2026-01-15T10:01:30.000Z', fault: { name: 'delay', seconds: 90 } }] },
  ]);
});

test('reorder: holds it back until the applicant’s next one has gone out, also over a restart', async () => {
  const applicantId = await createApplicant('u-1');
  await bench.sandbox.clock.settle();
  await setFault({ name: 'reorder' });
  await bench.panel(`/applicants/${applicantId}/verdict`, { reviewAnswer: 'GREEN' });
  await createApplicant('somebody else');
  expect((await readDeliveries())[1]).toMatchObject({ state: 'held-back', nextAttemptAt: null, attempts: [] });
  await bench.restart();
  await bench.panel(`/applicants/${applicantId}/reset`, {});
  await readDeliveries();
  expect(bench.receivedTypes()).toEqual([
    'applicantCreated',
    'applicantCreated',
    'applicantReset',
    'applicantReviewed',
  ]);
  const held = (await readDeliveries()).find(({ type }) => type === 'applicantReviewed');
  expect(held?.attempts).toMatchObject([{ httpStatus: 200, fault: { name: 'reorder' } }]);
});

test('reorder: swaps pairs until it is cleared, and lets go of what it holds then', async () => {
  const applicantId = await createApplicant('u-1');
  await bench.sandbox.clock.settle();
  await setFault({ name: 'reorder' }, { times: null });
  for (const name of ['deactivate', 'activate', 'reset', 'hold', 'deactivate']) {
    await bench.panel(`/applicants/${applicantId}/${name}`, {});
    await bench.sandbox.clock.settle();
  }
  const swapped = [
    'applicantCreated',
    'applicantActivated',
    'applicantDeactivated',
    'applicantOnHold',
    'applicantReset',
  ];
  expect(bench.receivedTypes()).toEqual(swapped);
  await bench.panel('/faults/clear', {});
  await bench.sandbox.clock.settle();
  expect(bench.receivedTypes()).toEqual([...swapped, 'applicantDeactivated']);
});

test.each<[DeliveryFault, Record<string, unknown>]>([
  [{ name: 'wrong-signature' }, { algorithm: 'HMAC_SHA256_HEX' }],
  [{ name: 'wrong-algorithm', claim: 'another' }, { algorithm: 'HMAC_SHA1_HEX' }],
  [{ name: 'wrong-algorithm', claim: 'unknown' }, { algorithm: 'HMAC_MD5_HEX' }],
  [{ name: 'missing-signature' }, { algorithm: null }],
])('%o: is not authentic, and its retry is', async (fault, { algorithm }) => {
  await setFault(fault);
  bench.answerWebhooksWith(() => new Response(null, { status: isSigned(bench.received.length - 1) ? 200 : 401 }));
  await createApplicant();
  expect(bench.received[0]?.headers.get('X-Payload-Digest-Alg')).toBe(algorithm);
  await advance(300);
  expect(await readDeliveries()).toMatchObject([
    {
      state: 'delivered',
      attempts: [
        { httpStatus: 401, fault },
        { httpStatus: 200, fault: null },
      ],
    },
  ]);
  expect(bench.received[0]?.body).toBe(bench.received[1]?.body);
});

test.each<[DeliveryFault, (body: string) => void]>([
  [
    { name: 'unknown-type', type: 'applicantEnlarged' },
    body => expect(JSON.parse(body).type).toBe('applicantEnlarged'),
  ],
  [{ name: 'unknown-field' }, body => expect(JSON.parse(body)).toMatchObject({ unheardOfNothing: null })],
  [{ name: 'malformed' }, body => expect(() => JSON.parse(body)).toThrow()],
  [{ name: 'huge', megabytes: 3 }, body => expect(JSON.stringify(JSON.parse(body)).length).toBeGreaterThan(3e6)],
])('%o: is correctly signed, and kept as it was sent', async (fault, check) => {
  await setFault(fault);
  await createApplicant();
  const [delivery] = await readDeliveries();
  const sent = bench.received[0]?.body ?? '';
  check(sent);
  expect(isSigned(0)).toBe(true);
  expect(sent).not.toBe(delivery?.body);
  expect(JSON.parse(delivery?.body ?? '')).toMatchObject({ type: 'applicantCreated' });
  const request = delivery?.attempts[0]?.request;
  expect(request?.bodyBytes).toBe(Buffer.byteLength(sent));
  expect(sent.startsWith(request?.body ?? 'nothing')).toBe(true);
  expect(request?.body?.length).toBe(Math.min(sent.length, 20_000));
});

test('unknown-field: leaves the printing as it is', async () => {
  await setFault({ name: 'unknown-field' });
  await createApplicant();
  await bench.sandbox.clock.settle();
  expect(bench.received[0]?.body).toContain('\n  "unheardOf" : "text",\n');
});

test('slow: trickles in whole over its seconds, and has five more for the answer', async () => {
  await setFault({ name: 'slow', seconds: 10 });
  bench.answerWebhooksWith(() => new Promise(() => undefined));
  await createApplicant();
  for (let second = 0; second < 10; second += 1) {
    expect(bench.received).toEqual([]);
    await vi.waitFor(() => expect(bench.clock.delays()).toHaveLength(2));
    bench.clock.advance(1_000);
  }
  await vi.waitFor(() => expect(bench.received).toHaveLength(1));
  expect(isSigned(0)).toBe(true);
  expect(bench.clock.delays()).toEqual([5_000]);
  bench.clock.advance(5_000);
  expect(await readDeliveries()).toMatchObject([
    {
      state: 'waiting',
      attempts: [{ durationMs: 15_000, answer: 'no answer within 5 seconds', fault: { name: 'slow' } }],
    },
  ]);
});

test('is applied to as many arrivals as was asked for, of those it was set for', async () => {
  await setFault({ name: 'unknown-field' }, { times: 2, only: { externalUserId: 'u-2', type: 'applicantCreated' } });
  await createApplicant('u-1');
  bench.answerWebhooksWith(() => new Response(null, { status: 500 }));
  const applicantId = await createApplicant('u-2');
  await bench.panel(`/applicants/${applicantId}/hold`, {});
  await advance(2 * 60 * 60);
  const faults = (await readDeliveries()).map(({ attempts }) => attempts.map(({ fault }) => fault?.name ?? null));
  expect(faults).toEqual([[null], ['unknown-field', 'unknown-field', null], [null, null, null]]);
});

test('concerns one applicant where it was set for one', async () => {
  const applicantId = await createApplicant('u-1');
  const other = await createApplicant('u-2');
  await bench.sandbox.clock.settle();
  await setFault({ name: 'drop' }, { only: { applicantId } });
  await bench.panel(`/applicants/${other}/hold`, {});
  await bench.panel(`/applicants/${applicantId}/hold`, {});
  expect((await readDeliveries()).map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered', 'lost']);
});

test('happens to a webhook sent by hand when it is about the content, and not when it is about the time', async () => {
  await setFault({ name: 'drop' }, { times: null });
  await setFault({ name: 'malformed' });
  const response = await bench.panel('/webhooks/sandbox/test', {});
  expect(await response.json()).toMatchObject({ state: 'delivered', attempts: [{ fault: { name: 'malformed' } }] });
  expect(await (await bench.panel('/webhooks/sandbox/test', {})).json()).toMatchObject({
    state: 'delivered',
    attempts: [{ fault: null }],
  });
});
