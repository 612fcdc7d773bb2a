import { type IncomingMessage, type Server, request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ErrorCode, errorCodes } from '#idngo/errors';
import { openTestSandbox, origin, signHeaders, type TestSandbox } from '../open-test-sandbox';
import { faultListSchema, type NewFaultInput, setFaultSchema } from './fault-contract';
import { requestListSchema } from './panel-contract';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

const health = '/resources/status/api';
const ask = (path = health) => bench.call('GET', path);

type ForApi = Extract<NewFaultInput, { target: 'api' }>;

async function setForApi(fault: ForApi['fault'], rest: Omit<ForApi, 'target' | 'fault'> = {}): Promise<string> {
  const response = await bench.panel('/faults', { target: 'api', fault, ...rest });
  expect(response.status).toBe(201);
  return v.parse(setFaultSchema, await response.json()).faultId;
}

async function listFaults() {
  return v.parse(faultListSchema, await (await bench.panel('/faults')).json()).items;
}

async function untilUsedUp(): Promise<void> {
  await vi.waitFor(async () => expect((await listFaults()).filter(({ left }) => left !== 0)).toEqual([]));
}

test('answers 429 with Retry-After as often as was asked for, and then as usual', async () => {
  await setForApi({ name: 'too-many-requests', retryAfterSeconds: 7 }, { times: 2 });
  for (const left of [1, 0]) {
    const refused = await ask();
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '7']);
    expect(await refused.json()).toMatchObject({ code: 429, correlationId: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect((await listFaults()).map(fault => fault.left)).toEqual(left ? [left] : []);
  }
  expect((await ask()).status).toBe(200);
});

test.each([
  ['server-error', 500, 'application/json', /"code":500/],
  ['bad-gateway', 502, 'text/html', /<h1>502 Bad Gateway/],
  ['unavailable', 503, null, /^$/],
] as const)('answers %s with %i in the shape of whoever answers that', async (name, status, contentType, body) => {
  await setForApi({ name });
  const refused = await ask();
  expect([refused.status, refused.headers.get('Content-Type')]).toEqual([status, contentType]);
  expect(await refused.text()).toMatch(body);
});

test.each(Object.keys(errorCodes).map(Number) as ErrorCode[])(
  'answers error code %i with its status and name',
  async errorCode => {
    await setForApi({ name: 'error-code', errorCode });
    const { httpStatus, errorName } = errorCodes[errorCode];
    const refused = await ask();
    expect(refused.status).toBe(httpStatus);
    expect(await refused.json()).toMatchObject({ code: httpStatus, errorCode, errorName });
  },
);

test('concerns only the paths it was set for, until it is cleared', async () => {
  const faultId = await setForApi(
    { name: 'unavailable' },
    { times: null, only: { pathPrefix: '/resources/applicants' } },
  );
  const applicant = '/resources/applicants/0/one';
  expect([(await ask()).status, (await ask(applicant)).status, (await ask(applicant)).status]).toEqual([200, 503, 503]);
  expect(await listFaults()).toMatchObject([{ faultId, left: null, only: { pathPrefix: '/resources/applicants' } }]);
  const response = await bench.sandbox.fetch(`${origin}/panel/api/faults/${faultId}`, {
    method: 'DELETE',
    headers: { 'Content-Type': 'application/json' },
  });
  expect(response.status).toBe(200);
  expect((await ask(applicant)).status).toBe(404);
});

test('never touches the frame and the panel', async () => {
  const token = await bench.mintToken('u-1');
  await setForApi({ name: 'server-error' }, { times: null });
  expect((await bench.frame(token, '/frame/api/applicant')).status).toBe(200);
  expect((await bench.panel('/applicants')).status).toBe(200);
});

test('says in the log of requests what was let happen', async () => {
  await setForApi({ name: 'error-code', errorCode: 4003 });
  await ask();
  await ask();
  const { items } = v.parse(requestListSchema, await (await bench.panel('/requests')).json());
  expect(items[1]).toMatchObject({ httpStatus: 401, errorCode: 4003, fault: 'error-code' });
  expect(items[0]).not.toHaveProperty('fault');
});

describe('a time-out', () => {
  test('ends after its seconds with the answer there would have been', async () => {
    await setForApi({ name: 'time-out', seconds: 300 });
    let isAnswered = false;
    const asked = ask().finally(() => {
      isAnswered = true;
    });
    await untilUsedUp();
    bench.clock.advance(299_999);
    await ask();
    expect(isAnswered).toBe(false);
    bench.clock.advance(1);
    expect((await asked).status).toBe(200);
    expect(bench.clock.delays()).toEqual([]);
  });

  test('lasts until it is cleared where it has none, and stays listed for that', async () => {
    const faultId = await setForApi({ name: 'time-out' });
    const asked = ask();
    await untilUsedUp();
    bench.clock.advance(30_000);
    expect(await listFaults()).toMatchObject([{ faultId, left: 0, fault: { name: 'time-out', seconds: null } }]);
    expect((await ask()).status).toBe(200);
    await bench.panel('/faults/clear', {});
    expect((await asked).status).toBe(200);
    expect(await listFaults()).toEqual([]);
  });

  test('ends for a caller that loses patience, whose request is carried out all the same', async () => {
    await setForApi({ name: 'time-out' });
    const impatience = new AbortController();
    const path = '/resources/applicants?levelName=basic-kyc-level';
    const body = '{"externalUserId":"u-1"}';
    const headers = {
      ...signHeaders('POST', path, Buffer.from(body), bench.clock.now()),
      'Content-Type': 'application/json',
    };
    const { signal } = impatience;
    const asked = bench.sandbox.fetch(`${origin}${path}`, { method: 'POST', headers, body, signal });
    await untilUsedUp();
    impatience.abort(new DOMException('enough', 'TimeoutError'));
    await expect(asked).rejects.toThrow('enough');
    expect(await (await bench.panel('/applicants')).json()).toMatchObject({ items: [{ externalUserId: 'u-1' }] });
  });

  test('ends when the sandbox closes', async () => {
    await setForApi({ name: 'time-out' });
    const asked = ask();
    await untilUsedUp();
    await bench.restart();
    expect((await asked).status).toBe(200);
  });
});

test.each([
  [61, 401],
  [-61, 401],
  [60, 200],
  [-59, 200],
])('judges signatures by a clock that is %i seconds off, and shows it in Date', async (seconds, status) => {
  await setForApi({ name: 'clock-skew', seconds });
  const answered = await ask();
  expect(answered.status).toBe(status);
  expect(answered.headers.get('Date')).toBe(new Date(bench.clock.now() + seconds * 1_000).toUTCString());
  if (status === 401) expect(await answered.json()).toMatchObject({ errorCode: 4004 });
  expect((await ask()).status).toBe(200);
});

test('judges signatures by real time although the sandbox’s clock was moved', async () => {
  await bench.panel('/clock/advance', { seconds: 86_400 });
  expect((await ask()).status).toBe(200);
});

test('cuts the answer in the middle after the request was carried out', async () => {
  await setForApi({ name: 'cut' });
  const answered = await bench.call('POST', '/resources/applicants?levelName=basic-kyc-level', {
    json: { externalUserId: 'u-1' },
  });
  expect(answered.status).toBe(201);
  await expect(answered.text()).rejects.toThrow('cut');
  expect(await (await bench.panel('/applicants')).json()).toMatchObject({ items: [{ externalUserId: 'u-1' }] });
});

describe('over a real socket', () => {
  let server: Server;
  beforeEach(async () => {
    server = createAdaptorServer({ fetch: bench.sandbox.app.fetch }) as Server;
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    return new Promise(resolve => server.close(resolve));
  });

  function open(headers = signHeaders('GET', health, Buffer.alloc(0), bench.clock.now())) {
    const { port } = server.address() as AddressInfo;
    return sendRequest({ host: '127.0.0.1', port, path: health, headers, agent: false });
  }

  async function askBySocket(
    headers?: Record<string, string>,
  ): Promise<{ status: number | undefined; received: string; end: string }> {
    return new Promise((resolve, reject) => {
      open(headers)
        .on('response', (response: IncomingMessage) => {
          let received = '';
          const finish = (end: string) => resolve({ status: response.statusCode, received, end });
          response.setEncoding('utf8').on('data', chunk => {
            received += chunk;
          });
          response.on('end', () => finish('complete')).on('error', error => finish(String(error)));
        })
        .on('error', reject)
        .end();
    });
  }

  test('cuts the connection in the middle of the answer', async () => {
    await setForApi({ name: 'cut' });
    expect(await askBySocket()).toEqual({ status: 200, received: '{"ok', end: 'Error: aborted' });
    expect(await askBySocket()).toEqual({ status: 200, received: '{"ok":1}', end: 'complete' });
  });

  test('cuts a refusal, too, and has its status in the log', async () => {
    await setForApi({ name: 'cut' });
    expect(await askBySocket({})).toMatchObject({ status: 401, end: 'Error: aborted' });
    const { items } = v.parse(requestListSchema, await (await bench.panel('/requests')).json());
    expect(items).toMatchObject([{ httpStatus: 401, errorCode: 4006, fault: 'cut' }]);
  });

  test('lets a request hang until the fault is cleared', async () => {
    await setForApi({ name: 'time-out' });
    const asked = askBySocket();
    await untilUsedUp();
    await bench.panel('/faults/clear', {});
    expect(await asked).toMatchObject({ status: 200, end: 'complete' });
  });

  test('notices a caller that hangs up', async () => {
    await setForApi({ name: 'time-out' });
    const request = open().on('error', () => undefined);
    request.end();
    await untilUsedUp();
    request.destroy();
    await vi.waitFor(async () => {
      const { items } = v.parse(requestListSchema, await (await bench.panel('/requests')).json());
      expect(items).toMatchObject([{ path: health, fault: 'time-out' }]);
    });
  });

  test('answers as a gateway', async () => {
    await setForApi({ name: 'bad-gateway' });
    expect(await askBySocket()).toMatchObject({ status: 502, received: expect.stringContaining('<h1>') });
  });
});
