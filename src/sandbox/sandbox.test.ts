import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { afterEach, expect, test } from 'vitest';
import { makeJpeg } from './files/sample-files';
import { openTestSandbox, origin, signHeaders, type TestSandbox, toUploadForm } from './open-test-sandbox';

let bench: TestSandbox;
afterEach(() => bench.close());

const createApplicant = (externalUserId: string) =>
  bench.call('POST', '/resources/applicants?levelName=basic-kyc-level', { json: { externalUserId } });

test('knows everything after a restart', async () => {
  bench = openTestSandbox();
  const { id, inspectionId } = (await (await createApplicant('u-1')).json()) as Record<string, string>;
  const uploaded = await bench.upload(id ?? '', { idDocType: 'PASSPORT', country: 'KAZ' }, makeJpeg());
  const token = await bench.mintToken('u-1');
  const read = async () => ({
    applicants: await (await bench.panel(`/applicants/${id}`)).json(),
    one: await (await bench.call('GET', '/resources/applicants/-;externalUserId=u-1/one')).json(),
    frame: await (await bench.frame(token, '/frame/api/applicant')).json(),
  });
  const before = await read();
  await bench.restart();
  expect(await read()).toEqual(before);
  const imagePath = `/resources/inspections/${inspectionId}/resources/${uploaded.headers.get('X-Image-Id')}`;
  const image = await bench.call('GET', imagePath);
  expect(Buffer.from(await image.arrayBuffer()).equals(makeJpeg())).toBe(true);
  const again = await bench.upload(id ?? '', { idDocType: 'SELFIE', country: 'KAZ' }, makeJpeg());
  expect(await again.json()).toMatchObject({ errorCode: 1000 });
});

test('clears away what a killed process had half written', async () => {
  bench = openTestSandbox();
  await createApplicant('u-1');
  writeFileSync(join(bench.dataDir, 'applicants', '00.tmp'), '{"applicantId":"0');
  writeFileSync(join(bench.dataDir, 'incoming', 'half'), 'x');
  await bench.restart();
  expect(await (await bench.panel('/applicants')).json()).toMatchObject({ items: [{ externalUserId: 'u-1' }] });
  expect(readdirSync(join(bench.dataDir, 'incoming'))).toEqual([]);
  expect(readdirSync(join(bench.dataDir, 'applicants'))).toHaveLength(1);
});

test('clears away images that a killed process kept without their record, or whose record it deleted', async () => {
  bench = openTestSandbox();
  const { id } = (await (await createApplicant('u-1')).json()) as Record<string, string>;
  const uploaded = await bench.upload(id ?? '', { idDocType: 'PASSPORT', country: 'KAZ' }, makeJpeg());
  writeFileSync(join(bench.dataDir, 'images', '123456789'), 'x');
  await bench.restart();
  expect(readdirSync(join(bench.dataDir, 'images'))).toEqual([uploaded.headers.get('X-Image-Id')]);
});

test('refuses a multipart body that is signed without its bytes, and keeps nothing of it', async () => {
  bench = openTestSandbox();
  const { id } = (await (await createApplicant('u-1')).json()) as Record<string, string>;
  const path = `/resources/applicants/${id}/info/idDoc`;
  const response = await bench.call('POST', path, {
    form: toUploadForm({ idDocType: 'PASSPORT', country: 'KAZ' }, makeJpeg()),
    headers: signHeaders('POST', path, Buffer.alloc(0), bench.clock.now()),
  });
  expect(await response.json()).toMatchObject({ errorCode: 4003 });
  expect(readdirSync(join(bench.dataDir, 'incoming'))).toEqual([]);
  expect(readdirSync(join(bench.dataDir, 'images'))).toEqual([]);
});

test('answers a wrong verb with 405 and the verbs there are', async () => {
  bench = openTestSandbox();
  const response = await bench.call('GET', '/resources/accessTokens?userId=u-1&levelName=basic-kyc-level');
  expect(response.status).toBe(405);
  expect(response.headers.get('Allow')).toBe('POST, OPTIONS');
  expect(await response.json()).toMatchObject({ description: 'HTTP 405 Method Not Allowed', code: 405 });
});

test('answers what a path allows to whoever asks, and HEAD as GET without its body', async () => {
  bench = openTestSandbox();
  const options = await bench.sandbox.fetch(`${origin}/resources/applicants/1/one`, { method: 'OPTIONS' });
  expect(options.status).toBe(204);
  expect(options.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
  const head = await bench.call('HEAD', '/resources/status/api');
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
});

test.each(['/resources/applicants?levelName=basic-kyc-level', '/panel/api/faults'])(
  'cuts a body without end: %s',
  async path => {
    bench = openTestSandbox();
    const piece = new Uint8Array(1024 * 1024);
    const piecesThatMayBeRead = 70;
    let pieces = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pieces += 1;
        if (pieces > 2 * piecesThatMayBeRead) controller.close();
        else controller.enqueue(piece);
      },
    });
    const signed = signHeaders('POST', path, Buffer.alloc(0), bench.clock.now());
    const headers = { 'Content-Type': 'application/json', ...signed };
    const response = await bench.sandbox.fetch(`${origin}${path}`, {
      ...{ method: 'POST', headers, body, duplex: 'half' },
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(pieces).toBeLessThan(piecesThatMayBeRead);
  },
);

test('answers a body above a megabyte with 413', async () => {
  bench = openTestSandbox();
  const response = await bench.call('POST', '/resources/applicants?levelName=basic-kyc-level', {
    json: { externalUserId: 'u-1', fixedInfo: { firstName: 'x'.repeat(1024 * 1024) } },
  });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ code: 413, correlationId: expect.any(String) });
});

test('gives every answer an id for support, the one in the body of a refusal', async () => {
  bench = openTestSandbox();
  const [first, second] = [
    await bench.call('GET', '/resources/status/api'),
    await bench.call('GET', '/resources/status/api'),
  ];
  expect(first.headers.get('X-Correlation-Id')).toMatch(/^[0-9a-f]{32}$/);
  expect(second.headers.get('X-Correlation-Id')).not.toBe(first.headers.get('X-Correlation-Id'));
  const refused = await bench.call('GET', '/resources/nowhere');
  const { correlationId } = (await refused.json()) as { correlationId: string };
  expect(refused.headers.get('X-Correlation-Id')).toBe(correlationId);
});

test('takes a slash at the end of a path for nothing', async () => {
  bench = openTestSandbox();
  expect((await bench.call('GET', '/resources/status/api/')).status).toBe(200);
});

test('answers an unknown path with 404', async () => {
  bench = openTestSandbox();
  const response = await bench.call('GET', '/resources/applicant');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ description: 'HTTP 404 Not Found', code: 404 });
});

test.each(['text/plain', 'application/x-www-form-urlencoded'])('answers JSON sent as %s with 415', async type => {
  bench = openTestSandbox();
  const response = await bench.call('POST', '/resources/applicants?levelName=basic-kyc-level', {
    json: { externalUserId: 'u-1' },
    headers: { 'Content-Type': type },
  });
  expect(response.status).toBe(415);
  expect(await response.json()).toMatchObject({ code: 415, correlationId: expect.any(String) });
});

test('answers a document sent as JSON with 415', async () => {
  bench = openTestSandbox();
  const { id } = (await (await createApplicant('u-1')).json()) as Record<string, string>;
  const response = await bench.call('POST', `/resources/applicants/${id}/info/idDoc`, { json: {} });
  expect(response.status).toBe(415);
});

test.each([
  ['broken JSON', '{"externalUserId":', /not valid JSON/],
  ['a field of the wrong kind', '{"externalUserId":7}', /externalUserId/],
])('answers %s with 400', async (_what, body, description) => {
  bench = openTestSandbox();
  const path = '/resources/applicants?levelName=basic-kyc-level';
  const signed = signHeaders('POST', path, Buffer.from(body), bench.clock.now());
  const headers = { ...signed, 'Content-Type': 'application/json' };
  const response = await bench.sandbox.fetch(`${origin}${path}`, { method: 'POST', headers, body });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ description: expect.stringMatching(description) });
});

test('refuses a second applicant for one person', async () => {
  bench = openTestSandbox();
  await createApplicant('u-1');
  expect((await createApplicant('u-1')).status).toBe(409);
});

test('finds a person under any external user id', async () => {
  bench = openTestSandbox();
  const externalUserId = 'a/b;c=d %25 é';
  await createApplicant(externalUserId);
  const path = `/resources/applicants/-;externalUserId=${encodeURIComponent(externalUserId)}/one`;
  expect(await (await bench.call('GET', path)).json()).toMatchObject({ externalUserId });
});

test('checks the signature over the path as it was sent, before anything normalises it', async () => {
  bench = openTestSandbox();
  await createApplicant('a"b');
  const server = createAdaptorServer({ fetch: bench.sandbox.app.fetch }) as Server;
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const path = `/resources/./applicants/-;externalUserId=a"b/one?note='x'`;
  const headers = signHeaders('GET', path, Buffer.alloc(0), bench.clock.now());
  const { port } = server.address() as AddressInfo;
  const status = await new Promise((resolve, reject) => {
    const request = sendRequest({ host: '127.0.0.1', port, path, headers, agent: false }, response => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject).end();
  });
  await new Promise(resolve => server.close(resolve));
  expect(status).toBe(200);
});

test('serves the built pages, each with its own policy', async () => {
  const pagesDir = mkdtempSync(join(tmpdir(), 'pages-'));
  for (const folder of ['src/stand-in', 'src/sandbox/panel', 'assets']) {
    mkdirSync(join(pagesDir, folder), { recursive: true });
  }
  writeFileSync(join(pagesDir, 'src/stand-in/frame.html'), 'frame');
  writeFileSync(join(pagesDir, 'src/sandbox/panel/panel.html'), 'panel');
  writeFileSync(join(pagesDir, 'assets/frame-abc.js'), 'script');
  bench = openTestSandbox({ pagesDir });
  const get = (path: string) => bench.sandbox.fetch(`${origin}${path}`);
  for (const path of ['/websdk.html?_=id_1', '/idensic/websdk.html', '/websdk/websdk.html']) {
    const page = await get(path);
    expect(await page.text()).toBe('frame');
    expect(page.headers.get('Content-Security-Policy')).toContain("style-src 'self' 'unsafe-inline' https: http:");
    expect(page.headers.get('Content-Security-Policy')).not.toContain('frame-ancestors');
    expect(page.headers.has('X-Frame-Options')).toBe(false);
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(page.headers.get('X-Content-Type-Options')).toBe('nosniff');
  }
  const panel = await get('/');
  expect(await panel.text()).toBe('panel');
  expect(panel.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
  const asset = await get('/assets/frame-abc.js');
  expect(asset.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  expect(asset.headers.get('Cache-Control')).toContain('immutable');
  expect((await get('/assets/..%2Fsrc%2Fstand-in%2Fframe.html')).status).toBe(404);
  rmSync(pagesDir, { recursive: true });
});

test('says what to do when the pages are not built', async () => {
  bench = openTestSandbox({ pagesDir: '/nowhere' });
  const page = await bench.sandbox.fetch(`${origin}/`);
  expect(page.status).toBe(503);
  expect(await page.text()).toContain('npm run build');
});

test('logs neither tokens nor query strings nor ids of people', async () => {
  const lines: string[] = [];
  const keep = (fields: Record<string, unknown>, message: string) => lines.push(JSON.stringify({ ...fields, message }));
  bench = openTestSandbox({ log: { info: keep, warn: keep, error: keep } });
  const token = await bench.mintToken('person-7');
  await bench.frame(token, '/frame/api/applicant?lang=ru');
  await bench.sandbox.fetch(`${origin}/websdk/websdk.html?_=id_${btoa(token)}`);
  await bench.call('GET', '/resources/applicants/-;externalUserId=person-7/one');
  expect(lines.length).toBeGreaterThanOrEqual(4);
  expect(lines.join('\n')).not.toMatch(/person-7|_act-|id_|lang=|\?/);
  expect(lines.join('\n')).toContain('/resources/applicants/:applicantId/one');
});
