import { expect, test } from 'vitest';
import { createTestApp, deliver, enter, green, readStatus, redRetry, webhookBody } from '#testing/test-app';

// Deliveries are dated by the second after 2026-11-20T12:00:00Z.
let clock = Date.parse('2026-11-20T13:00:00Z');
const testApp = await createTestApp({
  variables: { ATTEMPTS_PER_DAY: '2' },
  now: () => clock,
  fetch: async url => {
    const { pathname } = new URL(String(url));
    if (pathname.endsWith('/accessTokens')) return new Response(JSON.stringify({ token: '_act-1' }));
    if (pathname.endsWith('/one')) return new Response(JSON.stringify({ id: 'applicant-1' }));
    return new Response('{}');
  },
});
const { app, database } = testApp;
const pending = { type: 'applicantPending', reviewStatus: 'pending' };

const makeHandOff = (cookie: string) => app.request('/api/hand-off', { method: 'POST', headers: { cookie } });
const askToken = (cookie: string) => app.request('/api/access-token', { method: 'POST', headers: { cookie } });

async function readAttempts(cookie: string): Promise<unknown> {
  const response = await app.request('/api/verification/documents', { headers: { cookie } });
  return ((await response.json()) as { attempts: unknown }).attempts;
}

test('a person submits as often as the operator allows, and is then told when they may again', async () => {
  const { cookie, externalUserId } = await enter(testApp);
  const say = (second: number, fields: Record<string, unknown>) =>
    deliver(app, webhookBody(externalUserId, second, fields));
  expect(await readAttempts(cookie)).toEqual({ left: 2, nextAt: null });

  await say(1, pending);
  await say(2, redRetry);
  expect(await readAttempts(cookie)).toEqual({ left: 1, nextAt: null });
  expect((await askToken(cookie)).status).toBe(200);

  await say(3, pending);
  expect((await askToken(cookie)).status).toBe(200);
  await say(4, redRetry);
  expect(await readAttempts(cookie)).toEqual({ left: 0, nextAt: '2026-11-21T12:00:01.000Z' });
  const refused = await askToken(cookie);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe(String(23 * 60 * 60 + 1));
  expect(await refused.json()).toMatchObject({ code: 'attempts-used' });

  const { rows } = await database.query(
    `select actor, detail from audit_trail where action = 'attempt-refused' and subject_pseudonym = pseudonym($1)`,
    [externalUserId],
  );
  expect(rows).toEqual([{ actor: 'person', detail: { perDay: 2, nextAt: '2026-11-21T12:00:01.000Z' } }]);

  clock = Date.parse('2026-11-21T12:00:01Z');
  expect(await readAttempts(cookie)).toEqual({ left: 1, nextAt: null });
  expect((await askToken(cookie)).status).toBe(200);
});

test('the attempts of one person are nobody else’s', async () => {
  clock = Date.parse('2026-11-20T13:00:00Z');
  const [one, other] = [await enter(testApp), await enter(testApp)];
  for (const second of [1, 3]) {
    await deliver(app, webhookBody(one.externalUserId, second, pending));
    await deliver(app, webhookBody(one.externalUserId, second + 1, redRetry));
  }
  expect((await askToken(one.cookie)).status).toBe(429);
  expect((await askToken(other.cookie)).status).toBe(200);
});

test('who was verified and asked for more is told when they had been', async () => {
  const { cookie, externalUserId } = await enter(testApp);
  await deliver(app, webhookBody(externalUserId, 1, green));
  await deliver(app, webhookBody(externalUserId, 5, redRetry));
  expect(await readStatus(app, cookie)).toMatchObject({
    status: 'changed',
    remedy: 'resubmit',
    approvedAt: '2026-11-20T12:00:01.000Z',
    changedAt: '2026-11-20T12:00:05.000Z',
  });
});

test('nobody is sent to a phone who could not submit there', async () => {
  clock = Date.parse('2026-11-20T13:00:00Z');
  const { cookie, externalUserId } = await enter(testApp);
  expect((await makeHandOff(cookie)).status).toBe(201);
  for (const second of [1, 3]) {
    await deliver(app, webhookBody(externalUserId, second, pending));
    await deliver(app, webhookBody(externalUserId, second + 1, redRetry));
  }
  const refused = await makeHandOff(cookie);
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ code: 'attempts-used' });
  clock = Date.parse('2026-11-21T12:00:01Z');
  expect((await makeHandOff(cookie)).status).toBe(201);
});
