import { createHash } from 'node:crypto';
import { type ApplicantWebhookType, isApplicantWebhookType, readHappenedAt, type Webhook } from '#idngo/webhook';
import type { EventKind, VerificationEvent } from './lifecycle';
import { isName } from './names';

/** Who an event speaks of, in IDnGO's words; either may be missing, not both. */
export interface EventSubject {
  externalUserId: string | null;
  applicantId: string | null;
}

export type Translated =
  | { kind: 'event'; type: string; subject: EventSubject; event: VerificationEvent }
  | { kind: 'ignored'; reason: IgnoredBecause };

export type IgnoredBecause = 'not-a-verification' | 'unknown-type' | 'no-time' | 'no-person' | 'unusable-name';

/** Says what a delivery means to us. Total: whatever is not understood is ignored with its reason, never thrown. */
export function translateWebhook(webhook: Webhook): Translated {
  if (webhook.applicantActionId) return { kind: 'ignored', reason: 'not-a-verification' };
  if (!isApplicantWebhookType(webhook.type)) {
    const known = /^(applicantAction|videoIdent)/.test(webhook.type);
    return { kind: 'ignored', reason: known ? 'not-a-verification' : 'unknown-type' };
  }
  const happenedAt = readHappenedAt(webhook);
  if (!happenedAt) return { kind: 'ignored', reason: 'no-time' };
  const subject = { externalUserId: webhook.externalUserId || null, applicantId: webhook.applicantId || null };
  if (!subject.externalUserId && !subject.applicantId) return { kind: 'ignored', reason: 'no-person' };
  const levelName = webhook.levelName || null;
  // Kept in part it would speak of another person or level than it was meant for.
  const names = [subject.externalUserId, subject.applicantId, levelName];
  if (names.some(name => name !== null && !isName(name))) return { kind: 'ignored', reason: 'unusable-name' };
  const kind = toEventKind(webhook.type, webhook);
  return {
    kind: 'event',
    type: webhook.type,
    subject,
    event: { key: toEventKey(subject, webhook, happenedAt), kind, levelName, happenedAt },
  };
}

function toEventKind(type: ApplicantWebhookType, webhook: Webhook): EventKind {
  switch (type) {
    case 'applicantCreated':
      return 'created';
    case 'applicantPending':
    case 'applicantPrechecked':
    case 'applicantAwaitingService':
      return 'submitted';
    case 'applicantOnHold':
      return 'held';
    case 'applicantReviewed':
    case 'applicantWorkflowCompleted':
    case 'applicantWorkflowFailed':
      return toVerdictKind(webhook);
    case 'applicantReset':
      return 'reset';
    case 'applicantStepsReset':
      return 'steps-reset';
    case 'applicantLevelChanged':
      return 'level-changed';
    case 'applicantActivated':
      return 'activated';
    case 'applicantDeactivated':
      return 'deactivated';
    case 'applicantDeleted':
    case 'applicantPersonalDataDeleted':
      return 'deleted';
    // `reviewResult` rides along with these without being a verdict [S].
    case 'applicantPersonalInfoChanged':
    case 'applicantTagsChanged':
    case 'applicantAwaitingUser':
      return 'noted';
  }
}

type Verdict = Pick<Webhook, 'reviewStatus' | 'reviewResult'>;

/** `reviewAnswer` counts only when `reviewStatus` is `completed` [S]; a RED without a type can in most cases be mended [I]. */
export function toVerdictKind({ reviewStatus, reviewResult }: Verdict): EventKind {
  if (reviewStatus !== undefined && reviewStatus !== 'completed') return 'noted';
  switch (reviewResult?.reviewAnswer) {
    case 'GREEN':
      return 'approved';
    case 'RED':
      return reviewResult.reviewRejectType === 'FINAL' ? 'rejected' : 'resubmission-requested';
    default:
      return 'noted';
  }
}

/** There is no unique id in a payload, and one `correlationId` was seen in two events [C]: identity is what an event says. */
function toEventKey(subject: EventSubject, webhook: Webhook, happenedAt: Date): string {
  const { type, levelName, reviewStatus, reviewResult } = webhook;
  const said = [
    subject.applicantId ?? subject.externalUserId,
    type,
    happenedAt.toISOString(),
    levelName,
    reviewStatus,
    reviewResult?.reviewAnswer,
    reviewResult?.reviewRejectType,
    [...(reviewResult?.rejectLabels ?? [])].sort(),
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
