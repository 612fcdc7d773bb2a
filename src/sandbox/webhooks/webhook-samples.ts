import type { WebhookType } from '#idngo/webhook';

/**
 * The `reviewStatus` that each type has in the documented samples, whatever the review really is: an applicant that is
 * prechecked is said to be queued, and an action that is pending to be completed [S][C]. Null where there is none.
 */
export const reviewStatusOfType = {
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
} as const satisfies Record<WebhookType, string | null>;

/** Where a verdict is in the body, if there is one: also one that no longer counts. */
const typesWithVerdict: readonly WebhookType[] = [
  'applicantReviewed',
  'applicantReset',
  'applicantStepsReset',
  'applicantOnHold',
  'applicantAwaitingUser',
  'applicantAwaitingService',
  'applicantPersonalInfoChanged',
  'applicantWorkflowCompleted',
  'applicantWorkflowFailed',
  'applicantActionReviewed',
  'applicantActionOnHold',
];

/** Types of newer documents, whose samples have `createdAtMs` only [S]. */
const typesWithoutCreatedAt: readonly WebhookType[] = [
  'applicantActivated',
  'applicantDeactivated',
  'applicantTagsChanged',
  'applicantStepsReset',
  'applicantPersonalDataDeleted',
  'applicantAwaitingUser',
  'applicantAwaitingService',
];

export function carriesVerdict(type: WebhookType): boolean {
  return typesWithVerdict.includes(type);
}

export function carriesCreatedAt(type: WebhookType): boolean {
  return !type.startsWith('applicantAction') && !typesWithoutCreatedAt.includes(type);
}
