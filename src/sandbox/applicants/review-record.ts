import { randomInt } from 'node:crypto';
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
}

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

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
export function randomLetters(length: number): string {
  return Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('');
}
