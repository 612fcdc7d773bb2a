import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { get as getSecurely } from 'node:https';
import { type APIRequestContext, request as playwrightRequest } from '@playwright/test';
import { findFreePort } from '#dev/find-free-port';
import { type Nginx, startNginx } from '#dev/nginx';
import { type AppProcess, type Stack, startStack } from '#dev/stack';
import { sandboxCredentials } from '#sandbox/credentials';
import { signDelivery } from '#testing/sign-delivery';
import { expect, test } from './fixtures';

/** Two processes of the app behind nginx with the configuration that is meant for production. */
let stack: Stack;
let other: AppProcess;
let nginx: Nginx;

test.beforeAll(async () => {
  const [httpPort, httpsPort] = [await findFreePort(), await findFreePort()];
  stack = await startStack({ PUBLIC_URL: `https://localhost:${httpsPort}`, TRUSTED_PROXIES: '1' });
  other = await stack.startAnotherApp();
  nginx = await startNginx({ httpPort, httpsPort, appUrls: [stack.appUrl, other.url] });
});

test.afterAll(async () => {
  await nginx.close();
  await stack.close();
});

test.use({ ignoreHTTPSErrors: true });

interface Person {
  request: APIRequestContext;
  cookie: string;
  externalUserId: string;
}

async function enter(): Promise<Person> {
  const request = await playwrightRequest.newContext({ baseURL: nginx.httpsUrl, ignoreHTTPSErrors: true });
  const response = await request.post('/api/session');
  expect(response.status()).toBe(201);
  const cookie = response.headers()['set-cookie']?.split(';')[0] ?? '';
  expect(cookie).toMatch(/^__Host-portico-session=/);
  return { request, cookie, externalUserId: await readNewestPerson() };
}

async function readNewestPerson(): Promise<string> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ external_user_id: string }>(
    'select external_user_id from verifications order by created_at desc limit 1',
  );
  await client.end();
  return rows[0]?.external_user_id ?? '';
}

async function deliver(person: Person, second: number, reviewAnswer: 'GREEN' | 'RED'): Promise<number> {
  const body = JSON.stringify({
    applicantId: `applicant-of-${person.externalUserId}`,
    externalUserId: person.externalUserId,
    levelName: 'basic-kyc-level',
    type: 'applicantReviewed',
    reviewStatus: 'completed',
    reviewResult: reviewAnswer === 'RED' ? { reviewAnswer, reviewRejectType: 'FINAL' } : { reviewAnswer },
    createdAtMs: `2026-11-20 12:00:${String(second).padStart(2, '0')}.000`,
    sandboxMode: true,
  });
  const response = await person.request.post('/webhooks/idngo', {
    data: Buffer.from(body),
    headers: {
      'content-type': 'application/json',
      ...signDelivery(body, sandboxCredentials.webhookSecret),
    },
  });
  return response.status();
}

/** Opens the push stream through nginx and reads it until `wanted` has come. */
async function openStream(
  person: Person,
): Promise<{ response: IncomingMessage; until(wanted: string): Promise<string> }> {
  const outgoing = getSecurely(`${nginx.httpsUrl}/api/verification/events`, {
    rejectUnauthorized: false, // made for this test alone
    headers: { cookie: person.cookie, 'accept-encoding': 'gzip, br' },
  });
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  response.setEncoding('utf8');
  response.on('error', () => undefined); // a stream that is cut also closes, and that is what is waited for
  let text = '';
  response.on('data', chunk => {
    text += String(chunk);
  });
  return {
    response,
    async until(wanted) {
      while (!text.includes(wanted)) await once(response, 'data');
      return text;
    },
  };
}

test('the page works through the proxy and follows a result by itself', async ({ page }) => {
  await page.goto(nginx.httpsUrl);
  await expect(page.getByRole('button', { name: 'Start identity check' })).toBeVisible();
  const entered = await page.request.post(`${nginx.httpsUrl}/api/session`);
  expect(entered.status()).toBe(201);
  const request = await playwrightRequest.newContext({ baseURL: nginx.httpsUrl, ignoreHTTPSErrors: true });
  const person: Person = { request, cookie: '', externalUserId: await readNewestPerson() };
  await deliver(person, 1, 'GREEN');
  await page.goto(`${nginx.httpsUrl}/status`);
  await expect(page.getByRole('heading', { level: 1, name: 'You’re verified' })).toBeVisible();
  await deliver(person, 2, 'RED');
  await expect(page.getByRole('heading', { level: 1, name: 'Your verification has changed' })).toBeVisible();
});

test('the push stream passes at once, uncompressed, whichever process took the delivery', async () => {
  const person = await enter();
  const stream = await openStream(person);
  expect(stream.response.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8' });
  expect(stream.response.headers['content-encoding']).toBeUndefined();
  await stream.until('"not-started"');
  for (const [second, answer, status] of [
    [1, 'GREEN', '"verified"'],
    [2, 'RED', '"changed"'],
    [3, 'GREEN', '"revision":3'],
    [4, 'RED', '"revision":4'],
  ] as const) {
    expect(await deliver(person, second, answer)).toBe(200);
    const text = await stream.until(status);
    // Held back, it would have come with what followed.
    expect(text.slice(text.indexOf(status))).not.toContain('event: beat');
  }
  stream.response.destroy();
});

test('http leads to https, and what is for operators stays inside', async () => {
  const outgoing = get(`${nginx.httpUrl}/status?lang=kk`);
  const [moved] = (await once(outgoing, 'response')) as [IncomingMessage];
  moved.resume();
  expect([moved.statusCode, moved.headers.location]).toEqual([308, `${nginx.httpsUrl}/status?lang=kk`]);

  const { request } = await enter();
  for (const path of ['/metrics', '/readyz']) expect((await request.get(path)).status()).toBe(404);
  expect((await request.get('/healthz')).status()).toBe(200);
  expect((await request.post('/webhooks/idngo', { data: Buffer.alloc(1_100_000) })).status()).toBe(413);
});

test('security headers arrive once, as the app sends them', async () => {
  const { request } = await enter();
  const direct = await fetch(`${stack.appUrl}/`);
  const proxied = await request.get('/');
  for (const name of [
    'content-security-policy',
    'permissions-policy',
    'strict-transport-security',
    'x-frame-options',
  ]) {
    const values = proxied.headersArray().filter(header => header.name.toLowerCase() === name);
    expect(values.map(header => header.value)).toEqual([direct.headers.get(name)]);
  }
  expect(proxied.headers().server).toBe('nginx');
});

test('tokens in addresses reach no log of the proxy', async () => {
  const { request } = await enter();
  await request.get('/enter?token=planted-hand-over-token', { maxRedirects: 0 });
  await request.get('/verify?jwt=planted-mail-link', { maxRedirects: 0 });
  // A line is written after its answer was sent.
  for (const path of ['/enter', '/verify']) await expect.poll(nginx.readLogs).toContain(`GET ${path}"`);
  expect(nginx.readLogs()).not.toMatch(/planted/);
});

test.describe('while a process dies', () => {
  // What a browser prints by itself when a stream is cut.
  test.use({
    expectedConsole:
      /Failed to load resource: net::ERR_(HTTP2_PROTOCOL_ERROR|INCOMPLETE_CHUNKED_ENCODING|CONNECTION_\w+)/,
  });

  test('a killed process takes no delivery with it, and its streams go on at the other', async ({ page }) => {
    await page.goto(nginx.httpsUrl);
    await page.request.post(`${nginx.httpsUrl}/api/session`);
    const request = await playwrightRequest.newContext({ baseURL: nginx.httpsUrl, ignoreHTTPSErrors: true });
    const person: Person = { request, cookie: '', externalUserId: await readNewestPerson() };
    await deliver(person, 1, 'GREEN');
    await page.goto(`${nginx.httpsUrl}/status`);
    await expect(page.getByRole('heading', { level: 1, name: 'You’re verified' })).toBeVisible();

    const streams = await Promise.all([1, 2, 3, 4].map(async () => openStream(await enter())));
    const cut = streams.map(({ response }) => new Promise(resolve => response.once('close', resolve)));
    await other.end('SIGKILL');
    await Promise.race(cut);
    const answers: number[] = [];
    for (let second = 2; second < 12; second += 1)
      answers.push(await deliver(person, second, second % 2 ? 'GREEN' : 'RED'));
    expect(answers).toEqual(answers.map(() => 200));
    await expect(page.getByRole('heading', { level: 1, name: 'You’re verified' })).toBeVisible();
    for (const { response } of streams) response.destroy();
    await deliver(person, 20, 'RED');
    await expect(page.getByRole('heading', { level: 1, name: 'Your verification has changed' })).toBeVisible();
  });
});
