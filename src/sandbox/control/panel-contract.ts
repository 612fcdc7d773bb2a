import * as v from 'valibot';
import { reviewAnswers, reviewRejectTypes, reviewSchema } from '#idngo/review';
import { tokenShapes } from '../api/token-shapes';

export { type Delivery, deliveryListSchema } from './webhook-contract';

/**
 * What the reviewer's panel and the sandbox promise each other: the same that scripts use, documented in README.md.
 * Times are ISO 8601 in UTC.
 */
const summarySchema = v.object({
  applicantId: v.string(),
  environment: v.optional(v.picklist(['sandbox', 'production']), 'sandbox'),
  externalUserId: v.string(),
  levelName: v.string(),
  review: reviewSchema,
  tags: v.optional(v.array(v.string()), []),
  presence: v.picklist(['active', 'deactivated', 'deleted']),
  createdAt: v.string(),
  changedAt: v.string(),
});
export type ApplicantSummary = v.InferInput<typeof summarySchema>;
export const applicantListSchema = v.object({ items: v.array(summarySchema) });

const imageSchema = v.object({
  imageId: v.string(),
  idDocSubType: v.nullable(v.string()),
  mediaType: v.string(),
  bytes: v.number(),
  review: v.nullable(
    v.object({
      reviewAnswer: v.picklist(reviewAnswers),
      rejectLabels: v.array(v.string()),
      moderationComment: v.nullable(v.string()),
    }),
  ),
});
export type PanelImage = v.InferOutput<typeof imageSchema>;

export const applicantDetailSchema = v.object({
  ...summarySchema.entries,
  steps: v.array(
    v.object({
      idDocSetType: v.string(),
      kind: v.picklist(['documents', 'applicant-data', 'questionnaire', 'contact']),
      state: v.picklist(['open', 'received', 'accepted', 'send-again']),
      idDocType: v.nullable(v.string()),
      country: v.nullable(v.string()),
      /** Active images, front first; empty where nothing was uploaded. */
      images: v.array(imageSchema),
      /** What was given for a step without documents. */
      values: v.nullable(v.record(v.string(), v.union([v.string(), v.array(v.string())]))),
      moderationComment: v.nullable(v.string()),
    }),
  ),
  /** What was read from the documents of the last GREEN. */
  recognised: v.optional(v.array(v.record(v.string(), v.union([v.string(), v.record(v.string(), v.string())]))), []),
});
export type ApplicantDetail = v.InferInput<typeof applicantDetailSchema>;

const faultSchema = v.object({
  rejectLabels: v.optional(v.array(v.string()), []),
  moderationComment: v.optional(v.string()),
  /** Of an image: never shown to the person. */
  clientComment: v.optional(v.string()),
});
export type GivenFault = v.InferOutput<typeof faultSchema>;

/** Body of `POST /panel/api/applicants/{applicantId}/verdict`. Images and steps not named are accepted. */
export const verdictSchema = v.variant('reviewAnswer', [
  v.object({ reviewAnswer: v.literal('GREEN') }),
  v.object({
    reviewAnswer: v.literal('RED'),
    reviewRejectType: v.picklist(reviewRejectTypes),
    rejectLabels: v.optional(v.array(v.string()), []),
    moderationComment: v.optional(v.string()),
    clientComment: v.optional(v.string()),
    images: v.optional(v.record(v.string(), faultSchema), {}),
    steps: v.optional(v.record(v.string(), faultSchema), {}),
  }),
]);
export type Verdict = v.InferInput<typeof verdictSchema>;

const requestSchema = v.object({
  at: v.string(),
  method: v.string(),
  path: v.string(),
  httpStatus: v.number(),
  errorCode: v.nullable(v.number()),
  description: v.nullable(v.string()),
  /** Name of the fault that was let happen to it, where there was one. */
  fault: v.exactOptional(v.string()),
});
export type SignedRequest = v.InferOutput<typeof requestSchema>;
export const requestListSchema = v.object({ items: v.array(requestSchema) });

/** Bodies of the other transitions under `POST /panel/api/applicants/{applicantId}/…`, by name. */
export const precheckSchema = v.object({ reviewStatus: v.optional(v.picklist(['prechecked', 'queued']), 'queued') });
export const stepResetSchema = v.object({ idDocSetType: v.string() });
export const tagsSchema = v.object({ tags: v.array(v.pipe(v.string(), v.minLength(1))) });
export const workflowSchema = v.object({ outcome: v.picklist(['completed', 'failed']) });
/** Fields of what was recognised that are to be corrected. */
export const personalInfoSchema = v.object({
  firstName: v.optional(v.string()),
  lastName: v.optional(v.string()),
  middleName: v.optional(v.string()),
  dob: v.optional(v.string()),
});

export const levelChangeSchema = v.object({ levelName: v.string() });
/** Left out, `environment` is both. */
export const tokenExpirySchema = v.object({
  externalUserId: v.string(),
  environment: v.optional(v.picklist(['sandbox', 'production'])),
});
export const tokenShapeSchema = v.object({ shape: v.picklist(tokenShapes) });
