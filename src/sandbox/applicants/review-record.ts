import { randomInt } from 'node:crypto';
import { type ButtonId, buttonIdsByLabel } from '#idngo/button-ids';
import type { ReviewRejectType, ReviewStatus } from '#idngo/review';

/** A verdict in the order of fields that genuine bodies have. */
export type ReviewResult =
  | { reviewAnswer: 'GREEN' }
  | {
      moderationComment?: string;
      clientComment?: string;
      reviewAnswer: 'RED';
      rejectLabels: string[];
      reviewRejectType: ReviewRejectType;
      buttonIds?: string[];
    };

export type GivenResult =
  | { reviewAnswer: 'GREEN' }
  | {
      moderationComment?: string | undefined;
      clientComment?: string | undefined;
      reviewAnswer: 'RED';
      rejectLabels: string[];
      reviewRejectType: ReviewRejectType;
    };

export interface ReviewRecord {
  reviewId: string;
  attemptId: string;
  attemptCnt: number;
  createdAt: number;
  pendingAt: number | null;
  reviewedAt: number | null;
  reviewStatus: ReviewStatus;
  /** Counts only while `reviewStatus` is `completed`; a reset leaves it behind. */
  reviewResult: ReviewResult | null;
  /** What the check was asked for with, if anything. */
  reasonCode?: string;
}

/** One verdict there was. */
export interface PastReview {
  attemptId: string;
  levelName: string;
  reviewedAt: number;
  reviewResult: ReviewResult;
}

const keptReviews = 10;

export function startReview(at: number): ReviewRecord {
  return {
    reviewId: randomLetters(5),
    attemptId: randomLetters(5),
    attemptCnt: 0,
    createdAt: at,
    pendingAt: null,
    reviewedAt: null,
    reviewStatus: 'init',
    reviewResult: null,
  };
}

/** A final verdict names buttons, as newer bodies do [S]; one that asks again does not, as Cyberity's do not [C]. */
export function toReviewResult(given: GivenResult): ReviewResult {
  if (given.reviewAnswer === 'GREEN') return { reviewAnswer: 'GREEN' };
  const { moderationComment, clientComment, rejectLabels, reviewRejectType } = given;
  return {
    ...(moderationComment === undefined ? {} : { moderationComment }),
    ...(clientComment === undefined ? {} : { clientComment }),
    reviewAnswer: 'RED',
    rejectLabels,
    reviewRejectType,
    ...(reviewRejectType === 'FINAL' ? { buttonIds: toButtonIds(rejectLabels) } : {}),
  };
}

export function toButtonIds(labels: readonly string[]): ButtonId[] {
  const ids = labels.flatMap(label => (Object.hasOwn(buttonIdsByLabel, label) ? [buttonIdsByLabel[label]] : []));
  return [...new Set(ids.filter(id => id !== undefined))];
}

/** The last ten verdicts, newest first [S]. */
export function remember(history: readonly PastReview[], review: PastReview): PastReview[] {
  return [review, ...history].slice(0, keptReviews);
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
export function randomLetters(length: number): string {
  return Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('');
}
