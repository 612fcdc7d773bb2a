import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestDatabase } from '#testing/test-database';
import { createSessions } from './sessions';
import { toTokenKey } from './spent-tokens';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 10, 25, 12);

const database = await createTestDatabase();
let people = 0;

/** Sessions of one process, on a clock of the test's own. */
function createClocked() {
  let time = start;
  const sessions = createSessions(database, 'a-session-secret-for-tests', () => time);
  return {
    sessions,
    goTo: (ms: number) => {
      time = start + ms;
    },
    async signIn(externalUserId = `u-${people++}`) {
      const { cookie } = await sessions.create({ externalUserId, levelName: 'basic-kyc-level', returnUrl: null });
      return cookie;
    },
    signInStaff: (staffId = 'op') => sessions.createForStaff({ staffId, scopes: ['operator'] }, { actor: 'command' }),
    isGood: async (cookie: string) => (await sessions.read(cookie)) !== undefined,
  };
}

async function countWrites(work: () => Promise<unknown>): Promise<string[]> {
  const read = async () => {
    const { rows } = await database.query<{ xmin: string; key: string }>(
      `select xmin::text, encode(key, 'hex') as key from sessions order by key`,
    );
    return rows.map(row => `${row.key} ${row.xmin}`);
  };
  const before = await read();
  await work();
  return (await read()).filter(row => !before.includes(row));
}

test.each([
  ['a person', 'signIn', 7 * day],
  ['one of the staff', 'signInStaff', 30 * minute],
] as const)('ends the session of %s that nobody has used for too long', async (_who, signIn, idle) => {
  const { [signIn]: enter, goTo, isGood } = createClocked();
  const cookie = await enter();
  goTo(idle - 1);
  expect(await isGood(cookie)).toBe(true);
  goTo(2 * idle - 2);
  expect(await isGood(cookie)).toBe(true);
  goTo(3 * idle - 2);
  expect(await isGood(cookie)).toBe(false);
});

test.each([
  ['a person', 'signIn', 30 * day, day],
  ['one of the staff', 'signInStaff', 12 * hour, 10 * minute],
] as const)('ends the session of %s in the end, however busy it is', async (_who, signIn, lifetime, step) => {
  const { [signIn]: enter, goTo, isGood } = createClocked();
  const cookie = await enter();
  for (let time = step; time < lifetime; time += step) {
    goTo(time);
    expect(await isGood(cookie)).toBe(true);
  }
  goTo(lifetime);
  expect(await isGood(cookie)).toBe(false);
});

test('notes the use of a session at most once a minute', async () => {
  const { sessions, goTo, signIn } = createClocked();
  const cookie = await signIn();
  goTo(minute);
  expect(await countWrites(() => sessions.read(cookie))).toEqual([]);
  goTo(minute + 1);
  expect(await countWrites(() => sessions.read(cookie))).toHaveLength(1);
  expect(await countWrites(() => sessions.read(cookie))).toEqual([]);
  goTo(2 * minute);
  expect(await countWrites(() => sessions.filterLive([cookie]))).toEqual([]);
});

test('takes an open stream for a use', async () => {
  const { sessions, goTo, signIn, isGood } = createClocked();
  const [watching, away] = [await signIn(), await signIn()];
  goTo(6 * day);
  expect(await sessions.filterLive([watching])).toEqual(new Set([watching]));
  goTo(8 * day);
  expect(await sessions.filterLive([watching, away, 'made-up'])).toEqual(new Set([watching]));
  expect(await isGood(watching)).toBe(true);
});

test('lets two processes note the use of the same many sessions at once', async () => {
  const [here, there] = [createClocked(), createClocked()];
  const cookies: string[] = [];
  for (let count = 0; count < 40; count += 1) cookies.push(await here.signIn());
  const shuffled = cookies.toReversed();
  for (let beat = 1; beat <= 10; beat += 1) {
    here.goTo(beat * 2 * minute);
    there.goTo(beat * 2 * minute);
    const [one, other] = await Promise.all([here.sessions.filterLive(cookies), there.sessions.filterLive(shuffled)]);
    expect([one.size, other.size]).toEqual([40, 40]);
  }
});

test.each(['read', 'filterLive', 'purge'] as const)(
  'does not revive a session when the clock goes back after %s found it expired',
  async look => {
    const { sessions, goTo, signIn, isGood } = createClocked();
    const cookie = await signIn();
    goTo(8 * day);
    if (look === 'read') expect(await sessions.read(cookie)).toBeUndefined();
    else if (look === 'filterLive') expect((await sessions.filterLive([cookie])).size).toBe(0);
    else await sessions.purge();
    goTo(day);
    expect(await isGood(cookie)).toBe(false);
  },
);

test('lets nobody out, and lasts no longer than it should, after a clock that was ahead for a while', async () => {
  const { sessions, goTo, signIn, isGood } = createClocked();
  goTo(400 * day);
  const [busy, idle, swept] = [await signIn(), await signIn(), await signIn()];
  goTo(0);
  expect(await isGood(busy)).toBe(true);
  expect(await isGood(idle)).toBe(true);
  await sessions.purge();
  for (let days = 6; days <= 24; days += 6) {
    goTo(days * day);
    expect(await isGood(busy)).toBe(true);
  }
  expect(await isGood(idle)).toBe(false);
  expect(await isGood(swept)).toBe(false);
  goTo(30 * day);
  expect(await isGood(busy)).toBe(false);
});

test('counts from the right time again without a sweep, as soon as the session is used', async () => {
  const { goTo, signIn, isGood } = createClocked();
  goTo(400 * day);
  const cookie = await signIn();
  goTo(0);
  expect(await isGood(cookie)).toBe(true);
  goTo(8 * day);
  expect(await isGood(cookie)).toBe(false);
});

test('takes a neighbour’s clock that differs by seconds as it is', async () => {
  const { sessions, goTo, signIn } = createClocked();
  goTo(30_000);
  const cookie = await signIn();
  goTo(0);
  expect(await countWrites(() => sessions.read(cookie))).toEqual([]);
  expect(await countWrites(() => sessions.purge())).toEqual([]);
});

test('signs a person out everywhere, and nobody else', async () => {
  const { sessions, signIn, isGood } = createClocked();
  const [phone, desk, other] = [await signIn('u-leaving'), await signIn('u-leaving'), await signIn('u-staying')];
  expect(await sessions.endAllOf('u-leaving')).toBe(2);
  expect([await isGood(phone), await isGood(desk), await isGood(other)]).toEqual([false, false, true]);
  expect(await sessions.endAllOf('u-leaving')).toBe(0);
});

test('signs one of the staff out everywhere, and nobody else', async () => {
  const { sessions, signIn, signInStaff, isGood } = createClocked();
  const [leaving, staying, person] = [await signInStaff('ann'), await signInStaff('bob'), await signIn('ann')];
  expect(await sessions.endAllOfStaff('ann')).toBe(1);
  expect([await isGood(leaving), await isGood(staying), await isGood(person)]).toEqual([false, true, true]);
});

test('forgets what has expired, and keeps the rest', async () => {
  const { sessions, goTo, signIn, signInStaff } = createClocked();
  await database.query('delete from sessions');
  await signIn();
  await signInStaff();
  goTo(hour);
  await sessions.purge();
  const { rows } = await database.query('select staff_id from sessions');
  expect(rows).toEqual([{ staff_id: null }]);
});

test('forgets spent tokens a day after they would have expired', async () => {
  const { sessions, goTo, signInStaff } = createClocked();
  const token = { key: Buffer.from('a token'), expiresAt: new Date(start + minute) };
  const enter = () => sessions.createForStaff({ staffId: 'op', scopes: ['operator'] }, { actor: 'staff', token });
  await enter();
  await signInStaff();
  goTo(day + minute - 1);
  await sessions.purge();
  await expect(enter()).rejects.toMatchObject({ code: 'hand-over-used', message: 'used' });
  goTo(day + minute);
  await sessions.purge();
  expect((await database.query('select 1 from spent_tokens')).rowCount).toBe(0);
});

test('another process’s secret opens no session', async () => {
  const { signIn } = createClocked();
  const cookie = await signIn();
  const others = createSessions(database, 'another-session-secret', () => start);
  expect(await others.read(cookie)).toBeUndefined();
});

test('a session says who it is', async () => {
  const { sessions } = createClocked();
  const person = { externalUserId: 'u-known', levelName: 'address-kyc-level', returnUrl: 'https://bank.example/' };
  const { cookie, verification } = await sessions.create(person);
  expect(await sessions.read(cookie)).toEqual({
    ...{ kind: 'person', verificationId: verification.id, ...person },
    ends: { at: new Date(start + 7 * day), byIdleness: true },
    handedOff: false,
  });
  const staff = { staffId: 'ann', scopes: ['operator'] } as const;
  const staffCookie = await sessions.createForStaff(staff, { actor: 'command' });
  expect(await sessions.read(staffCookie)).toEqual({ kind: 'staff', ...staff });
});

test('a session says when it ends: use moves the end, up to the last day', async () => {
  const { sessions, goTo, signIn } = createClocked();
  const cookie = await signIn();
  const endsAt = async (time: number) => {
    goTo(time);
    const session = await sessions.read(cookie);
    return session?.kind === 'person' && { at: session.ends.at.getTime() - start, byIdleness: session.ends.byIdleness };
  };
  expect(await endsAt(minute)).toEqual({ at: 7 * day, byIdleness: true });
  for (const time of [6 * day, 12 * day, 18 * day]) {
    expect(await endsAt(time)).toEqual({ at: time + 7 * day, byIdleness: true });
  }
  expect(await endsAt(24 * day)).toEqual({ at: 30 * day, byIdleness: false });
});

test('a session says which token made it, and only that', async () => {
  const { sessions, signIn, goTo } = createClocked();
  const [mine, other] = [toTokenKey('a.b.c'), toTokenKey('a.x.c')];
  const token = { key: mine, expiresAt: new Date(start + minute) };
  const cookie = await sessions.createForStaff({ staffId: 'ann', scopes: ['operator'] }, { actor: 'staff', token });
  expect(await sessions.readEnteredBy(cookie, mine)).toMatchObject({ kind: 'staff', staffId: 'ann' });
  expect(await sessions.readEnteredBy(cookie, other)).toBeUndefined();
  expect(await sessions.readEnteredBy(await signIn(), mine)).toBeUndefined();
  expect(await sessions.readEnteredBy('made-up', mine)).toBeUndefined();
  goTo(day);
  expect(await sessions.readEnteredBy(cookie, mine)).toBeUndefined();
});

test('a token goes by what its signature covers', () => {
  expect(toTokenKey('head.payload.signature')).toEqual(createHash('sha256').update('head.payload').digest());
});

test('entering ends the session that the browser had before, and no other', async () => {
  const { sessions, signIn, isGood } = createClocked();
  const [earlier, other] = [await signIn(), await signIn()];
  const person = { externalUserId: 'u-again', levelName: 'basic-kyc-level', returnUrl: null };
  const { cookie } = await sessions.create(person, { actor: 'host', earlierCookie: earlier });
  expect([await isGood(earlier), await isGood(other), await isGood(cookie)]).toEqual([false, true, true]);
});

describe('the audit trail', () => {
  async function readTrail(name: string): Promise<unknown[]> {
    const { rows } = await database.query(
      `select action, actor, detail, verification_id is not null as has_verification,
              actor_pseudonym is not null as by_somebody, subject_pseudonym is not null as of_somebody
       from audit_trail where pseudonym($1) in (actor_pseudonym, subject_pseudonym) order by id`,
      [name],
    );
    return rows;
  }

  test('has a person’s coming and going, each once', async () => {
    const { sessions, signIn, isGood } = createClocked();
    const [cookie, other] = [await signIn('u-audited'), await signIn()];
    for (let time = 0; time < 2; time += 1) await sessions.end(cookie);
    await sessions.end('made-up');
    expect([await isGood(cookie), await isGood(other)]).toEqual([false, true]);
    const entry = { actor: 'person', detail: {}, has_verification: true, by_somebody: false, of_somebody: true };
    expect(await readTrail('u-audited')).toEqual([
      { action: 'signed-in', ...entry },
      { action: 'signed-out', ...entry },
    ]);
  });

  test('has that of one of the staff, with what they may do', async () => {
    const { sessions, signInStaff } = createClocked();
    await sessions.end(await signInStaff('audited'));
    const entry = { has_verification: false, by_somebody: true, of_somebody: false };
    expect(await readTrail('audited')).toEqual([
      { action: 'signed-in', actor: 'command', detail: { scopes: ['operator'] }, ...entry },
      { action: 'signed-out', actor: 'staff', detail: {}, ...entry },
    ]);
  });

  test('has the leaving of two tabs at once only once', async () => {
    const { sessions, signIn } = createClocked();
    const cookie = await signIn('u-two-tabs');
    await Promise.all(Array.from({ length: 5 }, () => sessions.end(cookie)));
    expect(await readTrail('u-two-tabs')).toHaveLength(2);
  });

  test('has no leaving of a session that had ended by itself', async () => {
    const { sessions, signIn, goTo } = createClocked();
    const cookie = await signIn('u-expired');
    goTo(31 * day);
    await sessions.end(cookie);
    expect(await readTrail('u-expired')).toHaveLength(1);
  });
});
