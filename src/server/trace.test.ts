import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { createTestApp, deliver, enter, green, webhookBody } from '#testing/test-app';
import { createLog } from './log';

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  kind: number;
  attributes: { key: string; value: unknown }[];
  status: { code?: number };
}

const isLoaded = () =>
  Object.keys(createRequire(import.meta.url).cache).some(path => path.includes('/@opentelemetry/sdk-trace/'));

/** A collector on a socket: keeps the spans it is sent. */
async function startCollector(status = 200) {
  const spans: Span[] = [];
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      bodies.push(`${request.method} ${request.url} ${body}`);
      const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
      spans.push(...resourceSpans.flatMap(resource => resource.scopeSpans.flatMap(scope => scope.spans)));
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans, bodies };
}

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;

test('loads nothing of OpenTelemetry while no collector is named', async () => {
  await createTestApp();
  expect(isLoaded()).toBe(false);
});

test('sends a delivery with its transaction and its request as one trace, under the caller’s, when the app closes', async () => {
  const collector = await startCollector();
  const variables = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  const provider: typeof fetch = async () => Response.json({ errorCode: 4003 }, { status: 401 });
  const testApp = await createTestApp({ variables, fetch: provider });
  const person = await enter(testApp);
  await deliver(testApp.app, webhookBody(person.externalUserId, 1, green), { traceparent });
  await testApp.app.request('/api/access-token', { method: 'POST', headers: { cookie: person.cookie } });
  await testApp.app.request(`/api/nowhere/${person.externalUserId}`);
  await testApp.app.close();

  expect(isLoaded()).toBe(true);
  const read = (name: string) => collector.spans.filter(span => span.name === name);
  const [request] = read('POST /webhooks/idngo');
  const [delivery] = read('delivery');
  expect(request).toMatchObject({ traceId, parentSpanId: '00f067aa0ba902b7', kind: 2 });
  expect(request?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 200 } });
  expect(delivery).toMatchObject({ traceId, parentSpanId: request?.spanId });
  expect(delivery?.attributes).toEqual([{ key: 'portico.outcome', value: { stringValue: 'changed' } }]);
  expect(read('transaction')).toContainEqual(expect.objectContaining({ traceId, parentSpanId: delivery?.spanId }));
  const [call] = read('IDnGO POST /resources/accessTokens');
  const [asked] = read('POST /api/access-token');
  expect(call).toMatchObject({ kind: 3, parentSpanId: asked?.spanId, status: { code: 2 } });
  expect(asked).toMatchObject({ status: { code: 2 } });
  expect(asked?.traceId).not.toBe(traceId);
  expect(read('GET unmatched')).toHaveLength(1);

  const sent = collector.bodies.join('\n');
  expect(sent).toMatch(/^POST \/v1\/traces /);
  expect(sent).not.toContain(person.externalUserId);
  expect(sent).not.toContain(person.cookie.split('=')[1]);
});

test('keeps nothing of a trace that its beginner does not want kept', async () => {
  const collector = await startCollector();
  const { app } = await createTestApp({ variables: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  await app.request('/api/configuration', { headers: { traceparent: traceparent.replace(/1$/, '0') } });
  await app.request('/api/session');
  await app.close();
  // The app's own jobs begin traces of their own.
  const requests = collector.spans.filter(({ kind }) => kind === 2);
  expect(requests.map(({ name }) => name)).toEqual(['GET /api/session']);
  expect(collector.spans.filter(span => span.traceId === traceId)).toEqual([]);
});

test('answers and stops as ever while the collector is away, and says so once', async () => {
  const lines: string[] = [];
  const log = createLog('warn', { write: line => lines.push(line) });
  const collector = await startCollector(400);
  const { app } = await createTestApp({ variables: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }, log });
  expect((await app.request('/api/configuration')).status).toBe(200);
  await app.close();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('traces cannot be sent');
});
