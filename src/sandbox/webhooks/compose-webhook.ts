import type { ApplicantWebhookType } from '#idngo/webhook';
import { createCorrelationId } from '../api-error';
import type { ApplicantRecord } from '../applicants/applicants';
import { clientId } from '../credentials';
import { toReviewTime, toWebhookTimeMs } from '../timestamps';
import type { JsonObject } from './format-body';

/** Types the sandbox sends, with the `reviewStatus` each has in the documented samples. */
const reviewStatusByType = {
  applicantCreated: 'init',
  applicantPending: 'pending',
  applicantPrechecked: 'queued',
  applicantOnHold: 'onHold',
  applicantReviewed: 'completed',
  applicantReset: 'init',
  applicantLevelChanged: 'init',
  applicantActivated: 'init',
  applicantDeactivated: 'init',
  applicantDeleted: 'init',
} as const satisfies Partial<Record<ApplicantWebhookType, string>>;
export type SentWebhookType = keyof typeof reviewStatusByType;

const typesWithReviewResult: readonly SentWebhookType[] = ['applicantReviewed', 'applicantReset', 'applicantOnHold'];

/** The body of a webhook: fields and their order as in a genuine one, so a reset carries the verdict it took back. */
export function composeWebhook(type: SentWebhookType, applicant: ApplicantRecord): JsonObject {
  const { reviewResult } = applicant.review;
  return {
    applicantId: applicant.applicantId,
    inspectionId: applicant.inspectionId,
    applicantType: 'individual',
    correlationId: createCorrelationId(),
    levelName: applicant.levelName,
    sandboxMode: true,
    externalUserId: applicant.externalUserId,
    type,
    ...(reviewResult && typesWithReviewResult.includes(type) ? { reviewResult } : {}),
    reviewStatus: reviewStatusByType[type],
    createdAt: toReviewTime(applicant.changedAt),
    createdAtMs: toWebhookTimeMs(applicant.changedAt),
    clientId,
  };
}
