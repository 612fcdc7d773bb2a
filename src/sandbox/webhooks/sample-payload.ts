import type { Environment } from '#idngo/environment';
import { isActionWebhookType, type WebhookType } from '#idngo/webhook';
import { createCorrelationId } from '../api-error';
import { composeActionWebhook, composeWebhook } from './compose-webhook';
import type { JsonObject } from './format-body';

/** Whom test webhooks speak of: nobody. */
export const sampleSubject = {
  applicantId: '5f0c0de5a4b1e0000000000a',
  inspectionId: '5f0c0de5a4b1e0000000000b',
  externalUserId: 'test-webhook',
} as const;

const sampleAction = { actionId: '5f0c0de5a4b1e0000000000c', externalActionId: 'test-webhook-action' } as const;

/** What "Test webhook" sends: the fields of the type's documented sample, with an applicant who does not exist. */
export function composeSamplePayload(type: WebhookType, environment: Environment, at: number): JsonObject {
  const occasion = { at, correlationId: createCorrelationId() };
  const subject = { ...sampleSubject, review: { reviewResult: { reviewAnswer: 'GREEN' } as const } };
  if (isActionWebhookType(type)) {
    const action = { ...subject, ...sampleAction, levelName: 'basic-action-level' };
    return composeActionWebhook({ ...occasion, type }, action);
  }
  const applicant = { ...subject, levelName: 'basic-kyc-level', environment, sourceKey: null };
  return composeWebhook({ ...occasion, type }, applicant);
}
