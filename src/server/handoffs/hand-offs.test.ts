import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { cancelHandOff, type HandOff, lookPath, makeHandOff, readHandOff, takePath } from '#contract/hand-off';
import { dumpDatabase } from '#testing/dump-database';
import { createTestApp, deliver, enter, green, readStatus, type TestApp, webhookBody } from '#testing/test-app';
import { createLog } from '../log';
import { erasePerson } from '../privacy/erase-person';
import { createRetentionJob } from '../privacy/retention';
import { createSessions } from '../sessions/sessions';

const minute = 60_000;
const start = Date.UTC(2026, 10, 25, 12);
let time = start;
const now = () => time;
const lines: string[] = [];
const log = createLog('debug', { write: line => void lines.push(line) });

const here = await createTestApp({ now, log });
const neighbour = await createTestApp({ now, log, database: here.database });
const { app, database } = here;

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0.0.0 Safari/537.36';
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Mobile/15E148 Safari/604.1';

function call(to: TestApp['app'], method: string, path: string, headers: Record<string, string>, body?: object) {
  const content = body ? { body: JSON.stringify(body) } : {};
  return to.request(path, { method, headers: { 'content-type': 'application/json', ...headers }, ...content });
}

async function make(cookie: string, to = app) {
  const response = await call(to, 'POST', makeHandOff.path, { cookie, 'user-agent': windows });
  return { status: response.status, ...v.parse(makeHandOff.response, await response.json()) };
}

async function read(cookie: string, to = app): Promise<HandOff | null> {
  const response = await call(to, 'GET', readHandOff.path, { cookie });
  return v.parse(readHandOff.response, await response.json()).handOff;
}

const cancel = (cookie: string) => call(app, 'DELETE', cancelHandOff.path, { cookie });

async function ask(path: string, token: string, cookie = '', to = app) {
  const response = await call(to, 'POST', path, { 'user-agent': iphone, ...(cookie && { cookie }) }, { token });
  return {
    status: response.status,
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
    body: (await response.json()) as Record<string, unknown>,
  };
}
const look = (token: string, cookie?: string) => ask(lookPath, token, cookie);
const take = (token: string, cookie?: string, to?: TestApp['app']) => ask(takePath, token, cookie, to);

const revisionOf = async (cookie: string) => Number((await readStatus(app, cookie)).revision);
async function auditOf(externalUserId: string): Promise<{ action: string; detail: Record<string, unknown> }[]> {
  const { rows } = await database.query<{ action: string; detail: Record<string, unknown> }>(
    'select action, detail from audit_trail where subject_pseudonym = pseudonym($1) order by id',
    [externalUserId],
  );
  return rows;
}

test('takes a person to their phone: a session of its own, the same verification, and the computer sees it', async () => {
  const person = await enter(here);
  const made = await make(person.cookie);
  expect(made).toMatchObject({ status: 201, url: 'http://localhost:4000/handoff', secondsLeft: 600 });
  expect(made.token).toMatch(/^[\w-]{24}$/);
  expect(await read(person.cookie)).toEqual({ state: 'waiting', id: made.id });

  expect((await look(made.token)).body).toEqual({
    is: 'open',
    startedOn: { browser: 'Chrome', system: 'Windows' },
    startedAt: new Date(start).toISOString(),
    present: 'nobody',
  });
  const before = await revisionOf(person.cookie);
  const taken = await take(made.token);
  expect(taken.status).toBe(200);
  expect(taken.cookie).not.toBe(person.cookie);
  const [computer, phone] = [await readStatus(app, person.cookie), await readStatus(app, taken.cookie)];
  expect(phone).toEqual(computer);
  expect(computer.revision).toBe(before + 1);
  expect(await read(person.cookie)).toEqual({
    ...{ state: 'connected', id: made.id, at: new Date(start).toISOString() },
    device: { browser: 'Safari', system: 'iPhone' },
  });
  const audit = await auditOf(person.externalUserId);
  expect(audit.map(({ action, detail }) => [action, detail])).toEqual([
    ['signed-in', {}],
    ['hand-off-made', { replaced: 0 }],
    ['signed-in', { by: 'hand-off' }],
  ]);
});

test('tells the phone’s page, and no other, that it came by a hand-off', async () => {
  const { cookie } = await enter(here);
  const phone = (await take((await make(cookie)).token)).cookie;
  const sessionOf = async (header: string) => (await call(app, 'GET', '/api/session', { cookie: header })).json();
  expect(await sessionOf(phone)).toMatchObject({ handedOff: true });
  expect(await sessionOf(cookie)).not.toHaveProperty('handedOff');
});

test('leads back to where the computer’s session leads back to, at the same level', async () => {
  const sessions = createSessions(database, here.config.sessionSecret, now);
  const returnUrl = 'https://bank.example/account';
  const { cookie } = await sessions.create({
    externalUserId: 'u-returning',
    levelName: 'address-kyc-level',
    returnUrl,
  });
  const phone = (await take((await make(`portico-session=${cookie}`)).token)).cookie;
  const answer = await (await call(app, 'GET', '/api/configuration', { cookie: phone })).json();
  expect(answer).toMatchObject({ links: { return: returnUrl } });
  expect(await sessions.read(phone.split('=')[1] ?? '')).toMatchObject({ levelName: 'address-kyc-level' });
});

test('lets in one of twenty who try at once, over two processes', async () => {
  const { cookie } = await enter(here);
  const { token } = await make(cookie);
  const tries = await Promise.all(
    Array.from({ length: 20 }, (_, place) => take(token, '', (place % 2 ? neighbour : here).app)),
  );
  expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(new Set(tries.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
    new Set(['hand-off-used']),
  );
  expect(tries.filter(entered => entered.cookie !== '')).toHaveLength(1);
});

test('spends nothing by being looked at, however often, nor by GET or HEAD', async () => {
  const { cookie } = await enter(here);
  const { token } = await make(cookie);
  for (let count = 0; count < 5; count += 1) expect((await look(token)).body).toMatchObject({ is: 'open' });
  for (const method of ['GET', 'HEAD']) expect((await call(app, method, takePath, {})).status).toBeGreaterThan(403);
  expect((await take(token)).status).toBe(200);
});

test('says why, the second time: that it was used on another device', async () => {
  const { cookie } = await enter(here);
  const { token } = await make(cookie);
  await take(token);
  for (const { status, body } of [await look(token), await take(token)]) {
    expect([status, body.code]).toEqual([409, 'hand-off-used']);
  }
});

test('leads the phone that took it on, by a second scan or a second press', async () => {
  const { cookie } = await enter(here);
  const { token } = await make(cookie);
  const phone = (await take(token)).cookie;
  expect((await look(token, phone)).body).toEqual({ is: 'taken-here' });
  expect(await take(token, phone)).toMatchObject({ status: 200, cookie: '' });
});

test('lives ten minutes', async () => {
  const { cookie } = await enter(here);
  const { token, id } = await make(cookie);
  time = start + 10 * minute - 1;
  expect((await look(token)).status).toBe(200);
  time = start + 10 * minute;
  for (const { status, body } of [await look(token), await take(token)]) {
    expect([status, body.code]).toEqual([410, 'hand-off-expired']);
  }
  expect(await read(cookie)).toEqual({ state: 'expired', id });
  time = start;
});

test('opens nothing once it was cancelled, and tells every page of the person', async () => {
  const person = await enter(here);
  const { token, id } = await make(person.cookie);
  const before = await revisionOf(person.cookie);
  expect(await (await cancel(person.cookie)).json()).toEqual({ handOff: { state: 'cancelled', id } });
  expect(await revisionOf(person.cookie)).toBe(before + 1);
  for (const { status, body } of [await look(token), await take(token)]) {
    expect([status, body.code]).toEqual([410, 'hand-off-cancelled']);
  }
  expect((await cancel(person.cookie)).status).toBe(200);
  expect((await auditOf(person.externalUserId)).filter(({ action }) => action === 'hand-off-cancelled')).toEqual([
    { action: 'hand-off-cancelled', detail: { disconnected: 0 } },
  ]);
});

test('puts a phone out that somebody else had connected, and leaves the computer signed in', async () => {
  const { cookie } = await enter(here);
  const { token } = await make(cookie);
  const stranger = (await take(token)).cookie;
  await cancel(cookie);
  expect(await readStatus(app, stranger)).toMatchObject({ code: 'session-required' });
  expect(await readStatus(app, cookie)).toMatchObject({ status: 'not-started' });
  expect(await read(cookie)).toMatchObject({ state: 'cancelled' });
});

test('ends an older one by a newer one, on whichever computer of the person', async () => {
  const sessions = createSessions(database, here.config.sessionSecret, now);
  const person = { externalUserId: 'u-two-computers', levelName: 'basic-kyc-level', returnUrl: null };
  const [first, second] = await Promise.all([sessions.create(person), sessions.create(person)]);
  const header = (entered: { cookie: string }) => `portico-session=${entered.cookie}`;
  const older = await make(header(first));
  const before = await revisionOf(header(first));
  const newer = await make(header(second), neighbour.app);
  expect((await take(older.token)).body.code).toBe('hand-off-cancelled');
  expect(await read(header(first))).toEqual({ state: 'replaced', id: older.id });
  expect(await revisionOf(header(first))).toBe(before + 1);
  expect((await take(newer.token)).status).toBe(200);
});

test('does no harm on the computer that made it', async () => {
  const { cookie } = await enter(here);
  const { token } = await make(cookie);
  expect((await look(token, cookie)).body).toEqual({ is: 'own' });
  expect(await take(token, cookie)).toMatchObject({ status: 200, cookie: '' });
  expect((await take(token)).status).toBe(200);
});

test('says that somebody else is signed in on the phone, and ends that session only when it is taken', async () => {
  const [mine, theirs] = [await enter(here), await enter(here)];
  const { token } = await make(mine.cookie);
  expect((await look(token, theirs.cookie)).body).toMatchObject({ is: 'open', present: 'somebody-else' });
  expect(await readStatus(app, theirs.cookie)).toMatchObject({ status: 'not-started' });
  const taken = await take(token, theirs.cookie);
  expect(await readStatus(app, theirs.cookie)).toMatchObject({ code: 'session-required' });
  expect((await readStatus(app, taken.cookie)).reference).toBe((await readStatus(app, mine.cookie)).reference);
});

test('says that it is the same person who is signed in there', async () => {
  const sessions = createSessions(database, here.config.sessionSecret, now);
  const person = { externalUserId: 'u-on-both', levelName: 'basic-kyc-level', returnUrl: null };
  const [computer, phone] = [await sessions.create(person), await sessions.create(person)];
  const { token } = await make(`portico-session=${computer.cookie}`);
  expect((await look(token, `portico-session=${phone.cookie}`)).body).toMatchObject({ present: 'same-person' });
});

describe('goes with what it belongs to', () => {
  test('the session that made it, whose end is the end of the link, and not of the phone that took it', async () => {
    const { cookie } = await enter(here);
    const taken = await take((await make(cookie)).token);
    const { token } = await make(cookie);
    await call(app, 'DELETE', '/api/session', { cookie });
    expect((await take(token)).body.code).toBe('hand-off-unknown');
    expect(await readStatus(app, taken.cookie)).toMatchObject({ status: 'not-started' });
  });

  test('somebody who enters as another person in the same browser', async () => {
    const { cookie } = await enter(here);
    const { token } = await make(cookie);
    await call(app, 'POST', '/api/session', { cookie });
    expect((await take(token)).body.code).toBe('hand-off-unknown');
  });

  test('the end of all of a person’s sessions', async () => {
    const person = await enter(here);
    const { token } = await make(person.cookie);
    const phone = (await take(token)).cookie;
    await createSessions(database, here.config.sessionSecret, now).endAllOf(person.externalUserId);
    expect(await readStatus(app, phone)).toMatchObject({ code: 'session-required' });
  });

  test('the person who is erased', async () => {
    const person = await enter(here);
    const { token } = await make(person.cookie);
    const erased = await erasePerson(database, {
      ...{ externalUserId: person.externalUserId, actor: 'command', reason: 'requested', at: new Date() },
    });
    expect(erased.handoffs).toBe(1);
    expect((await take(token)).body.code).toBe('hand-off-unknown');
    expect(await auditOf(person.externalUserId)).toContainEqual({
      action: 'erased',
      detail: expect.objectContaining({ handoffs: 1 }),
    });
  });
});

test('is forgotten a day after it, unless the session that it made goes on', async () => {
  const [unused, used] = [await enter(here), await enter(here)];
  const kept = await make(used.cookie);
  await take(kept.token);
  const forgotten = await make(unused.cookie);
  const hashOf = (token: string) => createHash('sha256').update(token).digest();
  const enforce = (ms: number) =>
    createRetentionJob({ database, log, now: () => start + ms }).run(new AbortController().signal);
  const left = async () => {
    const { rows } = await database.query<{ key: Buffer }>('select key from handoffs where key = any($1)', [
      [hashOf(kept.token), hashOf(forgotten.token)],
    ]);
    return rows.map(row => row.key.toString('hex'));
  };
  await enforce(24 * 60 * minute);
  expect(await left()).toHaveLength(2);
  await enforce((24 * 60 + 10) * minute);
  expect(await left()).toEqual([hashOf(kept.token).toString('hex')]);
});

test('keeps the result of a phone and a computer the same, whichever comes first', async () => {
  const person = await enter(here);
  const phone = (await take((await make(person.cookie)).token)).cookie;
  await deliver(app, webhookBody(person.externalUserId, 1, green));
  expect(await readStatus(app, phone)).toMatchObject({ status: 'verified' });
  expect(await readStatus(app, person.cookie)).toEqual(await readStatus(app, phone));
});

test('is made and read only in a session', async () => {
  for (const [method, path] of [
    ['GET', readHandOff.path],
    ['POST', makeHandOff.path],
    ['DELETE', cancelHandOff.path],
  ] as const) {
    const response = await call(app, method, path, {});
    expect([method, response.status, await response.json()]).toMatchObject([method, 401, { code: 'session-required' }]);
  }
  const { cookie } = await enter(here);
  expect(await read(cookie)).toBeNull();
  expect(await (await cancel(cookie)).json()).toEqual({ handOff: null });
});

test.each([
  ['nothing', undefined],
  ['no token', {}],
  ['a number', { token: 7 }],
])('refuses a body with %s as malformed', async (_, body) => {
  const response = await call(app, 'POST', takePath, {}, body);
  expect([response.status, await response.json()]).toMatchObject([400, { code: 'malformed-request' }]);
});

test.each([
  '',
  'x',
  'A'.repeat(23),
  'A'.repeat(24),
  'A'.repeat(25),
  '../../../../../../etc/pw',
  `${'A'.repeat(23)}\u0000`,
])('knows nothing of the token %j', async token => {
  expect((await take(token)).body.code).toBe('hand-off-unknown');
});

test('limits who guesses by address, over both questions, and counts nobody who is right', async () => {
  const from = (address: string, path: string, token: string) =>
    app.request(
      path,
      { method: 'POST', body: JSON.stringify({ token }), headers: { 'content-type': 'application/json' } },
      { incoming: { socket: { remoteAddress: address } } },
    );
  const guess = async (place: number) =>
    (await from('192.0.2.77', place % 2 ? lookPath : takePath, `${'B'.repeat(22)}${10 + (place % 90)}`)).status;
  const statuses: number[] = [];
  for (let place = 0; place < 32; place += 1) statuses.push(await guess(place));
  expect(statuses).toEqual([...Array(30).fill(404), 429, 429]);
  const { cookie } = await enter(here);
  const { token } = await make(cookie);
  expect((await from('192.0.2.77', takePath, token)).status).toBe(200);
});

test('limits how many one person makes', async () => {
  const { cookie } = await enter(here);
  for (let count = 0; count < 20; count += 1) await make(cookie);
  const refused = await call(app, 'POST', makeHandOff.path, { cookie });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('signs nobody in for another site’s page', async () => {
  const { cookie } = await enter(here);
  const { token } = await make(cookie);
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
    const response = await call(app, 'POST', takePath, headers as Record<string, string>, { token });
    expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null]);
  }
});

test('is not spent by a browser that left before it could have the answer', async () => {
  const { cookie } = await enter(here);
  const { token } = await make(cookie);
  const left = new AbortController();
  left.abort();
  const headers = { 'content-type': 'application/json' };
  const gone = new Request(`http://localhost${takePath}`, {
    ...{ method: 'POST', headers, body: JSON.stringify({ token }) },
  });
  Object.defineProperty(gone, 'signal', { value: left.signal });
  expect((await app.fetch(gone)).status).not.toBe(200);
  expect((await take(token)).status).toBe(200);
});

test('has its token in no log, no answer but the first, no header, no metric and nowhere in the database', async () => {
  const { cookie } = await enter(here);
  const { token } = await make(cookie);
  const answers = [
    await look(token),
    await take(token),
    await look(token),
    await take(token),
    await read(cookie),
    (await auditOf('nobody')) as unknown,
  ].map(answer => JSON.stringify(answer));
  const metrics = await (await app.request('/metrics')).text();
  const dump = (await dumpDatabase(database)).join('\n');
  const hash = createHash('sha256').update(token).digest('hex');
  expect(dump).toContain(hash);
  expect(metrics).toMatch(/portico_hand_offs_total\{outcome="taken"\} \d/);
  expect([...answers, metrics, dump, ...lines].filter(text => text.includes(token))).toEqual([]);
  expect(lines.some(line => line.includes(takePath))).toBe(true);
});
