import type { WebhookType } from '#idngo/webhook';
import { createCorrelationId } from '../api-error';
import type { Environment } from '../control/webhook-contract';
import { clientId } from '../credentials';
import { toReviewTime, toWebhookTimeMs } from '../timestamps';
import type { JsonObject } from './format-body';

/** Whom test webhooks speak of: nobody. */
export const sampleSubject = {
  applicantId: '5f0c0de5a4b1e0000000000a',
  inspectionId: '5f0c0de5a4b1e0000000000b',
  externalUserId: 'test-webhook',
} as const;

/** `reviewStatus` in the samples of each type [S][C]; null where there is none. */
const reviewStatuses: Record<WebhookType, string | null> = {
  applicantCreated: 'init',
  applicantPending: 'pending',
  applicantPrechecked: 'queued',
  applicantOnHold: 'onHold',
  applicantReviewed: 'completed',
  applicantPersonalInfoChanged: 'completed',
  applicantReset: 'init',
  applicantDeleted: 'init',
  applicantLevelChanged: 'init',
  applicantWorkflowCompleted: 'completed',
  applicantWorkflowFailed: 'completed',
  applicantActivated: 'init',
  applicantDeactivated: 'init',
  applicantTagsChanged: 'completed',
  applicantStepsReset: 'init',
  applicantPersonalDataDeleted: 'completed',
  applicantAwaitingUser: 'awaitingUser',
  applicantAwaitingService: 'awaitingService',
  applicantActionPending: 'completed',
  applicantActionReviewed: 'completed',
  applicantActionOnHold: 'init',
  applicantActionLevelChanged: 'completed',
  videoIdentStatusChanged: null,
  videoIdentCompositionCompleted: null,
};

const typesWithVerdict: readonly WebhookType[] = [
  'applicantReviewed',
  'applicantPersonalInfoChanged',
  'applicantReset',
  'applicantWorkflowCompleted',
  'applicantActionReviewed',
];

/** What "Test webhook" sends: the fields of the type's documented sample, with an applicant who does not exist. */
export function composeSamplePayload(type: WebhookType, environment: Environment, at: number): JsonObject {
  const { applicantId, inspectionId, externalUserId } = sampleSubject;
  const isAction = type.startsWith('applicantAction');
  const reviewStatus = reviewStatuses[type];
  return {
    applicantId,
    ...(isAction
      ? { applicantActionId: '5f0c0de5a4b1e0000000000c', externalApplicantActionId: 'test-webhook-action' }
      : {}),
    inspectionId,
    ...(isAction ? {} : { applicantType: 'individual' }),
    correlationId: createCorrelationId(),
    levelName: isAction ? 'basic-action-level' : 'basic-kyc-level',
    sandboxMode: environment === 'sandbox',
    externalUserId,
    type,
    ...(typesWithVerdict.includes(type) ? { reviewResult: { reviewAnswer: 'GREEN' } } : {}),
    ...(reviewStatus === null ? {} : { reviewStatus }),
    createdAt: toReviewTime(at),
    createdAtMs: toWebhookTimeMs(at),
    clientId,
  };
}
