import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { createTestDatabase } from '#testing/test-database';
import { toProblemResponse } from '../problems';
import { createSessionGate, nameSessionCookie } from './session-cookie';
import { createSessions } from './sessions';

const database = await createTestDatabase();
const sessions = createSessions(database, 'a-session-secret-for-tests', Date.now);
const person = { externalUserId: 'u-1', levelName: 'basic-kyc-level', returnUrl: null };
const aPerson = (await sessions.create(person)).cookie;
const anOperator = await sessions.createForStaff({ staffId: 'ann', scopes: ['operator'] }, { actor: 'command' });
const aDesigner = await sessions.createForStaff({ staffId: 'bob', scopes: ['designer'] }, { actor: 'command' });

/** What each question to the gate is answered with. */
function createGated(publicUrl: string) {
  const gate = createSessionGate(sessions, publicUrl);
  const app = new Hono();
  app.onError(error => toProblemResponse(error, 'a-request'));
  app.get('/cookie', c => c.json({ cookie: gate.readCookie(c) ?? null }));
  app.get('/person', async c => c.json((await gate.read(c)) ?? null));
  app.get('/required', async c => c.json(await gate.require(c)));
  app.get('/operator', async c => c.json(await gate.requireScope(c, 'operator')));
  app.get('/enter/:kind', c => {
    gate.writeCookie(c, aPerson, c.req.param('kind') === 'staff' ? 'staff' : 'person');
    return c.json({});
  });
  app.get('/leave', c => {
    gate.deleteCookie(c);
    return c.json({});
  });
  return async (path: string, cookie = '', name = nameSessionCookie(publicUrl)) => {
    const response = await app.request(path, { headers: { cookie: `${name}=${cookie}` } });
    return { setCookie: response.headers.get('set-cookie'), json: await response.json() };
  };
}

const [http, https] = [createGated('http://localhost:4000'), createGated('https://id.example.test')];

test('a cookie is read under the name that its address has, and in the shape that was given out', async () => {
  expect((await http('/cookie', aPerson)).json).toEqual({ cookie: aPerson });
  expect((await https('/cookie', aPerson)).json).toEqual({ cookie: aPerson });
  expect((await https('/cookie', aPerson, 'portico-session')).json).toEqual({ cookie: null });
  for (const cookie of ['', 'x', `${aPerson}x`, aPerson.slice(1), `${aPerson.slice(1)}.`]) {
    expect((await http('/cookie', cookie)).json).toEqual({ cookie: null });
  }
});

describe('who asks', () => {
  const required = { code: 'session-required', detail: 'There is no session, or it has ended' };
  const scope = { code: 'scope-required', detail: 'The session’s hand-over token did not have the scope operator' };
  const isPerson = { kind: 'person', externalUserId: 'u-1', levelName: 'basic-kyc-level', returnUrl: null };
  const isOperator = { kind: 'staff', staffId: 'ann', scopes: ['operator'] };

  test.each([
    ['a person', aPerson, isPerson, isPerson, scope],
    ['an operator', anOperator, null, required, isOperator],
    ['a designer', aDesigner, null, required, scope],
    ['nobody', '', null, required, required],
    ['somebody unknown', 'A'.repeat(43), null, required, required],
  ])('is %s', async (_name, cookie, read, asPerson, asOperator) => {
    const { json } = await http('/person', cookie);
    if (read === null) expect(json).toBeNull();
    else expect(json).toMatchObject(read);
    expect((await http('/required', cookie)).json).toMatchObject(asPerson);
    expect((await http('/operator', cookie)).json).toMatchObject(asOperator);
  });
});

test.each([
  ['person', 2_592_000],
  ['staff', 43_200],
])(
  'the cookie of a %s lasts as long as the session and is out of reach of scripts and other sites',
  async (kind, age) => {
    const rest = `Max-Age=${age}; Path=/; HttpOnly`;
    expect((await http(`/enter/${kind}`)).setCookie).toBe(`portico-session=${aPerson}; ${rest}; SameSite=Lax`);
    expect((await https(`/enter/${kind}`)).setCookie).toBe(
      `__Host-portico-session=${aPerson}; ${rest}; Secure; SameSite=Lax`,
    );
  },
);

test('a cookie is taken away as it was given', async () => {
  expect((await http('/leave')).setCookie).toBe('portico-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax');
  expect((await https('/leave')).setCookie).toBe(
    '__Host-portico-session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax',
  );
});
