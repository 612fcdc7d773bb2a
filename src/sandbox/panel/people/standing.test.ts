import { describe, expect, test } from 'vitest';
import type { ApplicantSummary } from '../../control/panel-contract';
import { toStanding } from './standing';

function standingOf(review: ApplicantSummary['review'], presence: ApplicantSummary['presence'] = 'active') {
  return toStanding({ review, presence });
}

describe('standing', () => {
  test.each([
    ['init', { reviewStatus: 'init' }],
    ['pending', { reviewStatus: 'pending' }],
    ['onHold', { reviewStatus: 'onHold' }],
    ['queued', { reviewStatus: 'queued' }],
    ['GREEN', { reviewStatus: 'completed', reviewResult: { reviewAnswer: 'GREEN' } }],
    ['RED retry', { reviewStatus: 'completed', reviewResult: { reviewAnswer: 'RED', reviewRejectType: 'RETRY' } }],
    ['RED final', { reviewStatus: 'completed', reviewResult: { reviewAnswer: 'RED', reviewRejectType: 'FINAL' } }],
    ['RED', { reviewStatus: 'completed', reviewResult: { reviewAnswer: 'RED' } }],
    ['completed', { reviewStatus: 'completed' }],
    ['unknown', {}],
  ] satisfies [string, ApplicantSummary['review']][])('is called %s', (word, review) => {
    expect(standingOf(review).word).toBe(word);
  });

  test('does not believe an old GREEN that rides along with another status', () => {
    expect(standingOf({ reviewStatus: 'init', reviewResult: { reviewAnswer: 'GREEN' } })).toMatchObject({
      word: 'init',
      tone: 'neutral',
    });
  });

  test.each(['deleted', 'deactivated'] as const)('is %s before anything the review says', presence => {
    expect(standingOf({ reviewStatus: 'completed', reviewResult: { reviewAnswer: 'GREEN' } }, presence).word).toBe(
      presence,
    );
  });

  test('tells the reviewer that a pending person waits for them', () => {
    expect(standingOf({ reviewStatus: 'pending' }).meaning).toBe(
      'the sandbox never decides by itself: this is your turn',
    );
  });
});
