import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createFakeClock } from '../fake-clock';
import { createWebhookSender, type Outcome } from './send-webhook';
import type { WebhookSettings } from './webhook-settings';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const { now, schedule } = createFakeClock(0);
const settings: WebhookSettings & { url: string } = {
  environment: 'sandbox',
  url: 'http://receiver.test/',
  secret: 'x',
  algorithm: 'HMAC_SHA256_HEX',
  bodyFormat: 'compact',
  resends: true,
  headers: [],
  state: { name: 'enabled' },
  givenUpInARow: 0,
};

test('keeps the start of a huge body without the rest of it', async () => {
  const sender = createWebhookSender({ fetch: async () => new Response('no', { status: 413 }), now, schedule });
  const megabytes = 20;
  const send = () =>
    sender.send({ url: settings.url, body: '{"type":"x"}', fault: { name: 'huge', megabytes } }, settings);
  const kept: Outcome[] = [await send()];
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let number = 0; number < 5; number += 1) kept.push(await send());
  collectGarbage();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(megabytes * 1_000_000);
  expect(kept.at(-1)?.request?.body).toHaveLength(20_000);
});

test('keeps the start of a long answer, in whatever script, without the rest of it', async () => {
  const answer = '😀 қате '.repeat(100_000);
  const sender = createWebhookSender({ fetch: async () => new Response(answer), now, schedule });
  const send = () => sender.send({ url: settings.url, body: '{}', fault: null }, settings);
  const kept: Outcome[] = [await send()];
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let number = 0; number < 50; number += 1) kept.push(await send());
  collectGarbage();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(2_000_000);
  expect(kept.at(-1)?.answer).toBe(answer.slice(0, 300));
});
