import { expect, test, vi } from 'vitest';
import { type Endpoint, endpoints, eventsPath } from '#contract/endpoints';
import { cancelHandOff, readHandOff } from '#contract/hand-off';
import { revealDocuments } from '#contract/revealed';
import { createTestApp, deliver, enter, green, redRetry, webhookBody } from '#testing/test-app';
import { toReference } from '../verifications/verification-rows';

const asked: string[] = [];
const testApp = await createTestApp({
  now: () => Date.UTC(2026, 10, 25, 12),
  fetch: async (url, init) => {
    const { pathname, search } = new URL(String(url));
    // Asked by the reconciler, in its own time.
    if (!pathname.endsWith('/status')) asked.push(`${pathname}${search} ${init?.body ?? ''}`);
    if (pathname.includes('accessTokens')) return Response.json({ token: '_act-1' });
    return Response.json(pathname.endsWith('/one') ? { id: 'a', review: { reviewStatus: 'completed' } } : {});
  },
});
const { app, database } = testApp;

// Learned in the background, once.
await vi.waitFor(async () => {
  const configuration = await app.request(endpoints.readConfiguration.path);
  expect(await configuration.json()).not.toMatchObject({ provider: { probeUrl: null } });
});

const mine = await enter(testApp);
const theirs = await enter(testApp);
await deliver(app, webhookBody(mine.externalUserId, 1, redRetry));
await deliver(app, webhookBody(theirs.externalUserId, 1, green));

async function verificationIdOf(externalUserId: string): Promise<string> {
  const { rows } = await database.query<{ id: string }>('select id from verifications where external_user_id = $1', [
    externalUserId,
  ]);
  return rows[0]?.id ?? '';
}
const theirId = await verificationIdOf(theirs.externalUserId);
const theirCookie = theirs.cookie.split('=')[1] ?? '';

const names = [
  ...[
    'externalUserId',
    'external_user_id',
    'userId',
    'user',
    'id',
    'sub',
    'applicantId',
    'verificationId',
    'reference',
  ],
  ...['levelName', 'level', 'session', 'sessionId', 'cookie', 'portico-session', 'token', 'jwt', 'scope', 'as'],
];
const values = [
  theirs.externalUserId,
  theirId,
  toReference(theirId),
  `applicant-of-${theirs.externalUserId}`,
  theirCookie,
];

/** Everything a client could say about whose, in every place it could say it. */
function* claims(): Generator<{ query: string; headers: Record<string, string>; body: string }> {
  for (const value of values) {
    const everything = Object.fromEntries(names.map(name => [name, value]));
    const headers = Object.fromEntries(names.map(name => [`x-${name.replaceAll('_', '-')}`, value]));
    yield {
      query: `?${new URLSearchParams(everything)}`,
      headers: { ...headers, authorization: `Bearer ${value}`, from: value, 'last-event-id': '0' },
      body: JSON.stringify({ ...everything, person: everything, session: everything }),
    };
  }
}

async function ask({ method, path }: Pick<Endpoint, 'method' | 'path'>, claim = { query: '', headers: {}, body: '' }) {
  asked.length = 0;
  const response = await app.request(`${path}${claim.query}`, {
    method,
    headers: { cookie: mine.cookie, 'content-type': 'application/json', ...claim.headers },
    ...(method === 'GET' || claim.body === '' ? {} : { body: claim.body }),
  });
  const cookie = response.headers.get('set-cookie');
  const text = (await response.text()).replace(/"requestId":"[^"]*"/, '');
  // Besides, the backend asks by itself what became of people whose result is overdue.
  const forTokens = asked.filter(line => line.includes('accessTokens'));
  const forThem = asked.filter(line => line.includes(theirs.externalUserId));
  return { status: response.status, text, hasCookie: cookie !== null, forTokens, forThem };
}

const keeping = Object.entries<Endpoint>({ ...endpoints, revealDocuments, readHandOff, cancelHandOff }).filter(
  ([name]) => name !== 'createSession' && name !== 'endSession',
);

test.each(keeping)('%s answers for the session, whatever the request says about whose', async (_name, endpoint) => {
  const plain = await ask(endpoint);
  expect(plain.forThem).toEqual([]);
  // 404: there is nothing to reveal of somebody who is not verified, as the other one is.
  expect([200, 202, 404]).toContain(plain.status);
  for (const claim of claims()) expect(await ask(endpoint, claim)).toEqual(plain);
});

test('createSession makes a new person, whatever the request says about whose', async () => {
  const read = 'select id, external_user_id, level_name, status, revision from verifications order by id';
  const { rows: before } = await database.query(read);
  for (const claim of claims()) {
    const response = await app.request(`${endpoints.createSession.path}${claim.query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...claim.headers },
      body: claim.body,
    });
    expect(await response.json()).toMatchObject({ status: 'not-started', revision: 0 });
  }
  const { rows: after } = await database.query(read);
  expect(after).toHaveLength(before.length + values.length);
  expect(after).toEqual(expect.arrayContaining(before));
  expect(new Set(after.map(row => row.level_name))).toEqual(new Set(['basic-kyc-level']));
});

test('endSession ends the session of the cookie, whatever the request says about whose', async () => {
  for (const claim of claims()) {
    const leaving = await enter(testApp);
    const response = await app.request(`${endpoints.endSession.path}${claim.query}`, {
      method: 'DELETE',
      headers: { 'content-type': 'application/json', ...claim.headers, cookie: leaving.cookie },
      body: claim.body,
    });
    expect(response.status).toBe(200);
    for (const [cookie, status] of [
      [leaving.cookie, 401],
      [theirs.cookie, 200],
      [mine.cookie, 200],
    ] as const) {
      expect((await app.request('/api/verification', { headers: { cookie } })).status).toBe(status);
    }
  }
});

test('without a session nothing that is said about whose opens one', async () => {
  for (const claim of claims()) {
    for (const path of ['/api/verification', '/api/verification/documents', eventsPath]) {
      expect((await app.request(`${path}${claim.query}`, { headers: claim.headers })).status).toBe(401);
    }
  }
});
