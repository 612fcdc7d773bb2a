import * as v from 'valibot';
import { knownValue, lenient } from './tolerant';

/** `reviewStatus`: `init` and `pending` are named by IDnGO, the rest by the family [I][S]. */
export const reviewStatuses = [
  'init',
  'pending',
  'prechecked',
  'queued',
  'onHold',
  'awaitingUser',
  'awaitingService',
  'completed',
] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

/** `reviewAnswer` of a verdict [I]. */
export const reviewAnswers = ['GREEN', 'RED'] as const;
export type ReviewAnswer = (typeof reviewAnswers)[number];

/** `reviewRejectType` of a RED [S][C]: may resubmit, or no further attempts. */
export const reviewRejectTypes = ['RETRY', 'FINAL'] as const;
export type ReviewRejectType = (typeof reviewRejectTypes)[number];

/**
 * `reviewResult` [I][S][C]. `moderationComment` may be shown to the person; `clientComment` never.
 * It counts only while `reviewStatus` is `completed`: a stale GREEN can ride along with other statuses [S].
 */
export const reviewResultSchema = v.looseObject({
  reviewAnswer: knownValue(reviewAnswers),
  reviewRejectType: knownValue(reviewRejectTypes),
  rejectLabels: lenient(v.array(v.string())),
  moderationComment: lenient(v.string()),
  clientComment: lenient(v.string()),
  buttonIds: lenient(v.array(v.string())),
});
export type ReviewResult = v.InferOutput<typeof reviewResultSchema>;

/** Answer of `GET /resources/applicants/{applicantId}/status`, and `review` of an applicant [S]. */
export const reviewSchema = v.looseObject({
  reviewId: lenient(v.string()),
  attemptId: lenient(v.string()),
  attemptCnt: lenient(v.number()),
  levelName: lenient(v.string()),
  createDate: lenient(v.string()),
  reviewDate: lenient(v.string()),
  reviewStatus: knownValue(reviewStatuses),
  reviewResult: lenient(reviewResultSchema),
});
export type Review = v.InferOutput<typeof reviewSchema>;
