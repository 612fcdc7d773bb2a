import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Review } from '#idngo/review';
import { type EventKind, foldEvents, type Standing, type VerificationEvent } from './lifecycle';
import { translateReview } from './translate-review';

const level = 'basic-kyc-level';
const noon = Date.UTC(2026, 10, 25, 12, 0, 0);

/** IDnGO as far as its answers and deliveries are concerned. */
interface Provider {
  nowMs: number;
  review: Pick<Review, 'reviewStatus' | 'reviewResult' | 'reviewDate' | 'createDate'>;
}

const moves = ['submit', 'go-on', 'hold', 'approve', 'ask-again', 'reject', 'reset', 'reset-steps', 'note'] as const;
type Move = (typeof moves)[number];

/** What happens, if it is possible now; undefined where it is not. */
function play(provider: Provider, move: Move): EventKind | undefined {
  const { review } = provider;
  const isChecked = ['pending', 'queued'].includes(review.reviewStatus ?? '');
  const decide = (reviewResult: Partial<Review['reviewResult']>) => {
    const reviewDate = toDate(provider.nowMs);
    Object.assign(review, { reviewStatus: 'completed', reviewResult, reviewDate });
  };
  switch (move) {
    case 'submit':
      if (isChecked || review.reviewStatus === 'onHold') return undefined;
      Object.assign(review, { reviewStatus: 'pending', reviewResult: undefined, reviewDate: undefined });
      return 'submitted';
    case 'go-on':
      if (review.reviewStatus !== 'pending' && review.reviewStatus !== 'onHold') return undefined;
      review.reviewStatus = 'queued';
      return 'submitted';
    case 'hold':
      if (review.reviewStatus === 'onHold') return undefined;
      review.reviewStatus = 'onHold';
      return 'held';
    case 'approve':
      decide({ reviewAnswer: 'GREEN' });
      return 'approved';
    case 'ask-again':
      decide({ reviewAnswer: 'RED', reviewRejectType: 'RETRY' });
      return 'resubmission-requested';
    case 'reject':
      decide({ reviewAnswer: 'RED', reviewRejectType: 'FINAL' });
      return 'rejected';
    case 'reset':
      if (isChecked) return undefined;
      review.reviewStatus = 'init';
      return 'reset';
    case 'reset-steps':
      if (isChecked) return undefined;
      review.reviewStatus = 'init';
      return 'steps-reset';
    case 'note':
      return 'noted';
  }
}

function toDate(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')}+0000`;
}

/** One answer of IDnGO, taken in as the reconciler does. */
function check(provider: Provider, events: readonly VerificationEvent[]): VerificationEvent[] {
  const known = { externalUserId: 'u-1', levelName: level, events };
  const translated = translateReview(structuredClone(provider.review) as Review, known);
  return translated.outcome === 'missing' ? [...events, translated.event] : [...events];
}

/** What of a standing an answer can tell: a stay in `init`, for example, hides whether there was an approval before. */
function allowedBy(review: Provider['review'], standing: Standing): boolean {
  const told = standing.status === 'changed' ? standing.remedy : standing.status;
  switch (review.reviewStatus) {
    case 'init':
      return ['not-started', 'in-progress', 'action-needed', 'resubmit', 'start-again', 'contact'].includes(told);
    case 'onHold':
      return told === 'on-hold';
    case 'completed':
      if (review.reviewResult?.reviewAnswer === 'GREEN') return told === 'verified';
      return review.reviewResult?.reviewRejectType === 'FINAL'
        ? ['not-verified', 'contact'].includes(told)
        : ['action-needed', 'resubmit'].includes(told);
    default:
      return told === 'in-review';
  }
}

const step = fc.record({
  move: fc.constantFrom(...moves),
  afterMs: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1_000, max: 60_000 })),
  isLost: fc.boolean(),
  isChecked: fc.boolean(),
});

function live(steps: readonly { move: Move; afterMs: number; isLost: boolean; isChecked: boolean }[]) {
  const provider: Provider = { nowMs: noon, review: { reviewStatus: 'init', createDate: toDate(noon) } as Review };
  const created: VerificationEvent = { key: 'created', kind: 'created', levelName: level, happenedAt: new Date(noon) };
  const history = [created];
  const lost: VerificationEvent[] = [];
  let known: VerificationEvent[] = [created];
  for (const { move, afterMs, isLost, isChecked } of steps) {
    provider.nowMs += afterMs;
    const kind = play(provider, move);
    if (!kind) continue;
    const happened = { key: `${kind}-${provider.nowMs}`, kind, levelName: level, happenedAt: new Date(provider.nowMs) };
    history.push(happened);
    if (isLost) lost.push(happened);
    else known = [...known, happened];
    if (!isChecked) continue;
    known = check(provider, known);
    // Of what happens within the second of an answer, no answer says whether it was before.
    provider.nowMs += 1_000;
  }
  return { provider, history, lost, known: check(provider, known) };
}

test('whatever is lost, one answer brings the status to what it says, and the same answer adds nothing more', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), steps => {
      const { provider, known } = live(steps);
      const { standing } = foldEvents(known, level);
      expect({ standing, allowed: allowedBy(provider.review, standing) }).toMatchObject({ allowed: true });
      expect(check(provider, known)).toHaveLength(known.length);
    }),
    { numRuns: 10_000 },
  );
});

test('where nothing is lost, no answer ever adds anything', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), steps => {
      const { history, known } = live(steps.map(taken => ({ ...taken, isLost: false })));
      expect(known).toHaveLength(history.length);
    }),
    { numRuns: 5_000 },
  );
});

test('what was lost and arrives late, in any order, ends in the status of the whole history', () => {
  const withLateOrder = fc.array(step, { maxLength: 12 }).chain(steps => {
    const { lost } = live(steps);
    return fc.tuple(fc.constant(steps), fc.shuffledSubarray(lost, { minLength: lost.length }));
  });
  fc.assert(
    fc.property(withLateOrder, ([steps, late]) => {
      const { known, history } = live(steps);
      const ended = foldEvents([...known, ...late], level).standing;
      expect(toComparable(ended)).toEqual(toComparable(foldEvents(history, level).standing));
    }),
    { numRuns: 10_000 },
  );
});

test('the delivery of a verdict that was asked for is no news', () => {
  const verdict = fc.record({
    move: fc.constantFrom<Move>('approve', 'ask-again', 'reject'),
    afterMs: fc.integer({ min: 2_000, max: 60_000 }),
    isLost: fc.constant(true),
    isChecked: fc.constant(true),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), verdict, (steps, last) => {
      const { known, lost } = live([...steps.map(taken => ({ ...taken, isLost: false })), last]);
      expect(foldEvents([...known, ...lost], level).standing).toEqual(foldEvents(known, level).standing);
    }),
    { numRuns: 5_000 },
  );
});

function toComparable({ since: _, approvedAt: __, ...standing }: Standing) {
  return standing;
}
