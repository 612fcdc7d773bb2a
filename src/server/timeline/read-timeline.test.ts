import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type Timeline, timelineSchema } from '#contract/operations-timeline';
import { createTestApp, deliver, enter, green, redFinal, redRetry, webhookBody } from '#testing/test-app';
import { ensureVerification } from '../verifications/verification-rows';
import { readTimeline } from './read-timeline';

const testApp = await createTestApp();
const { app, database } = testApp;

const read = async (externalUserId: string): Promise<Timeline> =>
  v.parse(timelineSchema, await readTimeline(database, externalUserId, { actor: 'command' }));

const pending = { type: 'applicantPending', reviewStatus: 'pending' };

test('tells what happened in the order it happened, what arrived in the order it arrived, and what people were told', async () => {
  const { externalUserId } = await enter(testApp);
  await deliver(app, webhookBody(externalUserId, 9, redFinal));
  await deliver(app, webhookBody(externalUserId, 1, pending));
  await deliver(app, webhookBody(externalUserId, 5, green));
  await deliver(app, webhookBody(externalUserId, 5, green));
  await deliver(app, webhookBody(externalUserId, 6, { ...green, levelName: 'another-level' }));
  await deliver(app, webhookBody(externalUserId, 7, { type: 'somethingNew' }));
  const timeline = await read(externalUserId);
  const [rejection, submission, approval, repeated, other, unknown] = timeline.deliveries.map(({ id }) => id);
  const from = (id: string | undefined) => ({ kind: 'delivery', id });
  const at = (second: number) => `2026-11-20T12:00:0${second}.000Z`;

  expect(timeline).toMatchObject({ externalUserId, presence: 'known', erasedAt: null, isShortened: false });
  expect(timeline.applicantIds).toEqual([`applicant-of-${externalUserId}`]);
  expect(timeline.deliveries.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['changed', null],
    ['unchanged', 'older'],
    ['changed', null],
    ['duplicate', null],
    ['changed', null],
    ['ignored', 'unknown-type'],
  ]);
  expect([repeated, unknown]).not.toContain(undefined);
  const [verification, another] = timeline.verifications;
  expect(verification?.happened).toMatchObject([
    {
      happenedAt: at(1),
      type: 'applicantPending',
      event: 'submitted',
      effect: 'changed',
      status: 'in-review',
      source: from(submission),
    },
    {
      happenedAt: at(5),
      type: 'applicantReviewed',
      event: 'approved',
      effect: 'changed',
      status: 'verified',
      source: from(approval),
    },
    { happenedAt: at(6), event: 'approved', effect: 'other-level', status: 'verified', source: from(other) },
    {
      happenedAt: at(9),
      event: 'rejected',
      effect: 'changed',
      status: 'changed',
      remedy: 'contact',
      source: from(rejection),
    },
  ]);
  expect(verification?.told).toMatchObject([
    { revision: 1, status: 'not-verified', remedy: null, since: at(9), cause: from(rejection) },
    { revision: 2, status: 'changed', remedy: 'contact', since: at(9), cause: from(approval) },
  ]);
  expect(another).toMatchObject({ levelName: 'another-level', status: 'verified', told: [{ cause: from(other) }] });
});

test('says the same in sentences, what arrived before what was made of it', async () => {
  const { externalUserId } = await enter(testApp);
  await deliver(app, webhookBody(externalUserId, 5, redRetry));
  await deliver(app, webhookBody(externalUserId, 1, pending));
  const { entries, deliveries } = await read(externalUserId);
  const [first, second] = deliveries.map(({ id }) => id);
  const said = entries
    .filter(({ what }) => /^(Delivery|basic)/.test(what))
    .map(({ what, detail }) => `${what}: ${detail}`);
  expect(said).toEqual([
    `Delivery ${first}: applicantReviewed, RED RETRY: changed what people see`,
    `basic-kyc-level is action-needed, revision 1: by delivery ${first}`,
    `Delivery ${second}: applicantPending: changed nothing: something that happened later is known already`,
  ]);
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort());
});

test('shows status checks with what they made of the person', async () => {
  const { externalUserId } = await enter(testApp);
  await database.query(
    `with found as (select id from verifications where external_user_id = $1), checked as (
       insert into status_checks (verification_id, cause, outcome, review_status, review_answer)
       select id, 'overdue', 'missing', 'completed', 'GREEN' from found returning id
     )
     insert into events (key, status_check_id, external_user_id, type, kind, level_name, happened_at)
     select 'checked', id, $1, 'applicantReviewed', 'approved', 'basic-kyc-level', now() from checked`,
    [externalUserId],
  );
  await database.query(
    `update verifications set check_at = now(), check_cause = 'overdue', checks_made = 2 where external_user_id = $1`,
    [externalUserId],
  );
  const { verifications, entries } = await read(externalUserId);
  const [verification] = verifications;
  expect(verification?.checks).toMatchObject([
    { cause: 'overdue', outcome: 'missing', reviewStatus: 'completed', reviewAnswer: 'GREEN', errorCode: null },
  ]);
  expect(verification?.happened).toMatchObject([{ source: { kind: 'status-check', id: verification?.checks[0]?.id } }]);
  expect(verification?.nextCheck).toMatchObject({ cause: 'overdue', made: 2 });
  expect(entries).toContainEqual(
    expect.objectContaining({
      what: expect.stringMatching(/^Status check \d+ of basic-kyc-level, cause: overdue$/),
      detail: 'missing: completed GREEN',
    }),
  );
});

test('is bounded however often somebody asked for a check, and says that older entries are left out', async () => {
  const { externalUserId } = await enter(testApp);
  await database.query(
    `insert into status_checks (verification_id, asked_at, cause, outcome)
     select id, now() - number * interval '1 minute', 'requested', 'agreed'
     from verifications, generate_series(1, 600) as number where external_user_id = $1`,
    [externalUserId],
  );
  const { verifications, isShortened } = await read(externalUserId);
  const checks = verifications[0]?.checks ?? [];
  expect([checks.length, isShortened]).toEqual([500, true]);
  const askedAt = checks.map(check => check.askedAt);
  expect(askedAt).toEqual(askedAt.toSorted());
  expect(Date.parse(askedAt.at(-1) ?? '')).toBeGreaterThan(Date.now() - 5 * 60_000);
});

test('shows a delivery that names only the applicant to whoever it turned out to be, and to nobody else', async () => {
  const [person, stranger] = [await enter(testApp), await enter(testApp)];
  await deliver(app, webhookBody(person.externalUserId, 9, { ...green, externalUserId: null }));
  expect((await read(person.externalUserId)).deliveries).toEqual([]);
  await deliver(app, webhookBody(person.externalUserId, 1, pending));
  expect((await read(person.externalUserId)).deliveries.map(({ outcome }) => outcome)).toEqual([
    'unknown-person',
    'changed',
  ]);
  expect((await read(stranger.externalUserId)).deliveries).toEqual([]);
});

test('says of a change that a first visit brought about that nothing had to arrive for it', async () => {
  const deactivated = webhookBody('u-visits', 1, {
    type: 'applicantDeactivated',
    reviewStatus: 'init',
    levelName: null,
  });
  await deliver(app, deactivated);
  await database.transaction(client => ensureVerification(client, 'u-visits', 'basic-kyc-level'));
  const { verifications, deliveries, entries } = await read('u-visits');
  expect(deliveries).toMatchObject([{ outcome: 'unchanged', reason: 'other-level' }]);
  expect(verifications).toMatchObject([{ status: 'not-verified', told: [{ revision: 1, cause: { kind: 'entry' } }] }]);
  expect(entries.at(-1)?.detail).toBe('by the person’s arrival');
});

test('says of somebody who was erased that they were, and of somebody who never was here that nothing is kept', async () => {
  await database.query(`insert into erasures (subject_pseudonym) values (pseudonym('u-erased'))`);
  expect(await read('u-erased')).toMatchObject({ presence: 'erased', erasedAt: expect.any(String), verifications: [] });
  expect(await read('u-nobody')).toMatchObject({ presence: 'unknown', erasedAt: null, entries: [] });
  // That somebody has asked before does not make them known.
  expect(await read('u-nobody')).toMatchObject({ presence: 'unknown', audit: [{ action: 'timeline-read' }] });
});

test('contains nothing that a body says in words', async () => {
  const { externalUserId } = await enter(testApp);
  const words = { moderationComment: 'planted', clientComment: 'planted', rejectLabels: ['PLANTED'] };
  const reviewResult = { ...redFinal.reviewResult, ...words };
  await deliver(app, webhookBody(externalUserId, 1, { ...redFinal, reviewResult, info: { firstName: 'planted' } }));
  expect(JSON.stringify(await read(externalUserId))).not.toMatch(/planted/i);
});
