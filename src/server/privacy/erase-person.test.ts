import { describe, expect, test } from 'vitest';
import { dumpDatabase } from '#testing/dump-database';
import { createTestApp, deliver, enter, green, readStatus, redFinal, webhookBody } from '#testing/test-app';
import type { Command } from '../commands/command';
import { createSessions } from '../sessions/sessions';
import { recordStatus } from '../verifications/record-status';
import { erase } from './erase-command';
import { erasePerson } from './erase-person';

/** Events of `webhookBody` happen in the first minute of this hour; erasures between its seconds. */
const second = (count: number) => new Date(Date.UTC(2026, 10, 20, 12, 0, count));

const testApp = await createTestApp({ fetch: async () => new Response(JSON.stringify({ token: '_act-1' })) });
const { app, database } = testApp;
const sessions = createSessions(database, 'a-session-secret-for-tests', Date.now);

function eraseAt(externalUserId: string, at: Date) {
  return erasePerson(database, { externalUserId, actor: 'command', reason: 'requested', at });
}

function signIn(externalUserId: string) {
  return sessions.create({ externalUserId, levelName: 'basic-kyc-level', returnUrl: null });
}

async function readStatusOf(externalUserId: string) {
  const { rows } = await database.query<{ status: string }>(
    'select status from verifications where external_user_id = $1',
    [externalUserId],
  );
  return rows[0]?.status;
}

/** Rows that hold one of the names, but for when they are asked about next, which the app moves by itself. */
async function findNames(...names: string[]) {
  const lines = (await dumpDatabase(database)).filter(line => names.some(name => line.includes(name)));
  return lines.map(line => line.replace(/ check_at=.* checks_made=\d+/, ''));
}

const onlyApplicant = (fields: Record<string, unknown>) => ({ externalUserId: undefined, ...fields });
const unknownType = { type: 'applicantKytTxnApproved' };

/** Somebody of whom there is a row in every table that can name a person. */
async function enterWithHistory() {
  const person = await enter(testApp);
  const { externalUserId } = person;
  await app.request('/api/access-token', { method: 'POST', headers: { cookie: person.cookie } });
  await deliver(app, webhookBody(externalUserId, 1, { type: 'applicantCreated' }));
  await deliver(app, webhookBody(externalUserId, 2, green));
  await deliver(app, webhookBody(externalUserId, 3, unknownType));
  await deliver(app, webhookBody(externalUserId, 4, { ...green, levelName: 'another-level' }));
  await database.query(
    `insert into status_checks (verification_id, cause, outcome)
     select id, 'requested', 'agreed' from verifications where external_user_id = $1`,
    [externalUserId],
  );
  return { ...person, applicantId: `applicant-of-${externalUserId}` };
}

describe('an erased person', () => {
  test('is named nowhere in the database, and the erasure is proved by a pseudonym and numbers', async () => {
    const { externalUserId, applicantId } = await enterWithHistory();
    const other = await enterWithHistory();
    const ofOthers = await findNames(other.externalUserId, other.applicantId);
    const { rows: ids } = await database.query<{ id: string }>(
      'select id from verifications where external_user_id = $1',
      [externalUserId],
    );
    const erased = await eraseAt(externalUserId, second(30));
    expect(erased).toEqual({
      handoffs: 0,
      sessions: 1,
      status_checks: expect.any(Number), // the app itself asks, too
      events: 3,
      deliveries: 4,
      applicants: 1,
      verifications: 2,
    });
    expect(erased.status_checks).toBeGreaterThanOrEqual(2);
    expect(await findNames(externalUserId, applicantId)).toEqual([]);
    expect(await findNames(other.externalUserId, other.applicantId)).toEqual(ofOthers);
    const leftOfVerifications = await findNames(...ids.map(({ id }) => id));
    expect(leftOfVerifications.filter(line => !/^(audit_trail|status_checks): /.test(line))).toEqual([]);
    const { rows } = await database.query(
      `select a.actor, a.detail from audit_trail a join erasures e using (subject_pseudonym)
       where a.action = 'erased' and a.subject_pseudonym = pseudonym($1) and e.erased_at = $2`,
      [externalUserId, second(30)],
    );
    expect(rows).toEqual([{ actor: 'command', detail: { reason: 'requested', ...erased } }]);
  });

  test('has no session and no verification any more', async () => {
    const person = await enterWithHistory();
    await eraseAt(person.externalUserId, second(30));
    const response = await app.request('/api/verification', { headers: { cookie: person.cookie } });
    expect(response.status).toBe(401);
  });

  test.each([
    ['by person and applicant', 5, green],
    ['repeated', 2, green],
    ['by the applicant alone', 5, onlyApplicant(green)],
    ['by the person alone', 5, { ...green, applicantId: undefined }],
    ['of a type that means nothing', 5, unknownType],
    ['of an action', 5, { type: 'applicantActionReviewed', applicantActionId: 'action-1' }],
    ['without a time', 5, { ...green, createdAtMs: undefined }],
  ])('is not brought back by a late delivery, %s', async (_, at, fields) => {
    const { externalUserId, applicantId } = await enterWithHistory();
    await eraseAt(externalUserId, second(30));
    expect((await deliver(app, webhookBody(externalUserId, at, fields))).status).toBe(200);
    expect(await findNames(externalUserId, applicantId)).toEqual([]);
    const { rows } = await database.query<{ outcome: string }>(
      'select outcome from deliveries order by id desc limit 1',
    );
    expect(rows).toEqual([{ outcome: 'ignored' }]);
  });

  test('begins anew by an event after the erasure, which knows nothing of the earlier ones', async () => {
    const { externalUserId } = await enterWithHistory();
    await eraseAt(externalUserId, second(30));
    await deliver(app, webhookBody(externalUserId, 31, { type: 'applicantCreated' }));
    await deliver(app, webhookBody(externalUserId, 29, green));
    expect(await readStatusOf(externalUserId)).toBe('in-progress');
    await deliver(app, webhookBody(externalUserId, 32, onlyApplicant(redFinal)));
    expect(await readStatusOf(externalUserId)).toBe('not-verified');
  });

  test('begins anew by signing in, and can be erased again', async () => {
    const { externalUserId } = await enterWithHistory();
    await eraseAt(externalUserId, second(30));
    const { cookie } = await signIn(externalUserId);
    await deliver(app, webhookBody(externalUserId, 29, green));
    expect(await readStatus(app, `portico-session=${cookie}`)).toMatchObject({ status: 'not-started', revision: 0 });
    await deliver(app, webhookBody(externalUserId, 40, green));
    expect(await readStatusOf(externalUserId)).toBe('verified');
    await eraseAt(externalUserId, second(50));
    await deliver(app, webhookBody(externalUserId, 41, redFinal));
    expect(await findNames(externalUserId)).toEqual([]);
  });

  test('can be somebody of whom nothing was known, so that what is under way finds nobody', async () => {
    expect(Object.values(await eraseAt('u-never-seen', second(30)))).toEqual([0, 0, 0, 0, 0, 0, 0]);
    await deliver(app, webhookBody('u-never-seen', 29, green));
    expect(await findNames('u-never-seen')).toEqual([]);
  });
});

test('an applicant who waits for an introduction goes with the person whose deliveries name them', async () => {
  const body = webhookBody('u-waiting', 1, unknownType);
  await deliver(app, body);
  await deliver(app, webhookBody('u-waiting', 2, onlyApplicant(green)));
  expect(await findNames('applicant-of-u-waiting')).toHaveLength(3);
  await eraseAt('u-waiting', second(30));
  expect(await findNames('u-waiting')).toEqual([]);
});

test('an applicant that is another person’s stays theirs', async () => {
  await deliver(app, webhookBody('u-owner', 1, green));
  await deliver(app, webhookBody('u-borrower', 2, { ...unknownType, applicantId: 'applicant-of-u-owner' }));
  const before = await findNames('u-owner');
  await eraseAt('u-borrower', second(30));
  expect(await findNames('u-borrower')).toEqual([]);
  expect((await findNames('u-owner')).length).toBe(before.length - 1);
  await deliver(app, webhookBody('u-owner', 3, onlyApplicant(redFinal)));
  expect(await readStatusOf('u-owner')).toBe('changed');
});

test('IDnGO’s word that somebody was deleted is in the audit trail once', async () => {
  const { externalUserId } = await enter(testApp);
  await deliver(app, webhookBody(externalUserId, 1, green));
  const body = webhookBody(externalUserId, 2, { type: 'applicantDeleted', reviewStatus: 'init' });
  await deliver(app, body);
  await deliver(app, body);
  expect(await readStatusOf(externalUserId)).toBe('changed');
  const { rows } = await database.query(
    `select actor, detail from audit_trail where action = 'deletion-announced' and subject_pseudonym = pseudonym($1)`,
    [externalUserId],
  );
  expect(rows).toEqual([{ actor: 'provider', detail: { type: 'applicantDeleted' } }]);
});

test('erasing while deliveries, checks and sign-ins of the same people arrive ends without a deadlock and without a name', async () => {
  const { rows: before } = await database.query<{ deadlocks: string }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  );
  const people = Array.from({ length: 4 }, (_, number) => `u-storm-${number}`);
  for (const id of people) await deliver(app, webhookBody(id, 0, green));
  const waiting: (() => Promise<unknown>)[] = [];
  for (let round = 1; round <= 10; round += 1) {
    for (const [number, id] of people.entries()) {
      const neighbour = people[(number + 1) % people.length] ?? id;
      waiting.push(
        () => deliverTaken(webhookBody(id, round, round % 2 ? green : redFinal)),
        () => deliverTaken(webhookBody(id, round + 12, onlyApplicant(green))),
        () => deliverTaken(webhookBody(id, round, { ...green, applicantId: `applicant-of-${neighbour}` })),
        () => checkAsReconciler(id, second(round)),
        () => eraseAt(id, second(30)),
        () => deliverTaken(webhookBody(id, round, unknownType)),
        () => signIn(id),
      );
    }
  }
  const failures: unknown[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await next().catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: 9 }, work));
  expect(failures).toEqual([]);
  for (const id of people) await eraseAt(id, second(30));
  expect(await findNames('u-storm-')).toEqual([]);
  const { rows: after } = await database.query<{ deadlocks: string }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  );
  expect(after).toEqual(before);
});

/** What a status check does with IDnGO's answer. */
async function checkAsReconciler(externalUserId: string, happenedAt: Date) {
  await database.transaction(async client => {
    const { rows } = await client.query<{ id: string }>(
      `insert into status_checks (verification_id, cause, outcome)
       select id, 'overdue', 'missing' from verifications where external_user_id = $1 returning id`,
      [externalUserId],
    );
    if (!rows[0]) return;
    await recordStatus(client, {
      cause: { kind: 'status-check', statusCheckId: rows[0].id },
      type: 'status-check',
      subject: { externalUserId, applicantId: `applicant-of-${externalUserId}` },
      event: { key: `check-${externalUserId}-${happenedAt.getTime()}`, kind: 'approved', levelName: null, happenedAt },
    });
  });
}

async function deliverTaken(body: string) {
  const response = await deliver(app, body);
  if (response.status !== 200) throw new Error(`answered ${response.status}: ${await response.text()}`);
}

describe('npm run erase', () => {
  async function run(...args: string[]) {
    const lines: string[] = [];
    const context: Parameters<Command>[0] = {
      config: {} as Parameters<Command>[0]['config'],
      openDatabase: async () => database,
      fetch,
      now: () => second(30).getTime(),
      print: line => lines.push(line),
    };
    return { code: await erase(context, args), text: lines.join('\n') };
  }

  test('says what it would erase, and erases nothing unless told so', async () => {
    const { externalUserId } = await enterWithHistory();
    const { code, text } = await run(externalUserId);
    expect(code).toBe(0);
    expect(text).toMatch(/4 {2}deliveries[\s\S]*2 {2}verifications[\s\S]*--yes/);
    expect(await readStatusOf(externalUserId)).toBe('verified');
  });

  test('erases with --yes, and repeats no id', async () => {
    const { externalUserId } = await enterWithHistory();
    const { code, text } = await run(externalUserId, '--yes');
    expect(code).toBe(0);
    expect(text).toMatch(/4 {2}deliveries/);
    expect(text).not.toContain(externalUserId);
    expect(await findNames(externalUserId)).toEqual([]);
    expect((await run(externalUserId)).text).toContain('Nothing is known');
  });

  test('needs exactly one person, and takes no misspelt option for one', async () => {
    for (const args of [[], [''], ['u-1', 'u-2', '--yes'], ['--help'], ['--ye', 'u-1'], ['u-1', '--yes=no']]) {
      expect(await run(...args)).toMatchObject({ code: 2 });
    }
    expect(await run('--', '--yes')).toMatchObject({ code: 0 });
  });
});

test('an erasure and the deletion of what is too old take rows in one order, so that neither ends the other', async () => {
  const { externalUserId } = await enterWithHistory();
  const values = [externalUserId];
  let erasing: Promise<unknown> | undefined;
  await database.transaction(async client => {
    await client.query('select from deliveries where external_user_id = $1 for update', values);
    erasing = eraseAt(externalUserId, second(30));
    await expect
      .poll(async () => {
        const { rows } = await database.query(
          `select from pg_locks where not granted and pid in (
             select pid from pg_stat_activity where datname = current_database() and query like '%delete from deliveries%')`,
        );
        return rows.length;
      })
      .toBe(1);
    await client.query(`set local lock_timeout = '200ms'`);
    await client.query('delete from deliveries where external_user_id = $1', values); // and with it touches the events
  });
  await erasing;
  expect(await findNames(externalUserId)).toEqual([]);
});
