import { describe, expect, test } from 'vitest';
import type { Review } from '#idngo/review';
import { type EventKind, foldEvents, type VerificationEvent } from './lifecycle';
import { translateReview } from './translate-review';

const level = 'basic-kyc-level';
const noon = Date.UTC(2026, 10, 25, 12, 0, 0);

/** `second` may have a fraction. */
function event(kind: EventKind, second: number, levelName: string | null = level): VerificationEvent {
  return { key: `${kind}-${second}-${levelName}`, kind, levelName, happenedAt: new Date(noon + second * 1_000) };
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

function translate(review: Partial<Review> | undefined, events: VerificationEvent[]) {
  const translated = translateReview(review as Review | undefined, { externalUserId: 'u-1', levelName: level, events });
  if (translated.outcome !== 'missing') return translated.outcome;
  const { kind, happenedAt } = translated.event;
  return `${kind} at ${(happenedAt.getTime() - noon) / 1_000}`;
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
    ['init while in review', { reviewStatus: 'init' }, inReview, 'reset at 2.001'],
    [
      'init with a stale GREEN while verified',
      { ...completed(green, 10), reviewStatus: 'init' },
      verified,
      'reset at 10.501',
    ],
    ['init after an approval was lost', { reviewStatus: 'init' }, [...verified, event('reset', 12)], 'agreed'],
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
