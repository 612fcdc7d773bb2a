import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTestApp, deliver, enter, green, readStatus, redFinal, redRetry, webhookBody } from '#testing/test-app';
import { lockSubject } from './locks';

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
