import type { Environment } from '#idngo/environment';
import type { WebhookType } from '#idngo/webhook';
import { createCorrelationId } from '../api-error';
import { clientId } from '../credentials';
import { toReviewTime, toWebhookTimeMs } from '../timestamps';
import type { JsonObject } from './format-body';
import { carriesCreatedAt, carriesVerdict, reviewStatusOfType } from './webhook-samples';

/** Whom test webhooks speak of: nobody. */
export const sampleSubject = {
  applicantId: '5f0c0de5a4b1e0000000000a',
  inspectionId: '5f0c0de5a4b1e0000000000b',
  externalUserId: 'test-webhook',
} as const;

/** What "Test webhook" sends: the fields of the type's documented sample, with an applicant who does not exist. */
export function composeSamplePayload(type: WebhookType, environment: Environment, at: number): JsonObject {
  const { applicantId, inspectionId, externalUserId } = sampleSubject;
  const isAction = type.startsWith('applicantAction');
  const reviewStatus = reviewStatusOfType[type];
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
    ...(carriesVerdict(type) ? { reviewResult: { reviewAnswer: 'GREEN' } } : {}),
    ...(reviewStatus === null ? {} : { reviewStatus }),
    ...(carriesCreatedAt(type) ? { createdAt: toReviewTime(at) } : {}),
    createdAtMs: toWebhookTimeMs(at),
    clientId,
  };
}
