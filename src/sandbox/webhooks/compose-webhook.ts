import type { ApplicantWebhookType } from '#idngo/webhook';
import { createCorrelationId } from '../api-error';
import type { ApplicantRecord } from '../applicants/applicants';
import { clientId } from '../credentials';
import { toReviewTime, toWebhookTimeMs } from '../timestamps';

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
export function composeWebhook(type: SentWebhookType, applicant: ApplicantRecord): string {
  const { reviewResult } = applicant.review;
  return prettyPrint({
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
  });
}

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/**
 * JSON as a genuine body was printed: two spaces of indent, spaces around the colon, arrays on one line. A receiver that
 * checks the digest over re-serialised JSON instead of the raw bytes fails here as it would there.
 */
function prettyPrint(value: Json, indent = ''): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? '[ ]' : `[ ${value.map((item: Json) => prettyPrint(item, indent)).join(', ')} ]`;
  }
  if (typeof value !== 'object') return JSON.stringify(value);
  const deeper = `${indent}  `;
  const fields = Object.entries(value).map(
    ([key, field]: [string, Json]) => `${deeper}${JSON.stringify(key)} : ${prettyPrint(field, deeper)}`,
  );
  return fields.length === 0 ? '{ }' : `{\n${fields.join(',\n')}\n${indent}}`;
}
