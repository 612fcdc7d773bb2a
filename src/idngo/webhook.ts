import * as v from 'valibot';
import { reviewResultSchema } from './review';
import { lenient } from './tolerant';

/** Types that concern a person's verification; "old+new" ones come first, those of newer documents follow [S][C]. */
export const applicantWebhookTypes = [
  'applicantCreated',
  'applicantPending',
  'applicantPrechecked',
  'applicantOnHold',
  'applicantReviewed',
  'applicantPersonalInfoChanged',
  'applicantReset',
  'applicantDeleted',
  'applicantLevelChanged',
  'applicantWorkflowCompleted',
  'applicantWorkflowFailed',
  'applicantActivated',
  'applicantDeactivated',
  'applicantTagsChanged',
  'applicantStepsReset',
  'applicantPersonalDataDeleted',
  'applicantAwaitingUser',
  'applicantAwaitingService',
] as const;

/** Types of actions, which never change a verification [I]. */
export const actionWebhookTypes = [
  'applicantActionPending',
  'applicantActionReviewed',
  'applicantActionOnHold',
  'applicantActionLevelChanged',
] as const;

/** Types of actions and video calls, which never change a verification [I][S]. */
export const otherWebhookTypes = [
  ...actionWebhookTypes,
  'videoIdentStatusChanged',
  'videoIdentCompositionCompleted',
] as const;

export type ApplicantWebhookType = (typeof applicantWebhookTypes)[number];
export type ActionWebhookType = (typeof actionWebhookTypes)[number];
export type WebhookType = ApplicantWebhookType | (typeof otherWebhookTypes)[number];

export function isApplicantWebhookType(type: string): type is ApplicantWebhookType {
  return (applicantWebhookTypes as readonly string[]).includes(type);
}

export function isActionWebhookType(type: string): type is ActionWebhookType {
  return (actionWebhookTypes as readonly string[]).includes(type);
}

/** `sandboxMode` is a boolean, absent, or once the string "false" [S]. */
const sandboxModeSchema = v.pipe(
  v.union([v.boolean(), v.picklist(['true', 'false'])]),
  v.transform(mode => mode === true || mode === 'true'),
);

/**
 * Body of a delivery [S][C][G]. `correlationId` repeats between events, so it identifies nothing; `reviewStatus` is kept
 * as it came, since the samples contradict the type at times.
 */
export const webhookSchema = v.looseObject({
  type: v.pipe(v.string(), v.minLength(1)),
  applicantId: lenient(v.string()),
  inspectionId: lenient(v.string()),
  applicantType: lenient(v.string()),
  applicantActionId: lenient(v.string()),
  externalApplicantActionId: lenient(v.string()),
  correlationId: lenient(v.string()),
  externalUserId: lenient(v.string()),
  levelName: lenient(v.string()),
  previousLevelName: lenient(v.string()),
  sandboxMode: lenient(sandboxModeSchema),
  reviewStatus: lenient(v.string()),
  reviewResult: lenient(reviewResultSchema),
  createdAt: lenient(v.string()),
  createdAtMs: lenient(v.string()),
  clientId: lenient(v.string()),
  sourceKey: lenient(v.string()),
});
export type Webhook = v.InferOutput<typeof webhookSchema>;

const timestamp = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(\.\d{1,3})?\d*(?:\+0000|\+00:00|Z)?$/;

/**
 * The moment an event happened: `createdAtMs` (`YYYY-MM-DD HH:MM:SS.mmm`, UTC without a zone), else `createdAt`
 * (`YYYY-MM-DD HH:MM:SS+0000`). Undefined when neither is there or readable.
 */
export function readHappenedAt(webhook: Pick<Webhook, 'createdAt' | 'createdAtMs'>): Date | undefined {
  return readTimestamp(webhook.createdAtMs) ?? readTimestamp(webhook.createdAt);
}

/** A moment in either of the two formats, which reviews share; undefined where it is not there or not readable. */
export function readTimestamp(text: string | undefined): Date | undefined {
  const parts = text ? timestamp.exec(text) : null;
  if (!parts) return undefined;
  const moment = new Date(`${parts[1]}T${parts[2]}${parts[3] ?? ''}Z`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
