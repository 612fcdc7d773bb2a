import { createHmac } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { green, webhookBody } from '#testing/webhook-bodies';
import { createMetrics } from '../metrics';
import { toProblemResponse } from '../problems';
import { addWebhookRoutes, maxDeliveryBytes, maxUnderWay } from './routes';
import type { DeliveryOutcome } from './take-delivery';

const secret = 'a-webhook-secret';
const body = webhookBody('u-1', 1, green);

/** The route before a desk that answers when it is told to. */
function openRoute() {
  const waiting: { answer: (outcome: DeliveryOutcome) => void; fail: (error: Error) => void }[] = [];
  const metrics = createMetrics();
  const consumed: unknown[] = [];
  const app = new Hono();
  app.onError(error => toProblemResponse(error, 'a-request'));
  addWebhookRoutes(app, {
    desk: {
      take: () => new Promise((answer, fail) => waiting.push({ answer, fail })),
      retryFailed: async () => 0,
    },
    metrics,
    limits: {
      consume: async (...counted) => void consumed.push(counted),
      isWithin: async () => true,
      purge: async () => undefined,
    },
    addresses: { read: () => '192.0.2.1' },
    trusted: { secrets: [secret], algorithms: ['HMAC_SHA256_HEX'] },
  });
  return {
    waiting,
    consumed,
    /** Goes on once so many have reached the desk; bounded, for those that never do. */
    async reached(count: number) {
      for (let turn = 0; turn < 10_000 && waiting.length < count; turn += 1) await setImmediate();
      expect(waiting).toHaveLength(count);
    },
    async post(content: string, headers: Record<string, string> = {}) {
      const digest = createHmac('sha256', secret).update(content).digest('hex');
      const signed = { 'x-payload-digest': digest, 'x-payload-digest-alg': 'HMAC_SHA256_HEX', ...headers };
      const response = await app.request('/webhooks/idngo', { method: 'POST', body: content, headers: signed });
      return { status: response.status, retryAfter: response.headers.get('retry-after'), json: await response.json() };
    },
    async figures() {
      const { body: text } = await metrics.render();
      const counts = text.matchAll(/^portico_deliveries_total\{outcome="([^"]+)"\} (\d+)$/gm);
      return Object.fromEntries([...counts].map(([, outcome, count]) => [outcome, Number(count)]));
    },
  };
}

test('so many deliveries wait at once and no more, and one that is done or has failed makes room', async () => {
  const { post, waiting, reached, figures } = openRoute();
  const answers = Array.from({ length: maxUnderWay }, () => post(body));
  await reached(maxUnderWay);
  const refused = { status: 503, retryAfter: '5', json: { code: 'too-busy', detail: 'Send it again later' } };
  expect(await post(body)).toMatchObject(refused);

  waiting[0]?.answer({ outcome: 'changed' });
  expect(await answers[0]).toEqual({ status: 200, retryAfter: null, json: { ok: true } });
  waiting[1]?.fail(new Error('planted'));
  expect(await answers[1]).toMatchObject({ status: 500 });
  const more = [post(body), post(body)];
  await reached(maxUnderWay + 2);
  expect(await post(body)).toMatchObject(refused);
  for (const { answer } of waiting) answer({ outcome: 'duplicate' });
  expect(await Promise.all(more)).toMatchObject([{ status: 200 }, { status: 200 }]);
  expect(await figures()).toMatchObject({ 'too-busy': 2, changed: 1 });
});

test('every delivery is counted by what became of it, and only one that is not authentic against its address', async () => {
  const { post, waiting, reached, consumed, figures } = openRoute();
  const forged = { 'x-payload-digest': '0'.repeat(64) };
  expect(await post(body, forged)).toMatchObject({
    status: 401,
    json: { code: 'digest-wrong', detail: 'The digest does not fit the body under an allowed algorithm and secret' },
  });
  expect(await post(body, { 'x-payload-digest': '' })).toMatchObject({
    status: 401,
    json: { code: 'digest-missing', detail: 'X-Payload-Digest and X-Payload-Digest-Alg are required' },
  });
  await post(body, { 'x-payload-digest-alg': 'HMAC_SHA1_HEX' });
  expect(consumed).toEqual(Array(3).fill(['forged-delivery', '192.0.2.1']));

  const [taken, refused] = [post(body), post(body)];
  await reached(2);
  waiting[0]?.answer({ outcome: 'changed' });
  waiting[1]?.answer({ outcome: 'refused', reason: 'sandbox' });
  expect((await taken).status).toBe(200);
  expect(await refused).toMatchObject({
    status: 403,
    json: { code: 'sandbox-delivery', detail: 'The delivery says sandboxMode: true' },
  });
  expect(consumed).toHaveLength(3);
  expect(await figures()).toEqual({ wrong: 1, missing: 1, 'algorithm-not-allowed': 1, changed: 1, refused: 1 });
});

test('a delivery of just a megabyte is taken, and none that is longer', async () => {
  const { post, waiting, reached } = openRoute();
  const answer = post('x'.repeat(maxDeliveryBytes));
  await reached(1);
  waiting[0]?.answer({ outcome: 'malformed', reason: 'not-json-with-a-type' });
  expect((await answer).status).toBe(200);
  expect((await post('x'.repeat(maxDeliveryBytes + 1))).status).toBe(413);
  expect(maxDeliveryBytes).toBe(1_048_576);
});
