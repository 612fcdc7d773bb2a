import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Verification } from '#contract/verification';
import type { NewFaultInput } from '#sandbox/control/fault-contract';
import type { Verdict } from '#sandbox/control/panel-contract';
import { openStreams } from './follow-status';
import { type JoinedPerson, joinAppAndSandbox } from './joined';
import { createTestApp, enter } from './test-app';

const joined = await joinAppAndSandbox();
const { app, database } = joined;
const follow = await openStreams(app);
const green: Verdict = { reviewAnswer: 'GREEN' };
const redRetry: Verdict = { reviewAnswer: 'RED', reviewRejectType: 'RETRY', rejectLabels: ['BAD_SELFIE'] };
const redFinal: Verdict = { reviewAnswer: 'RED', reviewRejectType: 'FINAL', rejectLabels: ['FORGERY'] };

afterEach(async () => {
  await joined.panel('/faults/clear', {});
  // The back-off after the failures of a test.
  joined.realTime.advance(15 * 60_000);
});

interface Watched {
  person: JoinedPerson;
  /** The next status that an open page is told of. */
  told(): Promise<Verification | undefined>;
}

async function enterAndWatch(): Promise<Watched> {
  const session = await enter(joined);
  const stream = follow(session.cookie);
  const told = async () => (await stream.next()).value;
  expect(await told()).toMatchObject({ status: 'not-started' });
  return { person: joined.personOf(session), told };
}

async function enterAndSubmit(): Promise<Watched> {
  const watched = await enterAndWatch();
  await watched.person.openFrame();
  expect(await watched.told()).toMatchObject({ status: 'in-progress' });
  await watched.person.submit();
  expect(await watched.told()).toMatchObject({ status: 'in-review' });
  return watched;
}

async function enterAndWait(): Promise<Watched> {
  const watched = await enterAndSubmit();
  await act(watched, 'hold');
  expect(await watched.told()).toMatchObject({ status: 'on-hold' });
  return watched;
}

async function enterAndVerify(): Promise<Watched> {
  const watched = await enterAndSubmit();
  await watched.person.decide(green);
  expect(await watched.told()).toMatchObject({ status: 'verified' });
  return watched;
}

type ForReceiver = Extract<NewFaultInput, { target: 'receiver' }>['fault'];

async function setFault({ externalUserId }: JoinedPerson, fault: ForReceiver, times: number | null = 1): Promise<void> {
  const body = { target: 'receiver', fault, times, only: { externalUserId } };
  expect((await joined.panel('/faults', body)).status).toBe(201);
}

/** Nothing more arrives about the person. */
const drop = (person: JoinedPerson) => setFault(person, { name: 'drop' }, null);

async function act({ person }: Watched, name: string, body = {}): Promise<void> {
  const response = await joined.panel(`/applicants/${await person.applicantId()}/${name}`, body);
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  await joined.settle();
}

/** Lets the time come at which IDnGO is asked about the person anyway. */
async function letTimePass({ externalUserId }: JoinedPerson): Promise<void> {
  const due = await database.query(
    `update verifications set check_at = now()
     where external_user_id = $1 and level_name = 'basic-kyc-level' and check_at is not null`,
    [externalUserId],
  );
  expect(due.rowCount, 'somebody has to be planned to be asked about').toBe(1);
  await database.query(`select pg_notify('check_due', '')`);
}

async function readChecks({ externalUserId }: JoinedPerson): Promise<string[]> {
  const { rows } = await database.query<{ outcome: string }>(
    `select c.outcome from status_checks c join verifications v on v.id = c.verification_id
     where v.external_user_id = $1 order by c.id`,
    [externalUserId],
  );
  return rows.map(row => row.outcome);
}

async function waitForChecks(person: JoinedPerson, ...outcomes: string[]): Promise<void> {
  await vi.waitFor(async () => expect(await readChecks(person)).toEqual(outcomes), { timeout: 10_000 });
}

describe('what no webhook told is found out, and pushed to the open page', () => {
  test.each<[string, () => Promise<Watched>, (watched: Watched) => Promise<void>, object]>([
    ['a GREEN', enterAndSubmit, ({ person }) => person.decide(green), { status: 'verified' }],
    [
      'a RED that may be tried again',
      enterAndSubmit,
      ({ person }) => person.decide(redRetry),
      { status: 'action-needed' },
    ],
    ['a final RED', enterAndSubmit, ({ person }) => person.decide(redFinal), { status: 'not-verified' }],
    [
      'a second final RED',
      enterAndVerify,
      ({ person }) => person.decide(redFinal),
      { status: 'changed', remedy: 'contact' },
    ],
    ['a hold', enterAndSubmit, watched => act(watched, 'hold'), { status: 'on-hold' }],
    ['a reset', enterAndVerify, watched => act(watched, 'reset'), { status: 'changed', remedy: 'start-again' }],
    ['a reset before any approval', enterAndWait, watched => act(watched, 'reset'), { status: 'not-started' }],
    [
      'a move to another level',
      enterAndVerify,
      watched => act(watched, 'level', { levelName: 'full-kyc-level' }),
      { status: 'changed', remedy: 'start-again' },
    ],
    ['a deletion', enterAndSubmit, watched => act(watched, 'delete'), { status: 'not-started' }],
  ])('%s', async (_name, begin, happen, expected) => {
    const watched = await begin();
    await drop(watched.person);
    await happen(watched);
    await letTimePass(watched.person);
    expect(await watched.told()).toMatchObject(expected);
    await waitForChecks(watched.person, 'missing');
    await letTimePass(watched.person);
    const isKnownThere = await watched.person.applicantId().catch(() => false);
    await waitForChecks(watched.person, 'missing', isKnownThere ? 'agreed' : 'not-started');
  });

  test('a submission, and all before it, from a token alone', async () => {
    const { person, told } = await enterAndWatch();
    await drop(person);
    await person.openFrame();
    await person.submit();
    expect(await person.status()).toMatchObject({ status: 'not-started' });
    await letTimePass(person);
    expect(await told()).toMatchObject({ status: 'in-review' });
    await joined.panel('/faults/clear', {});
    await person.decide(green);
    expect(await told()).toMatchObject({ status: 'verified' });
  });
});

test('a verdict that was asked for is no news when its webhook arrives after all', async () => {
  const { person, told } = await enterAndSubmit();
  await setFault(person, { name: 'delay', seconds: 3_600 });
  await joined.advance(244);
  await person.decide(redRetry);
  await letTimePass(person);
  const first = await told();
  expect(first).toMatchObject({ status: 'action-needed' });
  await joined.advance(3_600_000);
  const { rows } = await database.query(`select type from events where external_user_id = $1 and kind like 'resub%'`, [
    person.externalUserId,
  ]);
  expect(rows).toHaveLength(2);
  expect(await person.status()).toEqual(first);
});

test('somebody whom IDnGO does not know has not started, and an approval stays', async () => {
  const { person } = await enterAndWatch();
  await person.mintToken();
  await letTimePass(person);
  await waitForChecks(person, 'not-started');
  expect(await person.status()).toMatchObject({ status: 'not-started', revision: 0 });

  const verified = await enterAndVerify();
  await drop(verified.person);
  await act(verified, 'delete');
  await letTimePass(verified.person);
  await waitForChecks(verified.person, 'unknown-there');
  expect(await verified.person.status()).toMatchObject({ status: 'verified' });
});

describe('somebody who asks for a check', () => {
  const ask = (person: JoinedPerson) => person.ask('/api/verification/check', { method: 'POST' });

  test('is told at once what is known, and by the stream what IDnGO says', async () => {
    const { person, told } = await enterAndSubmit();
    await drop(person);
    await person.decide(green);
    const response = await ask(person);
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ status: 'in-review' });
    expect(await told()).toMatchObject({ status: 'verified' });
  });

  test('may do so six times in ten minutes', async () => {
    const { person } = await enterAndWatch();
    for (let count = 0; count < 6; count += 1) expect((await ask(person)).status).toBe(202);
    const refused = await ask(person);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('has to be signed in, and on our own page', async () => {
    expect((await app.request('/api/verification/check', { method: 'POST' })).status).toBe(401);
    const { person } = await enterAndWatch();
    const headers = { 'sec-fetch-site': 'cross-site' };
    const crossSite = await app.request('/api/verification/check', { method: 'POST', headers });
    expect(crossSite.status).toBe(403);
    expect(await readChecks(person)).toEqual([]);
  });
});

describe('after a delivery that cannot be understood', () => {
  test('whoever it names is asked about at once', async () => {
    const { person, told } = await enterAndSubmit();
    await setFault(person, { name: 'unknown-type', type: 'applicantEnlarged' });
    await person.decide(green);
    expect(await told()).toMatchObject({ status: 'verified' });
    await waitForChecks(person, 'missing');
  });

  test('everybody who waits is asked about within minutes where it names nobody', async () => {
    const watched = await enterAndSubmit();
    await setFault(watched.person, { name: 'malformed' });
    await watched.person.decide(green);
    const { rows } = await database.query<{ seconds: number; check_cause: string }>(
      `select extract(epoch from check_at - now())::float as seconds, check_cause from verifications
       where external_user_id = $1`,
      [watched.person.externalUserId],
    );
    expect(rows).toMatchObject([{ check_cause: 'doubt' }]);
    expect(rows[0]?.seconds).toBeLessThan(5 * 60);
    await letTimePass(watched.person);
    expect(await watched.told()).toMatchObject({ status: 'verified' });
  });
});

describe('a fault of the API', () => {
  type ForApi = Extract<NewFaultInput, { target: 'api' }>['fault'];

  test.each<ForApi>([
    { name: 'too-many-requests', retryAfterSeconds: 60 },
    { name: 'server-error' },
    { name: 'bad-gateway' },
    { name: 'unavailable' },
    { name: 'cut' },
    { name: 'error-code', errorCode: 4001 },
    { name: 'error-code', errorCode: 1008 },
  ])('%o: costs time, not a status', async fault => {
    const { person, told } = await enterAndSubmit();
    await drop(person);
    await person.decide(green);
    await joined.panel('/faults', { target: 'api', fault, times: null });
    await letTimePass(person);
    await waitForChecks(person, 'failed');
    expect(await person.status()).toMatchObject({ status: 'in-review' });
    await joined.panel('/faults/clear', {});
    joined.realTime.advance(15 * 60_000);
    await letTimePass(person);
    expect(await told()).toMatchObject({ status: 'verified' });
  });
});

test('a token that IDnGO does not know changes nothing for anybody', async () => {
  const watched = [await enterAndSubmit(), await enterAndVerify()];
  const wrong = await createTestApp({
    database,
    variables: { IDNGO_APP_TOKEN: 'sbx:made.up', IDNGO_SECRET_KEY: 'made-up' },
    fetch: (input, init) => joined.sandbox.fetch(input, init),
    now: joined.realTime.now,
  });
  // The jobs go over to the process with the wrong token.
  await app.close();
  await vi.waitFor(async () => {
    expect((await wrong.app.request('/healthz')).status).toBe(200);
    for (const { person } of watched) await letTimePass(person);
    for (const { person } of watched) expect(await readChecks(person)).toContain('failed');
  }, 20_000);
  for (const { person } of watched) {
    expect(new Set(await readChecks(person))).toEqual(new Set(['failed']));
  }
  expect(await watched[0]?.person.status()).toMatchObject({ status: 'in-review' });
  expect(await watched[1]?.person.status()).toMatchObject({ status: 'verified' });
});
