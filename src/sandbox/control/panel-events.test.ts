import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFakeClock, type FakeClock } from '../fake-clock';
import { makeJpeg } from '../files/sample-files';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';
import { createPanelEvents, type PanelEvents } from './panel-events';
import { changedKindsSchema } from './panel-events-contract';

let time: FakeClock;
let events: PanelEvents;
let bench: TestSandbox;
beforeEach(() => {
  time = createFakeClock(0);
  events = createPanelEvents({ scheduleInRealTime: time.schedule });
  bench = openTestSandbox();
});
afterEach(() => bench.close());

type Listener = ReturnType<typeof listen>;

function listen(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  return {
    /** The next thing that is sent; undefined at the end. */
    async next(): Promise<string | undefined> {
      const { done, value } = await reader.read();
      return done ? undefined : decoder.decode(value);
    },
    stop: () => reader.cancel(),
  };
}

async function readKinds(listener: Listener): Promise<string[]> {
  const [, data] = /^event: changed\ndata: (.*)\n\n$/.exec((await listener.next()) ?? '') ?? [];
  return v.parse(changedKindsSchema, JSON.parse(data ?? 'null'));
}

test('collects for a moment, and tells every panel each kind once', async () => {
  const listeners = [listen(events.open()), listen(events.open())];
  for (const listener of listeners) expect(await listener.next()).toBe('retry: 1000\n\n');
  for (const kind of ['deliveries', 'applicants', 'deliveries'] as const) events.note(kind);
  expect(time.delays()).toEqual([100, 15_000]);
  time.advance(100);
  for (const listener of listeners) expect(await readKinds(listener)).toEqual(['applicants', 'deliveries']);
  events.note('clock');
  time.advance(100);
  for (const listener of listeners) expect(await readKinds(listener)).toEqual(['clock']);
});

test('shows that it is alive every 15 seconds, and does nothing while nobody listens', async () => {
  events.note('applicants');
  expect(time.delays()).toEqual([]);
  const listener = listen(events.open());
  await listener.next();
  time.advance(15_000);
  expect(await listener.next()).toBe('event: beat\ndata:\n\n');
  time.advance(15_000);
  expect(await listener.next()).toBe('event: beat\ndata:\n\n');
  await listener.stop();
  time.advance(15_000);
  expect(time.delays()).toEqual([]);
});

test('keeps one message, not a queue, for a panel that does not read', async () => {
  const listener = listen(events.open());
  for (const kind of ['applicants', 'runs', 'outbox', 'applicants', 'faults'] as const) {
    events.note(kind);
    time.advance(100);
  }
  expect(await listener.next()).toBe('retry: 1000\n\n');
  expect(await readKinds(listener)).toEqual(['applicants']);
  expect(await readKinds(listener)).toEqual(['applicants', 'runs', 'outbox', 'faults']);
});

test('ends every stream when it closes, and later ones at once', async () => {
  const listener = listen(events.open());
  await listener.next();
  events.close();
  expect(await listener.next()).toBeUndefined();
  expect(time.delays()).toEqual([]);
  const late = listen(events.open());
  await late.next();
  expect(await late.next()).toBeUndefined();
});

test('tells a panel what a person, a client and a reviewer have set in motion, and nothing of whom', async () => {
  const response = await bench.panel('/events');
  expect(response.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8');
  expect(response.headers.get('Cache-Control')).toContain('no-store');
  const listener = listen(response.body as ReadableStream<Uint8Array>);
  await listener.next();
  const { id } = (await (
    await bench.call('POST', '/resources/applicants?levelName=basic-kyc-level', { json: { externalUserId: 'u-1' } })
  ).json()) as { id: string };
  await bench.upload(id, { idDocType: 'PASSPORT', country: 'KAZ' }, makeJpeg());
  await bench.panel(`/applicants/${id}/verdict`, { reviewAnswer: 'GREEN' });
  await bench.sandbox.clock.settle();
  bench.clock.advance(100);
  expect(await readKinds(listener)).toEqual(['applicants', 'deliveries', 'requests', 'outbox']);
  await bench.panel('/scenarios/never-answers/play', { externalUserId: 'u-2', person: 'themselves' });
  bench.clock.advance(100);
  expect(await readKinds(listener)).toEqual(['runs']);
  await bench.panel('/faults', { target: 'receiver', fault: { name: 'drop' } });
  await bench.panel('/webhooks/sandbox', { algorithm: 'HMAC_SHA512_HEX' }, 'PATCH');
  await bench.panel('/clock/advance', { seconds: 60 });
  bench.clock.advance(100);
  expect(await readKinds(listener)).toEqual(['webhooks', 'faults', 'clock']);
  await bench.sandbox.close();
  expect(await listener.next()).toBeUndefined();
});
