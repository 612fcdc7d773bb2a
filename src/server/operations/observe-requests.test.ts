import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, deliver, enter, green, webhookBody } from '#testing/test-app';
import { createLog } from '../log';

type Line = Record<string, unknown>;

let lines: Line[] = [];
let onLine: (line: Line) => unknown = () => undefined;
const log = createLog('info', {
  write(text) {
    const line = JSON.parse(text) as Line;
    lines.push(line);
    onLine(line);
  },
});
const provider: typeof fetch = async () => Response.json({ errorCode: 4003, code: 401 }, { status: 401 });
const testApp = await createTestApp({ log, fetch: provider });
const { app } = testApp;
beforeEach(() => {
  lines = [];
});

const readMetrics = async () => (await app.request('/metrics')).text();

/** The figure of one series. */
async function readFigure(series: string): Promise<number | undefined> {
  const line = (await readMetrics()).split('\n').find(text => text.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length));
}

test('writes one line per request, with the pattern of its route and its id', async () => {
  const response = await app.request('/themes/fonts/secret-looking-name.woff2?token=abc');
  expect(response.status).toBe(404);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ route: '/themes/fonts/:file', method: 'GET', status: 404, reason: 'not-found' });
  expect(lines[0]).toMatchObject({ requestId: response.headers.get('x-request-id'), durationMs: expect.any(Number) });
  expect(JSON.stringify(lines)).not.toMatch(/secret-looking|abc/);
});

test('gives every other line of a request its id, and none to the lines beside it', async () => {
  const response = await deliver(app, 'not json');
  const requestId = response.headers.get('x-request-id');
  expect(lines.map(line => [line.msg, line.requestId])).toEqual([
    ['a delivery is kept and changes nothing', requestId],
    ['a request was answered', requestId],
  ]);
  log.info('by itself');
  expect(lines[2]).not.toHaveProperty('requestId');
});

test('keeps the ids of requests apart that are answered at the same time', async () => {
  const responses = await Promise.all(Array.from({ length: 20 }, (_, number) => deliver(app, `not json ${number}`)));
  const ids = responses.map(response => response.headers.get('x-request-id'));
  for (const id of ids) expect(lines.filter(line => line.requestId === id)).toHaveLength(2);
  expect(new Set(ids).size).toBe(20);
});

test.each([
  ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', '4bf92f3577b34da6a3ce929d0e0e4736'],
  [
    'cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-the-future-brings',
    '4bf92f3577b34da6a3ce929d0e0e4736',
  ],
  ['ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', undefined],
  ['00-00000000000000000000000000000000-00f067aa0ba902b7-01', undefined],
  ['00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01', undefined],
  ['00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01', undefined],
  ['<script>', undefined],
])('reads traceparent %s', async (traceparent, traceId) => {
  await app.request('/api/configuration', { headers: { traceparent } });
  expect(lines[0]?.traceId).toBe(traceId);
});

test('says nothing of probes', async () => {
  for (const path of ['/healthz', '/readyz', '/metrics']) expect((await app.request(path)).status).toBe(200);
  expect(lines).toEqual([]);
});

test('counts requests under patterns only, and everything without a route as one', async () => {
  for (const path of ['/wp-login.php', '/api/nowhere', '/webhooks/nowhere', '/%F0%9F']) await app.request(path);
  await app.request('/themes/default/one.css');
  await app.request('/themes/default/two.css');
  await app.request('/webhooks/idngo');
  await app.request('/api/verification', { method: 'BREW' });
  const count = (method: string, route: string, status: number) =>
    readFigure(`portico_http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`);
  expect(await count('GET', 'unmatched', 404)).toBe(4);
  expect(await count('GET', 'unmatched', 405)).toBe(1);
  expect(await count('other', 'unmatched', 405)).toBe(1);
  expect(await count('GET', '/themes/:name/:file', 404)).toBe(2);
  expect(await readMetrics()).not.toMatch(/wp-login|nowhere|two\.css|BREW/);
});

test('counts token requests by what became of them, and calls of IDnGO by their error', async () => {
  const { cookie } = await enter(testApp);
  await app.request('/api/access-token', { method: 'POST' });
  await app.request('/api/access-token', { method: 'POST', headers: { cookie } });
  expect(await readFigure('portico_token_requests_total{outcome="session-required"}')).toBe(1);
  expect(await readFigure('portico_token_requests_total{outcome="provider-refused"}')).toBe(1);
  const call = 'call="POST /resources/accessTokens",outcome="refused",errorCode="4003"';
  expect(await readFigure(`portico_idngo_call_duration_seconds_count{${call}}`)).toBe(1);
});

test('writes a line when a stream opens and when it closes, and measures what it was sent', async () => {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/verification/events`;
  const person = await enter(testApp);
  lines = [];
  const closed = new Promise<Line>(resolve => {
    onLine = line => line.msg === 'a stream has closed' && resolve(line);
  });
  const aborter = new AbortController();
  const response = await fetch(address, { headers: { cookie: person.cookie }, signal: aborter.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const readUntil = async (wanted: string) => {
    for (let text = ''; !text.includes(wanted); ) text += (await reader?.read())?.value ?? '';
  };
  await readUntil('not-started');
  expect(await readFigure('portico_push_lag_seconds_count')).toBe(0);
  await deliver(app, webhookBody(person.externalUserId, 1, green));
  await readUntil('verified');
  expect(await readFigure('portico_push_lag_seconds_count')).toBe(1);
  expect(await readFigure('portico_arrival_lag_seconds_count')).toBe(1);
  expect(await readFigure('portico_deliveries_total{outcome="changed"}')).toBe(1);
  expect(await readFigure('portico_streams')).toBe(1);
  aborter.abort();
  expect(await closed).toMatchObject({ route: '/api/verification/events', method: 'GET', status: 200 });
  const opened = lines.find(line => line.msg === 'a stream has opened');
  expect(opened).toMatchObject({ route: '/api/verification/events', requestId: (await closed).requestId });
});

test('shows the pool of the database and the health of the process', async () => {
  const text = await readMetrics();
  expect(text).toMatch(/portico_database_connections\{state="idle"\} \d+/);
  expect(text).toContain('portico_database_connections{state="awaited"} 0');
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  expect(text).toContain('nodejs_heap_size_used_bytes');
});
