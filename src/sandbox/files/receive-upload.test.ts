import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { type IncomingMessage, type Server, request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { afterEach, expect, test } from 'vitest';
import { openTestSandbox, origin, signHeaders, type TestSandbox } from '../open-test-sandbox';
import { makeJpeg, readFixture } from './sample-files';
import { maxUploadBodyBytes } from './upload-limits';

const passport = { idDocType: 'PASSPORT', country: 'KAZ' };
const boundary = '----boundary';
const multipart = { 'Content-Type': `multipart/form-data; boundary=${boundary}` };

let bench: TestSandbox;
afterEach(() => bench.close());

async function openWithApplicant(options: Parameters<typeof openTestSandbox>[0] = {}): Promise<string> {
  bench = openTestSandbox(options);
  const response = await bench.call('POST', '/resources/applicants?levelName=basic-kyc-level', {
    json: { externalUserId: 'u-1' },
  });
  const { id } = (await response.json()) as { id: string };
  return id;
}

/** A multipart body as it goes over the wire, written by hand. */
function toBody(file: Buffer, { name = 'document', mediaType = 'image/jpeg' } = {}): Buffer {
  const head = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="metadata"',
    '',
    JSON.stringify(passport),
    `--${boundary}`,
    `Content-Disposition: form-data; name="content"; filename="${name}"`,
    `Content-Type: ${mediaType}`,
    '',
    '',
  ];
  return Buffer.concat([Buffer.from(head.join('\r\n')), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

const pathOf = (applicantId: string) => `/resources/applicants/${applicantId}/info/idDoc`;

function post(path: string, body: Buffer | ReadableStream<Uint8Array>, headers: Record<string, string>) {
  return bench.sandbox.fetch(`${origin}${path}`, {
    method: 'POST',
    body,
    headers: { ...multipart, ...headers },
    duplex: 'half',
  } as RequestInit);
}

const keptFiles = () =>
  ['incoming', 'images'].flatMap(folder => readdirSync(join(bench.dataDir, folder)).map(name => `${folder}/${name}`));

test.each([
  ['nothing', Buffer.alloc(0), 'image/jpeg', 400, 1003, 'empty-file'],
  ['far too many bytes', Buffer.alloc(300_000), 'image/png', 400, 1002, 'file-too-big'],
  ['too few bytes', Buffer.alloc(5), 'image/png', 409, 1007, 'incorrect-file-size'],
  ['a broken film', readFixture('recorded-live.webm').subarray(0, 1000), 'video/webm', 400, 1004, 'corrupted-file'],
  ['another format', readFixture('photo.heic'), 'image/heic', 400, 1005, 'unsupported-file-format'],
  ['an encrypted file', readFixture('user-password.pdf'), 'application/pdf', 400, 1011, 'encrypted-file'],
])(
  'answers %s with a code of its own and keeps nothing',
  async (_what, file, mediaType, code, errorCode, errorName) => {
    const applicantId = await openWithApplicant({ fileSizeLimits: { minBytes: 10, maxBytes: 4096 } });
    const response = await bench.upload(applicantId, passport, file, mediaType);
    expect(response.status).toBe(code);
    expect(await response.json()).toMatchObject({ code, errorCode, errorName, correlationId: expect.any(String) });
    const status = await bench.call('GET', `/resources/applicants/${applicantId}/requiredIdDocsStatus`);
    expect(await status.json()).toEqual({ IDENTITY: null, SELFIE: null });
    expect(keptFiles()).toEqual([]);
  },
);

test('gives back the very bytes, under the media type of the content', async () => {
  const applicantId = await openWithApplicant();
  const response = await bench.upload(applicantId, passport, readFixture('recorded.webm'), 'application/octet-stream');
  const imageId = response.headers.get('X-Image-Id');
  expect(imageId).toMatch(/^\d{9}$/);
  const shown = await bench.panel(`/images/${imageId}`);
  expect(shown.headers.get('Content-Type')).toBe('video/webm');
  expect(Buffer.from(await shown.arrayBuffer()).equals(readFixture('recorded.webm'))).toBe(true);
});

test('takes metadata that a client sends as a file', async () => {
  const path = pathOf(await openWithApplicant());
  const form = new FormData();
  form.set('metadata', new Blob([JSON.stringify(passport)], { type: 'application/json' }));
  form.set('content', new Blob([new Uint8Array(makeJpeg())], { type: 'image/jpeg' }), 'document.jpg');
  expect(await (await bench.call('POST', path, { form })).json()).toEqual(passport);

  const huge = new FormData();
  huge.set('metadata', new Blob(['x'.repeat(100_000)], { type: 'application/json' }));
  huge.set('content', new Blob([new Uint8Array(makeJpeg('huge'))], { type: 'image/jpeg' }), 'document.jpg');
  expect((await bench.call('POST', path, { form: huge })).status).toBe(400);
  expect(keptFiles()).toHaveLength(1);
});

test('refuses the same bytes twice for one applicant but not for two', async () => {
  const applicantId = await openWithApplicant();
  await bench.upload(applicantId, passport, makeJpeg());
  const twice = await bench.upload(applicantId, { idDocType: 'SELFIE', country: 'KAZ' }, makeJpeg());
  expect(twice.status).toBe(409);
  expect(await twice.json()).toMatchObject({ errorCode: 1000 });
  const response = await bench.call('POST', '/resources/applicants?levelName=basic-kyc-level', {
    json: { externalUserId: 'u-2' },
  });
  const other = (await response.json()) as { id: string };
  expect((await bench.upload(other.id, passport, makeJpeg())).status).toBe(200);
});

test('refuses one document more than an applicant may have had, those that were replaced included', async () => {
  const applicantId = await openWithApplicant({ maxImages: 2 });
  for (const seed of ['a', 'b']) {
    expect((await bench.upload(applicantId, passport, makeJpeg(seed))).status).toBe(200);
  }
  const response = await bench.upload(applicantId, passport, makeJpeg('c'));
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errorCode: 1001, errorName: 'too-many-documents' });
  expect(keptFiles()).toHaveLength(2);
});

test('counts documents that arrive at the same time', async () => {
  const applicantId = await openWithApplicant({ maxImages: 1 });
  const responses = await Promise.all(['a', 'b', 'c'].map(seed => bench.upload(applicantId, passport, makeJpeg(seed))));
  expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 400, 400]);
});

test('checks the signature over every byte, also behind the last boundary', async () => {
  const path = pathOf(await openWithApplicant());
  const body = toBody(makeJpeg());
  const longer = Buffer.concat([body, Buffer.from('epilogue')]);
  const shortSigned = await post(path, longer, signHeaders('POST', path, body, bench.clock.now()));
  expect(await shortSigned.json()).toMatchObject({ errorCode: 4003 });
  expect(keptFiles()).toEqual([]);
  expect((await post(path, longer, signHeaders('POST', path, longer, bench.clock.now()))).status).toBe(200);
});

test.each(['../../../../evil.jpg', '/etc/evil.jpg', '..\\\\evil.jpg', 'evil%00.jpg', `${'x'.repeat(3000)}.jpg`])(
  'keeps a file called %j under a name of its own',
  async name => {
    const path = pathOf(await openWithApplicant());
    const body = toBody(makeJpeg(), { name });
    expect((await post(path, body, signHeaders('POST', path, body, bench.clock.now()))).status).toBe(200);
    expect(keptFiles()).toEqual([expect.stringMatching(/^images\/\d{9}$/)]);
    expect(existsSync('/etc/evil.jpg') || existsSync(join(bench.dataDir, '..', 'evil.jpg'))).toBe(false);
  },
);

test('refuses a body that is announced as larger than any upload without reading it', async () => {
  const path = pathOf(await openWithApplicant());
  const body = countedBody(() => Buffer.alloc(1024));
  const response = await post(path, body.stream, {
    ...signHeaders('POST', path, Buffer.alloc(0), bench.clock.now()),
    'Content-Length': String(maxUploadBodyBytes + 1),
  });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ description: 'HTTP 413 Request Entity Too Large', code: 413 });
  expect(body.bytes()).toBe(0);
});

test('cuts a body without end and keeps nothing of it', async () => {
  const path = pathOf(await openWithApplicant());
  const body = countedBody(number => (number === 0 ? toBody(Buffer.alloc(0)).subarray(0, -20) : Buffer.alloc(65_536)));
  const response = await post(path, body.stream, signHeaders('POST', path, Buffer.alloc(0), bench.clock.now()));
  expect(response.status).toBe(413);
  expect(body.bytes()).toBeLessThan(maxUploadBodyBytes + 1024 * 1024);
  expect(keptFiles()).toEqual([]);
});

test('keeps nothing of a body that breaks off', async () => {
  const path = pathOf(await openWithApplicant());
  const half = toBody(Buffer.alloc(200_000)).subarray(0, 100_000);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(half);
    },
    pull(controller) {
      controller.error(new Error('the connection was cut'));
    },
  });
  const response = await post(path, stream, signHeaders('POST', path, Buffer.alloc(0), bench.clock.now()));
  expect(response.status).toBe(400);
  expect(keptFiles()).toEqual([]);
});

test.each(['content', 'another'])('refuses a body that breaks off in a second file, called %s', async name => {
  const path = pathOf(await openWithApplicant());
  const second = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="b"\r\n\r\nbytes`;
  const body = Buffer.concat([toBody(makeJpeg()).subarray(0, -`--${boundary}--\r\n`.length), Buffer.from(second)]);
  const response = await post(path, body, signHeaders('POST', path, body, bench.clock.now()));
  expect(response.status).toBe(400);
  expect(keptFiles()).toEqual([]);
});

test('answers a fault of its own disk instead of waiting for ever', async () => {
  const applicantId = await openWithApplicant();
  rmSync(join(bench.dataDir, 'incoming'), { recursive: true });
  expect((await bench.upload(applicantId, passport, Buffer.alloc(5_000_000))).status).toBe(500);
});

test('tells a client on a real connection, which is still sending, that its body is too large', async () => {
  const path = pathOf(await openWithApplicant());
  const { port, close } = await listen();
  const request = sendRequest({
    ...{ host: '127.0.0.1', port, path, method: 'POST', agent: false },
    headers: {
      ...multipart,
      ...signHeaders('POST', path, Buffer.alloc(0), bench.clock.now()),
      'Content-Length': String(10 * 1024 ** 3),
    },
  });
  // The sandbox closes the connection once it has answered.
  request.on('error', () => undefined);
  request.write(Buffer.alloc(1024 * 1024));
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(413);
  request.destroy();
  await close();
});

test('keeps nothing when a real connection breaks off', async () => {
  const path = pathOf(await openWithApplicant());
  const { port, close, answered } = await listen();
  const body = toBody(Buffer.alloc(1_000_000));
  const request = sendRequest({
    ...{ host: '127.0.0.1', port, path, method: 'POST', agent: false },
    headers: {
      ...multipart,
      ...signHeaders('POST', path, body, bench.clock.now()),
      'Content-Length': String(body.length),
    },
  });
  request.on('error', () => undefined);
  request.write(body.subarray(0, 600_000), () => request.destroy());
  expect((await answered).status).toBe(400);
  expect(keptFiles()).toEqual([]);
  await close();
});

function countedBody(makeChunk: (number: number) => Buffer): { stream: ReadableStream<Uint8Array>; bytes(): number } {
  let number = 0;
  let bytes = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = makeChunk(number);
        number += 1;
        bytes += chunk.length;
        controller.enqueue(chunk);
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, bytes: () => bytes };
}

/** The sandbox on a socket; `answered` is its first answer, whether or not anybody is left to take it. */
async function listen(): Promise<{ port: number; answered: Promise<Response>; close(): Promise<void> }> {
  let resolveAnswer: (response: Response) => void = () => undefined;
  const answered = new Promise<Response>(resolve => {
    resolveAnswer = resolve;
  });
  const server = createAdaptorServer({
    fetch: async request => {
      const response = await bench.sandbox.app.fetch(request);
      resolveAnswer(response);
      return response;
    },
  }) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    answered,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
