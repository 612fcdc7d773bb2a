import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Delivery, deliveryListSchema } from '../control/webhook-contract';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';
import { listRetryDelaysMs } from './retry-delays';

const minutes = 60_000;
let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

async function createApplicant(externalUserId = 'u-1'): Promise<void> {
  const response = await bench.call('POST', '/resources/applicants?levelName=basic-kyc-level', {
    json: { externalUserId },
  });
  expect(response.status).toBe(201);
}

async function readDelivery(): Promise<Delivery | undefined> {
  const { items } = v.parse(deliveryListSchema, await (await bench.panel('/deliveries')).json());
  return items[0];
}

async function untilAttempts(count: number): Promise<Delivery> {
  return vi.waitFor(async () => {
    const delivery = await readDelivery();
    if (delivery?.attempts.length !== count) throw new Error(`${delivery?.attempts.length} attempts`);
    return delivery;
  });
}

test('tries again after 5 minutes, 1, 5 and 18 hours, with the same bytes, and then gives up', async () => {
  bench.answerWebhooksWith(() => new Response('x'.repeat(1000), { status: 500 }));
  await createApplicant();
  const startedAt = bench.clock.now();
  const offsets: number[] = [];
  for (const [index, delayMs] of [5 * minutes, 60 * minutes, 300 * minutes, 1080 * minutes].entries()) {
    const waiting = await untilAttempts(index + 1);
    expect(waiting).toMatchObject({
      state: 'waiting',
      nextAttemptAt: new Date(bench.clock.now() + delayMs).toISOString(),
    });
    bench.clock.advance(delayMs - 1);
    expect(bench.received).toHaveLength(index + 1);
    bench.clock.advance(1);
    offsets.push(bench.clock.now() - startedAt);
  }
  const failed = await untilAttempts(5);
  expect(failed).toMatchObject({ state: 'failed', nextAttemptAt: null });
  expect(failed.attempts[0]).toMatchObject({ httpStatus: 500, answer: 'x'.repeat(300) });
  expect(bench.clock.delays()).toEqual([]);
  expect(offsets.map(offset => offset / minutes)).toEqual([5, 65, 365, 1445]);
  expect(new Set(bench.received.map(({ body }) => body)).size).toBe(1);
});

test.each([200, 201, 204])('takes %i for delivered', async status => {
  bench.answerWebhooksWith(() => new Response(null, { status }));
  await createApplicant();
  expect(await untilAttempts(1)).toMatchObject({ state: 'delivered', nextAttemptAt: null });
});

test.each([302, 400, 401, 503])('takes %i for a failure', async status => {
  bench.answerWebhooksWith(() => new Response(null, { status, headers: { Location: 'http://elsewhere.test' } }));
  await createApplicant();
  expect(await untilAttempts(1)).toMatchObject({ state: 'waiting', attempts: [{ httpStatus: status }] });
});

test('takes no answer within 5 seconds for a failure, and never makes the caller wait', async () => {
  bench.answerWebhooksWith(() => new Promise(() => undefined));
  await createApplicant();
  await vi.waitFor(() => expect(bench.received).toHaveLength(1));
  bench.clock.advance(4_999);
  expect((await readDelivery())?.attempts).toEqual([]);
  bench.clock.advance(1);
  expect((await untilAttempts(1)).attempts).toMatchObject([
    { at: '2026-01-15T10:00:00.000Z', durationMs: 5_000, httpStatus: null, answer: 'no answer within 5 seconds' },
  ]);
});

test('says why a receiver could not be reached', async () => {
  bench.answerWebhooksWith(() => {
    throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:4000') });
  });
  await createApplicant();
  expect((await untilAttempts(1)).attempts[0]?.answer).toBe('fetch failed: connect ECONNREFUSED 127.0.0.1:4000');
});

test('sends the same bytes again on request, and ends the waiting when they arrive', async () => {
  bench.answerWebhooksWith(() => new Response('no', { status: 500 }));
  await createApplicant();
  const { deliveryId } = await untilAttempts(1);
  bench.answerWebhooksWith(() => new Response('yes'));
  const response = await bench.panel(`/deliveries/${deliveryId}/send-again`, {});
  expect(await response.json()).toMatchObject({
    state: 'delivered',
    nextAttemptAt: null,
    attempts: [{ httpStatus: 500 }, { httpStatus: 200, answer: 'yes' }],
  });
  expect(bench.received[1]?.body).toBe(bench.received[0]?.body);
  expect(bench.received[1]?.headers.get('X-Payload-Digest')).toBe(bench.received[0]?.headers.get('X-Payload-Digest'));
  expect(bench.clock.delays()).toEqual([]);
});

test('keeps a delivered webhook delivered when a repetition fails', async () => {
  await createApplicant();
  const { deliveryId } = await untilAttempts(1);
  bench.answerWebhooksWith(() => new Response('no', { status: 500 }));
  const response = await bench.panel(`/deliveries/${deliveryId}/send-again`, {});
  expect(await response.json()).toMatchObject({ state: 'delivered', attempts: [{}, { httpStatus: 500 }] });
});

test('sends what is overdue soon after a restart, and the rest when it is due', async () => {
  bench.answerWebhooksWith(() => new Response('no', { status: 500 }));
  await createApplicant('u-1');
  await untilAttempts(1);
  await bench.restart();
  expect(bench.clock.delays()).toEqual([5 * minutes]);

  await bench.sandbox.close();
  bench.clock.advance(60 * minutes);
  await bench.restart();
  bench.answerWebhooksWith(() => new Response('yes'));
  expect(bench.received).toHaveLength(1);
  bench.clock.advance(1_000);
  expect(await untilAttempts(2)).toMatchObject({ state: 'delivered' });
});

test('lists the newest first, and those of one applicant when asked', async () => {
  await createApplicant('u-1');
  bench.clock.advance(1_000);
  await createApplicant('u-2');
  await untilAttempts(1);
  const all = v.parse(deliveryListSchema, await (await bench.panel('/deliveries')).json()).items;
  expect(all.map(({ externalUserId }) => externalUserId)).toEqual(['u-2', 'u-1']);
  const own = await bench.panel(`/deliveries?applicantId=${all[1]?.applicantId}`);
  expect(v.parse(deliveryListSchema, await own.json()).items).toEqual([all[1]]);
});

test('keeps each attempt with the request as it was sent and the answer as it came', async () => {
  const headers = { 'Content-Type': 'text/plain', 'Retry-After': '9', 'X-Secret-Internals': 'x' };
  bench.answerWebhooksWith(() => new Response('not today', { status: 503, headers }));
  await createApplicant();
  const { body, attempts, algorithm } = await untilAttempts(1);
  expect(algorithm).toBe('HMAC_SHA256_HEX');
  expect(attempts).toEqual([
    {
      at: '2026-01-15T10:00:00.000Z',
      durationMs: 0,
      occasion: 'scheduled',
      request: {
        method: 'POST',
        url: 'http://receiver.test/webhooks',
        headers: {
          'Content-Type': 'application/json',
          'X-Payload-Digest-Alg': 'HMAC_SHA256_HEX',
          'X-Payload-Digest': bench.received[0]?.headers.get('X-Payload-Digest'),
        },
        body: null,
        bodyBytes: Buffer.byteLength(body),
      },
      httpStatus: 503,
      answerHeaders: { 'content-type': 'text/plain', 'retry-after': '9' },
      answer: 'not today',
      fault: null,
    },
  ]);
  expect(bench.received[0]?.body).toBe(body);
});

test('plays all retries, each at its time, when the clock is moved over them', async () => {
  bench.answerWebhooksWith(() => new Response(null, { status: 500 }));
  await createApplicant();
  await bench.panel('/clock/advance', { seconds: 2 * 24 * 60 * 60 });
  const { state, attempts } = await untilAttempts(5);
  expect(state).toBe('failed');
  expect(attempts.map(({ at }) => (Date.parse(at) - bench.clock.now()) / minutes)).toEqual([0, 5, 65, 365, 1445]);
  expect(bench.received).toHaveLength(5);
});

test.each([
  ['applicantActionReviewed', [30, 30, 60, 300]],
  ['applicantActionPending', [30, 30, 60, 300]],
  ['applicantActionOnHold', [30, 30, 60, 300]],
  ['applicantActionLevelChanged', [300, 3_600, 18_000, 64_800]],
  ['applicantReviewed', [300, 3_600, 18_000, 64_800]],
])('waits for %s as is documented', (type, seconds) => {
  expect(listRetryDelaysMs(type)).toEqual(seconds.map(delay => delay * 1_000));
});

test('tells a webhook that a killed process had kept with the applicant only, once', async () => {
  await createApplicant('u-1');
  const { deliveryId, body } = await untilAttempts(1);
  await bench.sandbox.close();
  rmSync(join(bench.dataDir, 'deliveries', `${deliveryId}.json`));
  await bench.restart();
  expect(bench.received).toHaveLength(1);
  bench.clock.advance(1_000);
  expect(await untilAttempts(1)).toMatchObject({ deliveryId, body, state: 'delivered' });
  await bench.restart();
  await bench.restart();
  bench.clock.advance(60 * minutes);
  await bench.sandbox.clock.settle();
  expect(bench.received.map(received => received.body)).toEqual([body, body]);
});

test('reads webhooks of an earlier version, and sends what was still waiting', async () => {
  await bench.sandbox.close();
  const [deliveryId, at] = ['early', bench.clock.now()];
  const person = { applicantId: 'a-1', externalUserId: 'u-1', type: 'applicantPending' };
  const attempts = [{ at, durationMs: 3, httpStatus: 500, answer: 'no' }];
  const sending = { state: 'waiting', nextAttemptAt: at + 5 * minutes, scheduledAttempts: 1, attempts };
  const record = { deliveryId, ...person, createdAt: at, body: '{}', algorithm: 'HMAC_SHA256_HEX', ...sending };
  writeFileSync(join(bench.dataDir, 'deliveries', `${deliveryId}.json`), JSON.stringify(record));
  await bench.restart();
  await bench.panel('/clock/advance', { seconds: 300 });
  expect(await untilAttempts(2)).toMatchObject({
    state: 'delivered',
    environment: 'sandbox',
    attempts: [{ answer: 'no', request: null, fault: null }, { httpStatus: 200 }],
  });
});
