import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { createTestApp, enter, enterAsStaff, type TestApp } from '#testing/test-app';
import { createOperatorLinks } from './operator-links';
import { createSessionGate } from './session-cookie';
import { createSessions, type Session, type StaffScope } from './sessions';
import { signIn } from './sign-in-command';
import { signOut } from './sign-out-command';

const startedAt = Date.UTC(2026, 10, 25, 12);
let time = startedAt;
const now = () => time;
const secret = 'a-sign-in-secret-for-tests';
const open = await createTestApp({ now });
const handOver = await createTestApp({ now, variables: { SIGN_IN_SECRET: secret } });

async function enterWith(token: string, { app }: TestApp, cookie = '') {
  const response = await app.request(`/enter?token=${token}`, { headers: { cookie } });
  return {
    location: response.headers.get('location'),
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
    setCookie: response.headers.get('set-cookie'),
  };
}

function handOverToken(claims: object): Promise<string> {
  return new SignJWT({ sub: 'ann', jti: randomUUID(), exp: time / 1000 + 120, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));
}

async function sessionOf({ database, config }: TestApp, cookie: string): Promise<Session | undefined> {
  return createSessions(database, config.sessionSecret, now).read(cookie.slice(cookie.indexOf('=') + 1));
}

async function run(command: typeof signIn, args: string[], { config, database }: TestApp) {
  const lines: string[] = [];
  const context = { config, openDatabase: async () => database, fetch, now, print: (line: string) => lines.push(line) };
  return { code: await command(context as never, args), lines };
}

async function readAudit({ database }: TestApp, action: string) {
  const { rows } = await database.query(
    `select actor, actor_pseudonym = pseudonym('ann') as by_ann, subject_pseudonym = pseudonym('u-leaving') as of_leaving,
            verification_id is not null as has_verification, detail from audit_trail where action = $1 order by id desc limit 1`,
    [action],
  );
  return rows[0];
}

describe('a hand-over with scopes', () => {
  test.each<[string, unknown, StaffScope[], string]>([
    ['one scope', 'operator', ['operator'], '/operations'],
    ['several in a text', 'openid designer', ['designer'], '/studio'],
    ['several in a list', ['designer', 'operator', 'admin'], ['designer', 'operator'], '/operations'],
  ])('of %s makes one of the staff', async (_name, scope, scopes, location) => {
    const entered = await enterWith(await handOverToken({ scope }), handOver);
    expect(entered.location).toBe(location);
    expect(entered.setCookie).toContain('Max-Age=43200;');
    expect(await sessionOf(handOver, entered.cookie)).toEqual({ kind: 'staff', staffId: 'ann', scopes });
  });

  test.each([
    ['openid profile'],
    ['OPERATOR'],
    ['operator,designer'],
    [''],
    [7],
    [{ operator: true }],
    [[['operator']]],
  ])('of %j makes a person, as if it had none', async scope => {
    const entered = await enterWith(await handOverToken({ scope }), handOver);
    expect(entered.location).toBe('/');
    expect(await sessionOf(handOver, entered.cookie)).toMatchObject({ kind: 'person', externalUserId: 'ann' });
  });

  test('leads on in the language it names', async () => {
    const token = await handOverToken({ scope: 'designer', lang: 'kk' });
    expect((await enterWith(token, handOver)).location).toBe('/studio?lang=kk');
    expect((await enterWith(token, handOver)).location).toBe('/?entry=used');
  });

  test('leads to the same place when the same browser repeats it', async () => {
    const token = await handOverToken({ scope: 'operator' });
    const { cookie } = await enterWith(token, handOver);
    expect((await enterWith(token, handOver, cookie)).location).toBe('/operations');
  });

  test('never makes a person of the staff, nor one of the staff of a person', async () => {
    const staff = await enterAsStaff(open, 'operator');
    const person = await enter(open);
    const status = async (path: string, cookie: string, method = 'GET') =>
      (await open.app.request(path, { method, headers: { cookie } })).status;
    expect(await status('/api/verification', staff.cookie)).toBe(401);
    expect(await status('/api/access-token', staff.cookie, 'POST')).toBe(401);
    expect(await status('/api/verification/documents', staff.cookie)).toBe(401);
    expect(await status('/api/verification/events', staff.cookie)).toBe(401);
    const gate = createSessionGate(createSessions(open.database, open.config.sessionSecret, now), 'http://localhost');
    const ask = (cookie: string) =>
      gate.requireScope({ req: { raw: { headers: new Headers({ cookie }) } } } as never, 'operator');
    await expect(ask(person.cookie)).rejects.toMatchObject({ code: 'scope-required' });
    await expect(ask('')).rejects.toMatchObject({ code: 'session-required' });
    await expect(ask((await enterAsStaff(open, 'designer')).cookie)).rejects.toMatchObject({ code: 'scope-required' });
    expect(await ask(staff.cookie)).toMatchObject({ kind: 'staff', scopes: ['operator'] });
  });
});

describe('the operator’s own link', () => {
  test.each([
    ['where anybody can enter', open],
    ['where a host product hands people over', handOver],
  ])('lets in once, %s', async (_name, testApp) => {
    const { code, lines } = await run(signIn, ['operator', '--as', 'ann'], testApp);
    expect(code).toBe(0);
    const [link = ''] = lines;
    expect(link).toMatch(/^http:\/\/localhost:4000\/enter\?token=[\w-]+\.[\w-]+\.[\w-]+$/);
    const token = new URL(link).searchParams.get('token') ?? '';
    const entered = await enterWith(token, testApp);
    expect(entered.location).toBe('/operations');
    expect(await sessionOf(testApp, entered.cookie)).toEqual({ kind: 'staff', staffId: 'ann', scopes: ['operator'] });
    expect(await readAudit(testApp, 'signed-in')).toMatchObject({
      actor: 'command',
      by_ann: true,
      detail: { scopes: ['operator'] },
    });
    expect(await enterWith(token, testApp)).toMatchObject({ location: '/?entry=used', cookie: '' });
  });

  test('lets in once also when what was spent has been swept since', async () => {
    const { lines } = await run(signIn, ['operator'], open);
    const token = new URL(lines[0] ?? '').searchParams.get('token') ?? '';
    await enterWith(token, open);
    await createSessions(open.database, open.config.sessionSecret, now).purge();
    expect((await enterWith(token, open)).location).toBe('/?entry=used');
  });

  test('is no link any more where it is huge, even by the right key', async () => {
    const links = createOperatorLinks(open.config.sessionSecret, now);
    const entered = await enterWith(await links.sign({ staffId: 'x'.repeat(8 * 1024), scopes: ['operator'] }), open);
    expect(entered).toMatchObject({ location: '/', cookie: '' });
  });

  test('for a designer leads to the studio, under the name of the scope where none is given', async () => {
    const { lines } = await run(signIn, ['designer'], open);
    const entered = await enterWith(new URL(lines[0] ?? '').searchParams.get('token') ?? '', open);
    expect(entered.location).toBe('/studio');
    expect(await sessionOf(open, entered.cookie)).toMatchObject({ staffId: 'designer', scopes: ['designer'] });
  });

  test.each([open, handOver])('lasts five minutes', async testApp => {
    const { lines } = await run(signIn, ['operator'], testApp);
    time += 5 * 60_000 + 5_000;
    const entered = await enterWith(new URL(lines[0] ?? '').searchParams.get('token') ?? '', testApp);
    time = startedAt;
    expect(entered).toMatchObject({ location: '/?entry=expired', cookie: '' });
  });

  test.each([
    [[]],
    [['admin']],
    [['operator', 'designer']],
    [['operator', '--as', '']],
    [['operator', '--as', 'a\nb']],
  ])('is not made for %j', async args => {
    const { code, lines } = await run(signIn, args, open);
    expect(code).toBe(2);
    expect(lines).toEqual(['Usage: sign-in designer|operator [--as NAME]']);
  });

  test.each([
    ['another installation', 'another-session-secret'],
    ['the bare session secret', 'a-session-secret-for-tests'],
  ])('made with %s is none', async (_name, by) => {
    const forged = await new SignJWT({ sub: 'eve', scope: 'operator', iss: 'portico', exp: time / 1000 + 60 })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(by));
    expect(await enterWith(forged, open)).toMatchObject({ location: '/', cookie: '' });
    expect(await enterWith(forged, handOver)).toMatchObject({ location: '/?entry=invalid', cookie: '' });
  });

  test('does not keep a host product of the same name from handing people over', async () => {
    const token = await handOverToken({ iss: 'portico' });
    expect((await enterWith(token, handOver)).location).toBe('/');
  });
});

describe('signing out by command', () => {
  test('ends a person’s sessions everywhere and is audited', async () => {
    const sessions = createSessions(open.database, open.config.sessionSecret, now);
    const person = { externalUserId: 'u-leaving', levelName: 'basic-kyc-level', returnUrl: null };
    const [{ cookie }] = [await sessions.create(person), await sessions.create(person)];
    expect(await run(signOut, ['u-leaving'], open)).toEqual({
      code: 0,
      lines: ['2 sessions have ended; open pages notice within 15 seconds'],
    });
    expect(await sessions.read(cookie)).toBeUndefined();
    expect(await readAudit(open, 'signed-out')).toMatchObject({
      actor: 'command',
      of_leaving: true,
      detail: { sessions: 2 },
    });
  });

  test('ends the sessions of one of the staff', async () => {
    const { cookie } = await enterAsStaff(open, 'operator', 'ann');
    expect((await run(signOut, ['--staff', 'ann'], open)).code).toBe(0);
    expect(await sessionOf(open, cookie)).toBeUndefined();
  });

  test.each([[[]], [['']], [['u-1', 'u-2']], [['u-1', '--staff', 'ann']], [['--staff']], [['--staf', 'ann']]])(
    'needs one name and nothing misspelt, not %j',
    async args => {
      expect((await run(signOut, args, open)).code).toBe(2);
    },
  );
});

describe('the audit trail', () => {
  test.each([
    ['a new person', 'person', async () => enter(open), open],
    ['somebody handed over', 'host', async () => enterWith(await handOverToken({}), handOver), handOver],
    [
      'one of the staff',
      'staff',
      async () => enterWith(await handOverToken({ scope: 'operator' }), handOver),
      handOver,
    ],
  ] as const)('says that %s came in', async (_name, actor, come, testApp) => {
    await come();
    expect(await readAudit(testApp, 'signed-in')).toMatchObject({ actor, has_verification: actor !== 'staff' });
  });

  test('says why somebody did not, and who left', async () => {
    await enterWith(await handOverToken({ exp: time / 1000 - 60 }), handOver);
    expect(await readAudit(handOver, 'sign-in-refused')).toMatchObject({
      actor: 'host',
      has_verification: false,
      detail: { code: 'hand-over-expired', reason: 'expired' },
    });
    const leave = async (cookie: string) => open.app.request('/api/session', { method: 'DELETE', headers: { cookie } });
    await leave((await enter(open)).cookie);
    expect(await readAudit(open, 'signed-out')).toMatchObject({ actor: 'person', has_verification: true });
    await leave((await enterAsStaff(open, 'operator', 'ann')).cookie);
    expect(await readAudit(open, 'signed-out')).toMatchObject({ actor: 'staff', by_ann: true });
  });

  test('cannot be flooded by refusals', async () => {
    const flooded = await createTestApp({ now, variables: { SIGN_IN_SECRET: secret } });
    for (let count = 0; count < 80; count += 1) await flooded.app.request('/enter?token=rubbish');
    const { rows } = await flooded.database.query(
      `select count(*)::int as count from audit_trail where action = 'sign-in-refused'`,
    );
    expect(rows).toEqual([{ count: 60 }]);
  });
});
