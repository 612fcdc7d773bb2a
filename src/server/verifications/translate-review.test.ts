import { describe, expect, test } from 'vitest';
import type { Review } from '#idngo/review';
import { type EventKind, foldEvents, type StandIn, type VerificationEvent } from './lifecycle';
import { type TranslatedReview, translateLate, translateReview } from './translate-review';

const level = 'basic-kyc-level';
const noon = Date.UTC(2026, 10, 25, 12, 0, 0);

/** `second` may have a fraction. */
function event(kind: EventKind, second: number, levelName: string | null = level): VerificationEvent {
  return { key: `${kind}-${second}-${levelName}`, kind, levelName, happenedAt: new Date(noon + second * 1_000) };
}

function concluded(kind: EventKind, second: number, standIn: StandIn = 'later'): VerificationEvent {
  return { ...event(kind, second), key: `${kind}-${second}-${standIn}`, standIn };
}

function date(second: number): string {
  return `${new Date(noon + second * 1_000).toISOString().slice(0, 19).replace('T', ' ')}+0000`;
}

const green = { reviewAnswer: 'GREEN' } as const;
const retry = { reviewAnswer: 'RED', reviewRejectType: 'RETRY' } as const;
const final = { reviewAnswer: 'RED', reviewRejectType: 'FINAL' } as const;
const untyped = { reviewAnswer: 'RED' } as const;

function completed(reviewResult: Partial<Review['reviewResult']>, second?: number): Partial<Review> {
  return {
    reviewStatus: 'completed',
    reviewResult: reviewResult as Review['reviewResult'],
    ...(second === undefined ? {} : { reviewDate: date(second) }),
  };
}

function spell(translated: TranslatedReview): string {
  if (translated.outcome !== 'missing') return translated.outcome;
  const { kind, happenedAt } = translated.event;
  return `${kind} at ${(happenedAt.getTime() - noon) / 1_000}`;
}

function translate(review: Partial<Review> | undefined, events: VerificationEvent[]): string {
  return spell(translateReview(review as Review | undefined, { externalUserId: 'u-1', levelName: level, events }));
}

/** Status after the answer was taken in. */
function statusAfter(review: Partial<Review> | undefined, events: VerificationEvent[]): string {
  const translated = translateReview(review as Review | undefined, { externalUserId: 'u-1', levelName: level, events });
  const known = translated.outcome === 'missing' ? [...events, translated.event] : events;
  const { standing } = foldEvents(known, level);
  return standing.status === 'changed' ? `changed: ${standing.remedy}` : standing.status;
}

const inReview = [event('created', 1), event('submitted', 2)];
const verified = [...inReview, event('approved', 10.5)];
const actionNeeded = [...inReview, event('resubmission-requested', 10.5)];
const onHold = [...inReview, event('held', 5)];

describe('a status that is not a verdict', () => {
  test.each<[string, Partial<Review>, VerificationEvent[], string]>([
    ['pending while in review', { reviewStatus: 'pending' }, inReview, 'agreed'],
    ['prechecked while in review', { reviewStatus: 'prechecked' }, inReview, 'agreed'],
    ['queued while in review', { reviewStatus: 'queued' }, inReview, 'agreed'],
    ['awaitingService while in review', { reviewStatus: 'awaitingService' }, inReview, 'agreed'],
    ['pending while in progress', { reviewStatus: 'pending' }, [event('created', 1)], 'submitted at 1.001'],
    ['pending while something was asked for', { reviewStatus: 'pending' }, actionNeeded, 'submitted at 10.501'],
    ['queued while on hold', { reviewStatus: 'queued' }, onHold, 'submitted at 5.001'],
    ['onHold while on hold', { reviewStatus: 'onHold' }, onHold, 'agreed'],
    ['onHold while in review', { reviewStatus: 'onHold' }, inReview, 'held at 2.001'],
    ['onHold with a stale GREEN', { ...completed(green, 10), reviewStatus: 'onHold' }, verified, 'held at 10.501'],
    [
      'onHold after a verdict of which nobody told either',
      { ...completed(green, 10), reviewStatus: 'onHold' },
      inReview,
      'held at 10.999',
    ],
    ['init before anything', { reviewStatus: 'init', createDate: date(1) }, [], 'created at 1'],
    ['init before anything, undated', { reviewStatus: 'init' }, [], 'agreed'],
    ['init while in progress', { reviewStatus: 'init' }, [event('created', 1)], 'agreed'],
    ['init while something was asked for', { reviewStatus: 'init' }, actionNeeded, 'agreed'],
    ['init after a reset', { reviewStatus: 'init' }, [...inReview, event('reset', 12)], 'agreed'],
    [
      'init after a reset, and a note',
      { reviewStatus: 'init' },
      [...inReview, event('reset', 12), event('noted', 13)],
      'agreed',
    ],
    ['init after a reset of steps', { reviewStatus: 'init' }, [...inReview, event('steps-reset', 12)], 'agreed'],
    ['init after a deletion', { reviewStatus: 'init' }, [...inReview, event('deleted', 12)], 'created at 12.001'],
    ['init while in review', { reviewStatus: 'init' }, inReview, 'reset at 2.001'],
    [
      'init with a stale GREEN while verified',
      { ...completed(green, 10), reviewStatus: 'init' },
      verified,
      'reset at 10.501',
    ],
    ['init after an approval was lost', { reviewStatus: 'init' }, [...verified, event('reset', 12)], 'agreed'],
    ['init while on hold', { reviewStatus: 'init' }, onHold, 'reset at 5.001'],
    ['init while not verified', { reviewStatus: 'init' }, [...inReview, event('rejected', 10)], 'reset at 10.001'],
    [
      'init after a verdict that was asked for',
      { reviewStatus: 'init' },
      [...inReview, concluded('approved', 10.2, 'second')],
      'reset at 11',
    ],
    ['pending at the level that is named', { reviewStatus: 'pending', levelName: level }, onHold, 'submitted at 5.001'],
    ['pending, after a note', { reviewStatus: 'pending' }, [...onHold, event('noted', 20)], 'submitted at 5.001'],
    [
      'pending, after an activation',
      { reviewStatus: 'pending' },
      [...onHold, event('activated', 20)],
      'submitted at 5.001',
    ],
    [
      'onHold after a second verdict of which nobody told',
      { ...completed(green, 60), reviewStatus: 'onHold' },
      [...actionNeeded, event('submitted', 20)],
      'held at 60.999',
    ],
    [
      'onHold after a verdict in the second of a submission',
      { ...completed(green, 10), reviewStatus: 'onHold' },
      [event('submitted', 10.2)],
      'held at 10.999',
    ],
    ['awaitingUser', { reviewStatus: 'awaitingUser' }, inReview, 'agreed'],
    ['a status that nobody knows', {}, inReview, 'agreed'],
    [
      'pending, created later than anything known',
      { reviewStatus: 'pending', createDate: date(30) },
      inReview.slice(0, 1),
      'submitted at 30',
    ],
  ])('%s', (_name, review, events, expected) => {
    expect(translate(review, events)).toBe(expected);
  });

  test('goes below a deactivation, of which a review knows nothing', () => {
    const deactivated = [...inReview, event('deactivated', 20)];
    expect(translate({ reviewStatus: 'queued' }, deactivated)).toBe('agreed');
    expect(translate({ reviewStatus: 'onHold' }, deactivated)).toBe('held at 2.001');
    expect(statusAfter({ reviewStatus: 'onHold' }, deactivated)).toBe('not-verified');
  });
});

describe('a verdict', () => {
  test.each<[string, Partial<Review>, VerificationEvent[], string]>([
    ['that is known to the second', completed(green, 10), verified, 'agreed'],
    ['whose delivery is dated a second later', completed(green, 9), verified, 'agreed'],
    ['that is missing', completed(green, 10), inReview, 'approved at 10'],
    ['RED and final', completed(final, 10), inReview, 'rejected at 10'],
    ['RED that may be tried again', completed(retry, 10), inReview, 'resubmission-requested at 10'],
    ['RED without a type', completed(untyped, 10), inReview, 'resubmission-requested at 10'],
    ['without an answer', completed({}, 10), inReview, 'agreed'],
    ['a second one', completed(final, 60), verified, 'rejected at 60'],
    ['the same again, later', completed(retry, 60), actionNeeded, 'resubmission-requested at 60'],
    ['in the second of the opposite one', completed(final, 10), verified, 'rejected at 10.501'],
    ['in the second of a reset', completed(green, 10), [...inReview, event('reset', 10.2)], 'approved at 10.201'],
    [
      'in the second of a deactivation',
      completed(green, 10),
      [...inReview, event('deactivated', 10.2)],
      'approved at 10',
    ],
    [
      'the same again, in one second',
      completed(retry, 10),
      [...actionNeeded, event('submitted', 10.6)],
      'resubmission-requested at 10.601',
    ],
    ['undated, that says what is known', completed(green), verified, 'agreed'],
    ['undated, that contradicts', completed(green), inReview, 'approved at 2.001'],
    ['unreadably dated, that contradicts', { ...completed(final), reviewDate: 'soon' }, inReview, 'rejected at 2.001'],
    ['whose delivery is dated at the second itself', completed(green, 10), [event('approved', 10)], 'agreed'],
    ['whose like is dated two seconds later', completed(green, 10), [event('approved', 12)], 'approved at 10'],
    [
      'in the second of a submission, itself and a reset',
      completed(green, 10),
      [event('submitted', 10.1), event('approved', 10.3), event('reset', 10.6)],
      'approved at 10.601',
    ],
    [
      'known, against what was concluded since',
      completed(green, 10),
      [...verified, concluded('submitted', 20)],
      'approved at 20.001',
    ],
    [
      'known, with a delivery since and a conclusion from it',
      completed(green, 10),
      [...verified, event('held', 15), concluded('submitted', 20)],
      'agreed',
    ],
    [
      'known, with a conclusion since that changed nothing',
      completed(retry, 10),
      [...actionNeeded, concluded('created', 20)],
      'agreed',
    ],
    [
      'known, lost since by a deactivation that ended',
      completed(green, 10),
      [...verified, event('deactivated', 20), event('activated', 30)],
      'agreed',
    ],
    ['undated, against another', completed(final), verified, 'rejected at 10.501'],
    ['undated RED while something is asked for', completed(retry), actionNeeded, 'agreed'],
    ['undated GREEN while something is asked for', completed(green), actionNeeded, 'approved at 10.501'],
    ['undated RED and final while not verified', completed(final), [event('rejected', 10)], 'agreed'],
    ['undated GREEN while not verified', completed(green), [event('rejected', 10)], 'approved at 10.001'],
    [
      'undated RED after a lost approval',
      completed(retry),
      [...verified, event('resubmission-requested', 20)],
      'agreed',
    ],
    [
      'undated RED and final after a request to send something again',
      completed(final),
      [...verified, event('resubmission-requested', 20)],
      'rejected at 20.001',
    ],
    ['undated RED and final after a withdrawal', completed(final), [...verified, event('rejected', 20)], 'agreed'],
    [
      'undated RED after a withdrawal',
      completed(retry),
      [...verified, event('rejected', 20)],
      'resubmission-requested at 20.001',
    ],
    ['undated GREEN after a withdrawal', completed(green), [...verified, event('rejected', 20)], 'approved at 20.001'],
    ['known, with a submission after it', completed(retry, 10), [...actionNeeded, event('submitted', 20)], 'agreed'],
    ['of another level', completed(green, 10), [...inReview, event('approved', 10, 'another-level')], 'approved at 10'],
  ])('%s', (_name, review, events, expected) => {
    expect(translate(review, events)).toBe(expected);
  });

  test('counts after the submission of its own second, however late that is heard of', () => {
    const [first, ...late] = [event('created', 1), event('submitted', 10.4)];
    expect(statusAfter(completed(green, 10), [first as VerificationEvent])).toBe('verified');
    const translated = translateReview(completed(green, 10) as Review, {
      externalUserId: 'u-1',
      levelName: level,
      events: [event('created', 1)],
    });
    if (translated.outcome !== 'missing') throw new Error('something is expected to be missing');
    const events = [event('created', 1), ...late, translated.event];
    expect(foldEvents(events, level).standing.status).toBe('verified');
  });

  test('stands against a conclusion of ours that was wrong', () => {
    const wrong = translateReview({ reviewStatus: 'pending' } as Review, {
      externalUserId: 'u-1',
      levelName: level,
      events: verified,
    });
    if (wrong.outcome !== 'missing') throw new Error('something is expected to be missing');
    expect(statusAfter(completed(green, 10), [...verified, wrong.event])).toBe('verified');
  });
});

test.each<[string, Partial<Review> | undefined, VerificationEvent[], Partial<VerificationEvent>]>([
  ['deletion', undefined, inReview, { kind: 'deleted', levelName: null, standIn: 'later' }],
  ['verdict', completed(green, 10), inReview, { kind: 'approved', levelName: level, standIn: 'second' }],
  ['status', { reviewStatus: 'onHold' }, inReview, { kind: 'held', levelName: level, standIn: 'later' }],
  [
    'verdict against a conclusion',
    completed(green, 10),
    [...verified, concluded('submitted', 20)],
    { kind: 'approved', levelName: level, standIn: 'later' },
  ],
  [
    'level change',
    { reviewStatus: 'init', levelName: 'another-level' },
    inReview,
    { kind: 'level-changed', levelName: 'another-level', standIn: 'later' },
  ],
])('a missing %s stands in for its delivery, once for each person', (_name, review, events, expected) => {
  const eventOf = (externalUserId: string) => {
    const translated = translateReview(review as Review | undefined, { externalUserId, levelName: level, events });
    return translated.outcome === 'missing' ? translated.event : undefined;
  };
  expect(eventOf('u-1')).toMatchObject({ ...expected, key: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(eventOf('u-1')).toEqual(eventOf('u-1'));
  expect(eventOf('u-1')?.key).not.toBe(eventOf('u-2')?.key);
});

describe('what is missing when the question is asked', () => {
  const created = [event('created', 1)];
  const pending: Partial<Review> = { reviewStatus: 'pending' };

  test.each<[string, Partial<Review>, VerificationEvent[], VerificationEvent[], string]>([
    ['is nothing where the answer agreed', pending, inReview, [...inReview, event('rejected', 9)], 'agreed'],
    ['is missing still where nothing arrived', pending, created, created, 'submitted at 1.001'],
    ['is dated as it was then', pending, created, [...created, event('held', 5)], 'submitted at 1.001'],
    [
      'is missing no more once its delivery arrived, whatever that went on to say',
      pending,
      created,
      [...created, event('submitted', 3), event('held', 5)],
      'agreed',
    ],
    [
      'is missing no more where what arrived agrees with the answer in another way',
      { reviewStatus: 'init' },
      inReview,
      [...inReview, event('resubmission-requested', 3)],
      'agreed',
    ],
    [
      'is missing still where something else gave way to its delivery',
      pending,
      [...created, concluded('held', 1.001), event('held', 2)],
      [...created, concluded('held', 1.001), event('held', 2), event('noted', 3)],
      'submitted at 2.001',
    ],
  ])('%s', (_name, review, before, now, expected) => {
    const person = { externalUserId: 'u-1', levelName: level, events: before };
    expect(spell(translateLate(review as Review, person, now))).toBe(expected);
  });

  test('is missing no more where another question found it meanwhile', () => {
    const person = { externalUserId: 'u-1', levelName: level, events: created };
    const found = translateReview(pending as Review, person);
    if (found.outcome !== 'missing') throw new Error('something is expected to be missing');
    const now = [...created, found.event, event('held', 5)];
    expect(translateLate(pending as Review, person, now)).toEqual({ outcome: 'agreed' });
  });
});

describe('another level', () => {
  const moved = { reviewStatus: 'init', levelName: 'another-level', createDate: date(30) } as const;

  test.each<[string, VerificationEvent[], string]>([
    ['takes an approval at ours with it', verified, 'changed: start-again'],
    ['ends a review at ours', inReview, 'not-started'],
    ['says nothing to somebody who has not begun', [], 'not-started'],
    [
      'leaves what is known as it is',
      [...verified, event('level-changed', 20, 'another-level')],
      'changed: start-again',
    ],
  ])('%s', (_name, events, expected) => {
    expect(statusAfter(moved, events)).toBe(expected);
  });

  test('was reached before the first that is known of it', () => {
    expect(translate(moved, verified)).toBe('level-changed at 30');
    const there = event('approved', 25, 'another-level');
    expect(translate(moved, [...verified, there])).toBe('level-changed at 24.999');
    expect(translate({ ...moved, createDate: undefined }, [...verified, there])).toBe('level-changed at 10.501');
    expect(translate(moved, [...verified, event('level-changed', 20, 'another-level'), there])).toBe('agreed');
    expect(translate(moved, [...verified, event('noted', 20)])).toBe('level-changed at 30');
  });

  test('is no news the second time', () => {
    const undated = { ...moved, createDate: undefined };
    expect(translate(undated, verified)).toBe('level-changed at 10.501');
    expect(translate(undated, [...verified, event('level-changed', 10.501, 'another-level')])).toBe('agreed');
  });

  test('is news again to somebody who came back from it', () => {
    const wentAndCame = [event('level-changed', 3, 'another-level'), event('level-changed', 4)];
    expect(translate(moved, [...inReview, ...wentAndCame, event('approved', 10)])).toBe('level-changed at 30');
  });

  test.each<[string, Partial<Review>, VerificationEvent[]]>([
    ['to somebody who has not begun', moved, []],
    ['to somebody who was deleted', moved, [...inReview, event('deleted', 5)]],
    ['to somebody of whom nothing but a deactivation is known', moved, [event('deactivated', 5)]],
    ['where it has no usable name', { ...moved, levelName: 'another\nlevel' }, verified],
  ])('says nothing %s', (_name, review, events) => {
    expect(translate(review, events)).toBe('agreed');
  });
});

describe('somebody whom IDnGO does not know', () => {
  test.each<[string, VerificationEvent[], string, string]>([
    ['has not started', [], 'not-started', 'not-started'],
    ['was deleted while in progress', [event('created', 1)], 'deleted at 1.001', 'not-started'],
    ['was deleted while in review', inReview, 'deleted at 2.001', 'not-started'],
    ['was deleted while on hold', onHold, 'deleted at 5.001', 'not-started'],
    ['was deleted while something was asked for', actionNeeded, 'deleted at 10.501', 'not-started'],
    ['keeps an approval', verified, 'unknown-there', 'verified'],
    ['keeps a rejection', [...inReview, event('rejected', 10)], 'unknown-there', 'not-verified'],
    ['keeps a withdrawal', [...verified, event('rejected', 12)], 'unknown-there', 'changed: contact'],
    ['who was ever approved stays as they are', [...verified, event('submitted', 12)], 'unknown-there', 'in-review'],
  ])('%s', (_name, events, outcome, status) => {
    expect(translate(undefined, events)).toBe(outcome);
    expect(statusAfter(undefined, events)).toBe(status);
  });
});
