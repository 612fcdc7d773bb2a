import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestApp, deliver, enter, green, type TestApp, webhookBody } from '#testing/test-app';

const token = 'an-operations-token-for-tests';
const sessionSecret = 'a-session-secret-for-tests';
const testApp = await createTestApp({ variables: { OPERATIONS_TOKEN: token, SESSION_SECRET: sessionSecret } });

function ask(headers: Record<string, string>, externalUserId = 'u-1', { app }: TestApp = testApp) {
  return app.request(`/api/operations/timeline?${new URLSearchParams({ externalUserId })}`, { headers });
}

async function enterAsStaff(scopes: string[]): Promise<{ cookie: string }> {
  const cookie = randomBytes(32).toString('base64url');
  const key = createHmac('sha256', sessionSecret).update(cookie).digest();
  await testApp.database.query(
    `insert into sessions (key, staff_id, scopes, expires_at) values ($1, 'staff-1', $2, now() + interval '1 day')`,
    [key, scopes],
  );
  return { cookie: `portico-session=${cookie}` };
}

async function readers(externalUserId: string): Promise<unknown[]> {
  const { rows } = await testApp.database.query(
    `select actor, actor_pseudonym = pseudonym('staff-1') as is_staff, detail from audit_trail
     where action = 'timeline-read' and subject_pseudonym = pseudonym($1) order by id`,
    [externalUserId],
  );
  return rows;
}

describe('the timeline', () => {
  test('is for whoever carries the operations token, and the trail says so', async () => {
    const { externalUserId } = await enter(testApp);
    await deliver(testApp.app, webhookBody(externalUserId, 1, green));
    const response = await ask({ authorization: `Bearer ${token}` }, externalUserId);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ externalUserId, verifications: [{ status: 'verified' }] });
    expect(await readers(externalUserId)).toEqual([
      { actor: 'system', is_staff: null, detail: { by: 'operations-token', presence: 'known' } },
    ]);
  });

  test('is for an operator’s session, and the trail names the operator by a pseudonym', async () => {
    const { externalUserId } = await enter(testApp);
    expect((await ask(await enterAsStaff(['operator']), externalUserId)).status).toBe(200);
    expect(await readers(externalUserId)).toEqual([{ actor: 'staff', is_staff: true, detail: { presence: 'known' } }]);
  });

  test.each<[string, () => Promise<Record<string, string>>, number, string]>([
    ['nobody', async () => ({}), 401, 'session-required'],
    ['another token', async () => ({ authorization: 'Bearer guessed' }), 401, 'session-required'],
    [
      'the beginning of the token',
      async () => ({ authorization: `Bearer ${token.slice(0, -1)}` }),
      401,
      'session-required',
    ],
    ['a designer', () => enterAsStaff(['designer']), 403, 'scope-required'],
    ['a person about themselves', () => enter(testApp).then(({ cookie }) => ({ cookie })), 403, 'scope-required'],
  ])('is refused to %s', async (_name, headers, status, code) => {
    const response = await ask(await headers(), 'u-refused');
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
    expect(await readers('u-refused')).toEqual([]);
  });

  test('is refused to every token where none is configured', async () => {
    const without = await createTestApp();
    for (const bearer of ['null', '', 'undefined']) {
      expect((await ask({ authorization: `Bearer ${bearer}` }, 'u-1', without)).status).toBe(401);
    }
  });

  test('of nobody is not found', async () => {
    const response = await ask({ authorization: `Bearer ${token}` }, '');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ detail: 'Name the person: ?externalUserId=…' });
  });
});
