import { type AddressInfo, connect } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, expect, test } from 'vitest';
import { atTheEnd } from '#testing/at-the-end';
import { createTestApp, deliver, enter, green, redFinal, webhookBody } from '#testing/test-app';
import { silentLog } from '../log';
import { createMetrics } from '../metrics';
import { toProblemResponse } from '../problems';
import { createSessionGate } from '../sessions/session-cookie';
import { createSessions, type Sessions } from '../sessions/sessions';
import { createHub } from './hub';
import { addPushRoutes, spreadReconnect } from './routes';

const testApp = await createTestApp();
const neighbour = await createTestApp({ database: testApp.database });
const server = createAdaptorServer({ fetch: testApp.app.fetch });
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => {
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
});

interface Client {
  headers: Headers;
  next(): Promise<{ id: string; revision: string; data: Record<string, unknown> }>;
  close(): void;
}

async function listen(cookie: string, lastEventId?: string, at = origin): Promise<Client> {
  const aborter = new AbortController();
  const response = await fetch(`${at}/api/verification/events`, {
    headers: { cookie, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
    signal: aborter.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    headers: response.headers,
    async next() {
      for (;;) {
        const event = /id: ((\d+)\.\S+)\nevent: status\ndata: (.*)\n\n/.exec(text);
        if (event?.[1] && event[2] && event[3]) {
          text = text.slice(event.index + event[0].length);
          return { id: event[1], revision: event[2], data: JSON.parse(event[3]) };
        }
        const part = await reader?.read();
        if (!part || part.done) throw new Error('the stream ended');
        text += part.value;
      }
    },
    close: () => aborter.abort(),
  };
}

test('sends the present status at once and every later one, past a final result', async () => {
  const person = await enter(testApp);
  const client = await listen(person.cookie);
  expect(await client.next()).toMatchObject({ revision: '0', data: { status: 'not-started' } });
  await deliver(testApp.app, webhookBody(person.externalUserId, 1, green));
  expect(await client.next()).toMatchObject({ revision: '1', data: { status: 'verified', revision: 1 } });
  await deliver(testApp.app, webhookBody(person.externalUserId, 2, redFinal));
  expect(await client.next()).toMatchObject({ revision: '2', data: { status: 'changed', remedy: 'contact' } });
  client.close();
});

test('carries headers that keep proxies from holding it back, and the security headers', async () => {
  const { cookie } = await enter(testApp);
  const client = await listen(cookie);
  expect(client.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(client.headers.get('cache-control')).toContain('no-transform');
  expect(client.headers.get('x-accel-buffering')).toBe('no');
  expect(client.headers.get('x-content-type-options')).toBe('nosniff');
  client.close();
});

test('takes up after the last event a browser has seen', async () => {
  const person = await enter(testApp);
  await deliver(testApp.app, webhookBody(person.externalUserId, 1, green));
  const first = await listen(person.cookie);
  const { id: lastEventId } = await first.next();
  const upToDate = await listen(person.cookie, lastEventId);
  await deliver(testApp.app, webhookBody(person.externalUserId, 2, redFinal));
  expect((await upToDate.next()).revision).toBe('2');
  const behind = await listen(person.cookie, lastEventId);
  expect((await behind.next()).revision).toBe('2');
  first.close();
  upToDate.close();
  behind.close();
});

test('begins anew where the last event was of the person who was signed in before', async () => {
  const [before, present] = [await enter(testApp), await enter(testApp)];
  await deliver(testApp.app, webhookBody(before.externalUserId, 1, green));
  const first = await listen(before.cookie);
  const { id } = await first.next();
  const second = await listen(present.cookie, id);
  expect(await second.next()).toMatchObject({ revision: '0', data: { status: 'not-started' } });
  first.close();
  second.close();
});

test('brings a delivery that another process took', async () => {
  const person = await enter(testApp);
  const client = await listen(person.cookie);
  await client.next();
  await deliver(neighbour.app, webhookBody(person.externalUserId, 1, green));
  expect(await client.next()).toMatchObject({ data: { status: 'verified' } });
  client.close();
});

test('says nothing of anybody else', async () => {
  const [mine, theirs] = [await enter(testApp), await enter(testApp)];
  const client = await listen(mine.cookie);
  await client.next();
  await deliver(testApp.app, webhookBody(theirs.externalUserId, 1, green));
  await deliver(testApp.app, webhookBody(mine.externalUserId, 1, redFinal));
  expect((await client.next()).data).toMatchObject({ status: 'not-verified' });
  client.close();
});

test('is refused without a session', async () => {
  const response = await fetch(`${origin}/api/verification/events`);
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 'session-required' });
});

test('survives a client that connects and never reads', async () => {
  const person = await enter(testApp);
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.pause();
  socket.write(`GET /api/verification/events HTTP/1.1\r\nHost: x\r\nCookie: ${person.cookie}\r\n\r\n`);
  const client = await listen(person.cookie);
  await client.next();
  await deliver(testApp.app, webhookBody(person.externalUserId, 1, green));
  expect(await client.next()).toMatchObject({ data: { status: 'verified' } });
  socket.destroy();
  client.close();
});

test('refuses one person’s twenty-fifth stream, and nobody else', async () => {
  const [greedy, other] = [await enter(testApp), await enter(testApp)];
  const clients: Client[] = [];
  for (let count = 0; count < 24; count += 1) clients.push(await listen(greedy.cookie));
  for (const client of clients) await client.next();
  const refused = await fetch(`${origin}/api/verification/events`, { headers: { cookie: greedy.cookie } });
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ code: 'streams-full' });
  const client = await listen(other.cookie);
  expect((await client.next()).revision).toBe('0');
  for (const open of [...clients, client]) open.close();
});

/** The push routes alone on a socket, with their beat in the test's hand. */
async function createPushHost(
  options: Partial<Pick<Parameters<typeof addPushRoutes>[1], 'room' | 'random'>> & {
    filterLive?: Sessions['filterLive'];
  } = {},
) {
  const { filterLive, ...rest } = options;
  const { database } = testApp;
  const app = new Hono();
  app.onError(error => toProblemResponse(error, 'a-request'));
  const hub = await createHub(database, silentLog);
  const sessions = createSessions(database, 'a-session-secret-for-tests', Date.now);
  const push = addPushRoutes(app, {
    ...{ database, hub, metrics: createMetrics(), log: silentLog, headers: {}, ...rest },
    gate: createSessionGate(sessions, 'http://localhost'),
    sessions: { ...sessions, ...(filterLive ? { filterLive } : {}) },
  });
  const host = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve));
  atTheEnd(async () => {
    push.close();
    await hub.close();
    host.close();
  });
  const address = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  return {
    push,
    sessions,
    address,
    async enter(externalUserId: string) {
      const { cookie } = await sessions.create({ externalUserId, levelName: 'basic-kyc-level', returnUrl: null });
      return { cookie, header: `portico-session=${cookie}` };
    },
  };
}

test('ends the streams of a session that has ended at the next beat, and keeps the others', async () => {
  const { push, sessions, address, enter: enterAs } = await createPushHost();
  const [leaving, staying] = [await enterAs('u-leaving'), await enterAs('u-staying')];
  const ended = await listen(leaving.header, undefined, address);
  const kept = await listen(staying.header, undefined, address);
  await ended.next();
  await kept.next();
  await sessions.end(leaving.cookie);
  await push.beat();
  await expect(ended.next()).rejects.toThrow('the stream ended');
  await deliver(testApp.app, webhookBody('u-staying', 1, green));
  expect(await kept.next()).toMatchObject({ data: { status: 'verified' } });
});

test('keeps streams alive while nobody can say whose session is still good', async () => {
  const away = () => Promise.reject(new Error('away'));
  const { push, address, enter: enterAs } = await createPushHost({ filterLive: away });
  const { header } = await enterAs('u-patient');
  const response = await fetch(`${address}/api/verification/events`, { headers: { cookie: header } });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const readUntil = async (wanted: string) => {
    while (!text.includes(wanted)) text += (await reader?.read())?.value ?? '';
  };
  await readUntil('event: status');
  await expect(push.beat()).rejects.toThrow('away');
  await readUntil('event: beat');
  await reader?.cancel();
});

test('refuses streams past its room, and takes one again when another has ended', async () => {
  const { address, enter: enterAs } = await createPushHost({ room: { inAll: 2, perPerson: 2 } });
  const [first, second] = [await enterAs('u-first'), await enterAs('u-second')];
  const ask = () => fetch(`${address}/api/verification/events`, { headers: { cookie: second.header } });
  const leaving = await listen(first.header, undefined, address);
  const staying = await listen(second.header, undefined, address);
  const refused = await ask();
  expect({ status: refused.status, retryAfter: refused.headers.get('retry-after') }).toEqual({
    status: 503,
    retryAfter: '30',
  });
  leaving.close();
  const askAndLeave = async () => {
    const response = await ask();
    await response.body?.cancel();
    return response.status;
  };
  await expect.poll(askAndLeave).toBe(200);
  staying.close();
});

test.each(['open', 'opening'])('sends browsers whose stream is %s elsewhere, each at its own moment', async state => {
  const { push, address, enter: enterAs } = await createPushHost({ random: () => 0.5 });
  const { header } = await enterAs(`u-moving-${state}`);
  const response = await fetch(`${address}/api/verification/events`, { headers: { cookie: header } });
  if (state === 'open') await push.beat();
  push.close();
  expect(await response.text()).toMatch(/retry: 750\n\n$/);
  const refused = await fetch(`${address}/api/verification/events`, { headers: { cookie: header } });
  expect(await refused.json()).toMatchObject({ code: 'too-busy' });
});

test('spreads ten thousand browsers over five seconds, and lets a few come back soon', () => {
  const edges = (streams: number) => [0, 0.5, 0.999].map(edge => spreadReconnect(streams, () => edge));
  expect(edges(10_000)).toEqual([500, 3_000, 5_495]);
  expect(edges(3)).toEqual([500, 750, 1_000]);
});
