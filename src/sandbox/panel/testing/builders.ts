import type { PanelAction } from '../../control/action-contract';
import type { ClockReading } from '../../control/clock-contract';
import type { SetFault } from '../../control/fault-contract';
import type { MailView } from '../../control/outbox-contract';
import type { ApplicantDetail, PanelImage } from '../../control/panel-contract';
import type { RunView, ScenarioView } from '../../control/scenario-contract';
import type { Delivery, WebhookSettingsView } from '../../control/webhook-contract';

export const at = '2026-11-23T14:28:07.000Z';

export const documents = { kind: 'documents', state: 'received', values: null, moderationComment: null } as const;

export function image(imageId: string, idDocSubType: string | null, change: Partial<PanelImage> = {}): PanelImage {
  return { imageId, idDocSubType, mediaType: 'image/png', bytes: 1_240_000, review: null, ...change };
}

export function person(externalUserId: string, change: Partial<ApplicantDetail> = {}): ApplicantDetail {
  return {
    applicantId: `applicant-${externalUserId}`,
    externalUserId,
    levelName: 'basic-kyc-level',
    review: { reviewStatus: 'pending' },
    presence: 'active',
    createdAt: at,
    changedAt: at,
    steps: [
      {
        idDocSetType: 'IDENTITY',
        ...documents,
        idDocType: 'ID_CARD',
        country: 'KAZ',
        images: [image('11', 'FRONT_SIDE'), image('12', 'BACK_SIDE')],
      },
      { idDocSetType: 'SELFIE', ...documents, idDocType: null, country: null, images: [] },
    ],
    ...change,
  };
}

export function action(change: Partial<PanelAction> = {}): PanelAction {
  return {
    actionId: 'act-1',
    applicantId: 'applicant-u-1',
    environment: 'sandbox',
    externalUserId: 'u-1',
    externalActionId: 'payout-7',
    levelName: 'basic-action-level',
    review: { reviewStatus: 'pending' },
    steps: [],
    createdAt: at,
    changedAt: at,
    ...change,
  };
}

export function attempt(change: Partial<Delivery['attempts'][number]> = {}): Delivery['attempts'][number] {
  const told = { occasion: 'scheduled', request: null, answerHeaders: {}, fault: null } as const;
  return { at, durationMs: 12, ...told, httpStatus: 200, answer: '', ...change };
}

export function delivery(change: Partial<Delivery> = {}): Delivery {
  return {
    deliveryId: 'd1',
    environment: 'sandbox',
    origin: 'event',
    applicantId: 'applicant-u-1',
    externalUserId: 'u-1',
    type: 'applicantPending',
    createdAt: at,
    body: '{}',
    algorithm: 'HMAC_SHA256_HEX',
    state: 'delivered',
    nextAttemptAt: null,
    attempts: [attempt()],
    ...change,
  };
}

export function scenario(name: string, change: Partial<ScenarioView> = {}): ScenarioView {
  return {
    name,
    title: `Title of ${name}`,
    sentence: `Sentence of ${name}.`,
    levelName: null,
    moves: [
      { move: 'await-submission', actor: 'person', words: 'The person submits' },
      { move: 'verdict', actor: 'idngo', words: 'Approves (GREEN)' },
    ],
    ...change,
  };
}

export function run(change: Partial<RunView> = {}): RunView {
  return {
    runId: 'run-1',
    scenario: 'held-overnight',
    title: 'Held overnight',
    person: 'themselves',
    pace: 'real',
    applicantId: 'applicant-u-1',
    externalUserId: 'u-1',
    startedAt: at,
    changedAt: at,
    state: { name: 'running', words: 'Waits', until: '2026-11-24T02:28:07.000Z' },
    moves: [
      { move: 'await-submission', actor: 'person', words: 'The person submits', playedAt: at },
      { move: 'pause', actor: 'time', words: '12 hours pass', playedAt: null },
    ],
    ...change,
  };
}

export function setFault(change: Partial<Extract<SetFault, { target: 'receiver' }>> = {}): SetFault {
  return {
    target: 'receiver',
    faultId: 'f1',
    fault: { name: 'delay', seconds: 60 },
    only: {},
    setAt: at,
    left: 2,
    ...change,
  };
}

export function mail(change: Partial<MailView> = {}): MailView {
  return {
    mailId: 'm1',
    at,
    environment: 'sandbox',
    applicantId: 'applicant-u-1',
    externalUserId: 'u-1',
    to: 'aigerim@example.com',
    kind: 'approved',
    channel: 'email',
    lang: 'en',
    subject: 'Your identity has been verified',
    text: 'Hello!',
    link: null,
    note: null,
    ...change,
  };
}

export function webhook(change: Partial<WebhookSettingsView> = {}): WebhookSettingsView {
  return {
    environment: 'sandbox',
    url: 'http://localhost:4000/webhooks/idngo',
    hasSecret: true,
    algorithm: 'HMAC_SHA256_HEX',
    bodyFormat: 'pretty',
    resends: true,
    headers: [],
    state: { name: 'enabled' },
    givenUpInARow: 0,
    disabledAfter: 5,
    ...change,
  };
}

export const stoodStill: ClockReading = { now: at, offsetMs: 0 };
