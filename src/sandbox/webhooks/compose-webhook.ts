import type { ActionWebhookType, ApplicantWebhookType, WebhookType } from '#idngo/webhook';
import { createCorrelationId } from '../api-error';
import type { ActionRecord } from '../applicants/actions';
import type { ApplicantRecord } from '../applicants/applicants';
import { clientId } from '../credentials';
import { toReviewTime, toWebhookTimeMs } from '../timestamps';
import type { JsonObject } from './format-body';
import { carriesCreatedAt, carriesVerdict, reviewStatusOfType } from './webhook-samples';

export type SentWebhookType = ApplicantWebhookType;
export type SentActionWebhookType = Exclude<ActionWebhookType, 'applicantActionLevelChanged'>;

/** Types that the checking itself goes on to after a request, and that carry its id once more [C]. */
const typesOfTheSameRequest: readonly string[] = ['applicantPrechecked'];

/** The id that the event of a change carries. */
export function chooseCorrelationId(type: string, before: { correlationId: string }): string {
  return typesOfTheSameRequest.includes(type) ? before.correlationId : createCorrelationId();
}

/** When an event happened, and what it followed. */
export interface Occasion<T> {
  type: T;
  at: number;
  correlationId: string;
  /** Of a change of level. */
  previousLevelName?: string | undefined;
}

interface Told extends Pick<ApplicantRecord, 'applicantId' | 'inspectionId' | 'externalUserId' | 'levelName'> {
  review: Pick<ApplicantRecord['review'], 'reviewResult'>;
}

/** The body of a webhook: fields and their order as in a genuine one, so a reset carries the verdict it took back. */
export function composeWebhook(
  { type, at, correlationId, previousLevelName }: Occasion<Exclude<WebhookType, ActionWebhookType>>,
  applicant: Told & Pick<ApplicantRecord, 'environment' | 'sourceKey'>,
): JsonObject {
  const { reviewResult } = applicant.review;
  const reviewStatus = reviewStatusOfType[type];
  const isLevelChange = type === 'applicantLevelChanged' && previousLevelName !== undefined;
  return {
    applicantId: applicant.applicantId,
    inspectionId: applicant.inspectionId,
    applicantType: 'individual',
    correlationId,
    levelName: applicant.levelName,
    ...(isLevelChange ? { previousLevelName } : {}),
    sandboxMode: applicant.environment === 'sandbox',
    externalUserId: applicant.externalUserId,
    type,
    ...(reviewResult && carriesVerdict(type) ? { reviewResult } : {}),
    ...(reviewStatus === null ? {} : { reviewStatus }),
    ...(carriesCreatedAt(type) ? { createdAt: toReviewTime(at) } : {}),
    createdAtMs: toWebhookTimeMs(at),
    clientId,
    ...(applicant.sourceKey === null ? {} : { sourceKey: applicant.sourceKey }),
  };
}

/** The same of an action: its samples have neither `applicantType` nor `sandboxMode` nor `clientId` [S]. */
export function composeActionWebhook(
  { type, at, correlationId }: Occasion<ActionWebhookType>,
  action: Told & Pick<ActionRecord, 'actionId' | 'externalActionId'>,
): JsonObject {
  const { reviewResult } = action.review;
  return {
    applicantId: action.applicantId,
    applicantActionId: action.actionId,
    externalApplicantActionId: action.externalActionId,
    inspectionId: action.inspectionId,
    correlationId,
    levelName: action.levelName,
    externalUserId: action.externalUserId,
    type,
    ...(reviewResult && carriesVerdict(type) ? { reviewResult } : {}),
    reviewStatus: reviewStatusOfType[type],
    createdAtMs: toWebhookTimeMs(at),
  };
}
