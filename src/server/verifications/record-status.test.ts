import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTestApp, deliver, enter, green, readStatus, redFinal, redRetry, webhookBody } from '#testing/test-app';
import type { EventKind, VerificationEvent } from './lifecycle';
import { lockSubject } from './locks';
import { type Arrival, recordStatus } from './record-status';

const testApp = await createTestApp();
const { app, database } = testApp;

async function lastDelivery(): Promise<unknown> {
  const { rows } = await database.query('select outcome, reason from deliveries order by id desc limit 1');
  return rows[0];
}

async function readTrail(externalUserId: string): Promise<unknown[]> {
  const { rows } = await database.query<{ action: string; detail: unknown; event: string | null }>(
    `select a.action, a.detail, e.kind as event from audit_trail a left join events e on e.delivery_id = a.delivery_id
     where a.subject_pseudonym = pseudonym($1) order by a.id`,
    [externalUserId],
  );
  return rows;
}

test('every change is in the audit trail with the delivery that caused it, and nothing else is', async () => {
  const person = await enter(testApp);
  const pending = { type: 'applicantPending', reviewStatus: 'pending' };
  const noted = { ...green, type: 'applicantTagsChanged' };
  for (const [second, fields] of [pending, green, noted, redFinal].entries()) {
    await deliver(app, webhookBody(person.externalUserId, second, fields));
  }
  await deliver(app, webhookBody(person.externalUserId, 1, green));
  const changed = (event: string, detail: object) => ({
    action: 'status-changed',
    event,
    detail: { remedy: null, ...detail },
  });
  const trail = (await readTrail(person.externalUserId)).filter(entry => JSON.stringify(entry).includes('status-'));
  expect(trail).toEqual([
    changed('submitted', { revision: 1, status: 'in-review', since: '2026-11-20T12:00:00.000Z' }),
    changed('approved', { revision: 2, status: 'verified', since: '2026-11-20T12:00:01.000Z' }),
    changed('rejected', { revision: 3, status: 'changed', remedy: 'contact', since: '2026-11-20T12:00:03.000Z' }),
  ]);
});

describe('an applicant that a delivery says is another person’s', () => {
  const of = (applicantId: string, externalUserId: string | null, second: number, fields: Record<string, unknown>) =>
    webhookBody(externalUserId ?? '', second, { ...fields, applicantId, externalUserId });

  async function readOwner(applicantId: string): Promise<unknown> {
    const { rows } = await database.query('select external_user_id from applicants where applicant_id = $1', [
      applicantId,
    ]);
    return rows[0]?.external_user_id;
  }

  test('is theirs from then on, what was before stays with the one before, and both trails tell of it', async () => {
    const [before, after] = [await enter(testApp), await enter(testApp)];
    await deliver(app, of('moved-1', before.externalUserId, 1, green));
    await deliver(app, of('moved-1', after.externalUserId, 2, redRetry));
    expect(await lastDelivery()).toEqual({ outcome: 'changed', reason: 'applicant-of-another' });
    expect(await readStatus(app, before.cookie)).toMatchObject({ status: 'verified' });
    expect(await readStatus(app, after.cookie)).toMatchObject({ status: 'action-needed' });
    expect(await readOwner('moved-1')).toBe(after.externalUserId);
    const moved = (direction: string) =>
      expect.objectContaining({ action: 'applicant-moved', event: 'resubmission-requested', detail: { direction } });
    expect(await readTrail(before.externalUserId)).toContainEqual(moved('away'));
    expect(await readTrail(after.externalUserId)).toContainEqual(moved('here'));

    await deliver(app, of('moved-1', null, 3, green));
    expect(await readStatus(app, after.cookie)).toMatchObject({ status: 'verified' });
  });

  test('stays with whom a later event named, when an earlier one arrives late', async () => {
    const [before, after] = [await enter(testApp), await enter(testApp)];
    await deliver(app, of('moved-2', after.externalUserId, 5, green));
    await deliver(app, of('moved-2', before.externalUserId, 1, { ...green, type: 'applicantTagsChanged' }));
    expect(await lastDelivery()).toEqual({ outcome: 'unchanged', reason: 'applicant-of-another' });
    expect(await readOwner('moved-2')).toBe(after.externalUserId);
    expect(await readTrail(after.externalUserId)).not.toContainEqual(
      expect.objectContaining({ action: 'applicant-moved' }),
    );
  });

  test('ends up with one person and one status each, in whatever order and however at once the deliveries come', async () => {
    let story = 0;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 0, 1, 2, 3], { minLength: 8 }), async order => {
        story += 1;
        const [applicantId, a, b] = [`applicant-${story}`, `u-a-${story}`, `u-b-${story}`];
        const bodies = [
          of(applicantId, a, 1, { type: 'applicantPending', reviewStatus: 'pending' }),
          of(applicantId, b, 2, green),
          of(applicantId, a, 3, green),
          of(applicantId, b, 4, redFinal),
        ];
        const answers = await Promise.all(order.map(position => deliver(app, bodies[position] ?? '')));
        expect(answers.map(({ status }) => status)).toEqual(order.map(() => 200));
        const { rows } = await database.query(
          'select external_user_id, status from verifications where external_user_id in ($1, $2) order by 1',
          [a, b],
        );
        expect(rows).toEqual([
          { external_user_id: a, status: 'verified' },
          { external_user_id: b, status: 'changed' },
        ]);
        expect(await readOwner(applicantId)).toBe(b);
      }),
      { numRuns: 25 },
    );
  });
});

test.each([
  [{ applicantId: 'x-locked', externalUserId: 'u-locked' }, 2],
  [{ applicantId: null, externalUserId: 'u-locked' }, 1],
  [{ applicantId: 'x-locked', externalUserId: null }, 1],
])('the turn of %j is held by %i locks until the transaction ends', async (subject, locks) => {
  const held = await database.transaction(async client => {
    await lockSubject(client, subject);
    const { rows } = await client.query(
      `select count(*)::int as held from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
    );
    return rows;
  });
  expect(held).toEqual([{ held: locks }]);
});

test('events that waited for an introduction are all taken up by it, however at once they come', async () => {
  for (let round = 0; round < 15; round += 1) {
    const externalUserId = `u-introduced-${round}`;
    const nameless = [green, redRetry, redFinal, green].map((fields, second) =>
      webhookBody(externalUserId, second + 10, { ...fields, externalUserId: null }),
    );
    const introduction = webhookBody(externalUserId, 1, { type: 'applicantCreated', reviewStatus: 'init' });
    await Promise.all([...nameless.slice(0, 2), introduction, ...nameless.slice(2)].map(body => deliver(app, body)));
    const { rows } = await database.query('select status from verifications where external_user_id = $1', [
      externalUserId,
    ]);
    expect(rows).toEqual([{ status: 'verified' }]);
  }
});

describe('an event', () => {
  const level = 'basic-kyc-level';
  function arrive(
    externalUserId: string,
    kind: EventKind,
    second: number,
    more: Partial<VerificationEvent> = {},
  ): Omit<Arrival, 'cause'> {
    const key = JSON.stringify([externalUserId, kind, second, more]);
    const happenedAt = new Date(Date.UTC(2026, 10, 20, 12, 0, second));
    return {
      type: `a type of ${kind}`,
      subject: { externalUserId, applicantId: `applicant-of-${externalUserId}` },
      event: { key, kind, levelName: level, happenedAt, ...more },
    };
  }

  async function causeBy(kind: Arrival['cause']['kind']): Promise<Arrival['cause']> {
    const { rows } = await database.query<{ id: string }>(
      kind === 'delivery'
        ? `insert into deliveries (outcome) values ('failed') returning id`
        : `insert into status_checks (verification_id, cause, outcome) values (gen_random_uuid(), 'doubt', 'missing') returning id`,
    );
    const id = rows[0]?.id ?? '';
    return kind === 'delivery' ? { kind, deliveryId: id } : { kind, statusCheckId: id };
  }

  async function record(arrival: Omit<Arrival, 'cause'>, kind: Arrival['cause']['kind'] = 'delivery') {
    const cause = await causeBy(kind);
    return database.transaction(client => recordStatus(client, { ...arrival, cause }));
  }

  async function readEvent({ event: { key } }: Omit<Arrival, 'cause'>): Promise<unknown> {
    const { rows } = await database.query(
      `select d.outcome, c.cause, e.external_user_id, e.applicant_id, e.type, e.kind, e.level_name, e.happened_at, e.stand_in
       from events e left join deliveries d on d.id = e.delivery_id left join status_checks c on c.id = e.status_check_id
       where e.key = $1`,
      [key],
    );
    return rows[0];
  }

  test.each([
    ['delivery', null, { outcome: 'failed', cause: null }],
    ['status-check', 'later', { outcome: null, cause: 'doubt' }],
  ] as const)('from a %s is kept with where it comes from', async (kind, standIn, source) => {
    const arrival = arrive(`u-by-${kind}`, 'submitted', 1, { standIn });
    expect(await record(arrival, kind)).toEqual({ outcome: 'changed' });
    expect(await readEvent(arrival)).toEqual({
      ...{ ...source, external_user_id: `u-by-${kind}`, applicant_id: `applicant-of-u-by-${kind}` },
      ...{ type: 'a type of submitted', kind: 'submitted', level_name: level, stand_in: standIn },
      happened_at: new Date('2026-11-20T12:00:01Z'),
    });
    expect(await record(arrival, kind)).toEqual({ outcome: 'duplicate' });
  });

  test.each<[string, Omit<Arrival, 'cause'>[], string]>([
    ['that repeats the last', [arrive('u-same', 'approved', 1), arrive('u-same', 'approved', 2)], 'same'],
    ['from before the last', [arrive('u-older', 'approved', 2), arrive('u-older', 'submitted', 1)], 'older'],
    [
      'of a level at which it is the last, whatever happened at another since',
      [
        arrive('u-levels', 'approved', 1),
        arrive('u-levels', 'submitted', 5, { levelName: 'another-level' }),
        arrive('u-levels', 'noted', 2),
      ],
      'same',
    ],
    [
      'that is the last at its own level and an earlier one of another',
      [
        arrive('u-both', 'approved', 5, { levelName: 'another-level' }),
        arrive('u-both', 'approved', 6),
        arrive('u-both', 'noted', 7),
      ],
      'same',
    ],
    [
      'of no level in particular, the last at one and an earlier one at another',
      [
        arrive('u-two', 'submitted', 1, { levelName: 'another-level' }),
        arrive('u-two', 'approved', 5),
        arrive('u-two', 'noted', 3, { levelName: null }),
      ],
      'older',
    ],
    ['of no level of somebody who has none', [arrive('u-none', 'noted', 1, { levelName: null })], 'other-level'],
  ])('%s leaves everything as it was for that reason', async (_name, arrivals, reason) => {
    let recorded: unknown;
    for (const arrival of arrivals) recorded = await record(arrival);
    expect(recorded).toEqual({ outcome: 'unchanged', reason });
  });

  test('that names only an applicant nobody introduced waits once', async () => {
    const arrival = arrive('u-waiting', 'submitted', 1);
    const nameless = { ...arrival, subject: { externalUserId: null, applicantId: 'applicant-waiting' } };
    expect(await record(nameless)).toEqual({ outcome: 'unknown-person' });
    expect(await record(nameless)).toEqual({ outcome: 'duplicate' });
    expect(await readEvent(arrival)).toMatchObject({ external_user_id: null, applicant_id: 'applicant-waiting' });
  });

  test('that waited is taken up by the very delivery of it that says whose it is', async () => {
    const arrival = arrive('u-again', 'submitted', 1);
    const applicantId = 'applicant-of-u-again';
    await record({ ...arrival, subject: { externalUserId: null, applicantId } });
    expect(await record(arrival)).toEqual({ outcome: 'changed' });
    expect(await record(arrival)).toEqual({ outcome: 'duplicate' });
  });

  test.each([
    ['applicantReset', 'not-started'],
    ['applicantStepsReset', 'in-progress'],
  ])('of the type %s that an earlier version kept as a reset means: %s', async (type, status) => {
    const externalUserId = `u-${type}`;
    await record(arrive(externalUserId, 'submitted', 1));
    await record({ ...arrive(externalUserId, 'reset', 2), type });
    const { rows } = await database.query('select status from verifications where external_user_id = $1', [
      externalUserId,
    ]);
    expect(rows).toEqual([{ status }]);
  });

  test('of deletion is announced once, and none that we only concluded', async () => {
    const announced = async (externalUserId: string) =>
      (await readTrail(externalUserId)).filter(entry => JSON.stringify(entry).includes('deletion-announced'));
    await record(arrive('u-deleted', 'submitted', 1));
    for (let time = 0; time < 2; time += 1) await record(arrive('u-deleted', 'deleted', 2));
    expect(await announced('u-deleted')).toEqual([
      { action: 'deletion-announced', detail: { type: 'a type of deleted' }, event: 'deleted' },
    ]);
    const { rows } = await database.query(`select distinct actor from audit_trail where action = 'deletion-announced'`);
    expect(rows).toEqual([{ actor: 'provider' }]);
    await record(arrive('u-concluded', 'deleted', 2, { standIn: 'later' }));
    expect(await announced('u-concluded')).toEqual([]);
  });

  test('from before an erasure is not taken in, and one from after it is', async () => {
    await database.query(`insert into erasures (subject_pseudonym, erased_at) values (pseudonym('u-erased'), $1)`, [
      new Date('2026-11-20T12:00:05Z'),
    ]);
    const before = arrive('u-erased', 'approved', 1);
    expect(await record(before)).toEqual({ outcome: 'ignored', reason: 'erased' });
    expect(await readEvent(before)).toBeUndefined();
    expect(await record(arrive('u-erased', 'submitted', 9))).toEqual({ outcome: 'changed' });
  });
});

test('reads a person in as many rows as they have levels and events, not as many as both multiplied', async () => {
  let most = 0;
  const record = (count: number) =>
    database.transaction(client => {
      const query = (async (text: string, values?: unknown[]) => {
        const answer = await client.query(text, values);
        most = Math.max(most, answer.rows.length);
        return answer;
      }) as unknown as typeof client.query;
      return recordStatus(
        { query },
        {
          cause: { kind: 'delivery', deliveryId: '1' },
          type: 'applicantCreated',
          subject: { externalUserId: 'u-of-many-levels', applicantId: null },
          event: { key: `many-${count}`, kind: 'created', levelName: `level-${count}`, happenedAt: new Date(count) },
        },
      );
    });
  await deliver(app, webhookBody('u-before', 1, green));
  for (let count = 1; count <= 12; count += 1) await record(count);
  expect(most).toBe(24);
});
