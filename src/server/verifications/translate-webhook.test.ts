import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type ApplicantWebhookType, applicantWebhookTypes, otherWebhookTypes, webhookSchema } from '#idngo/webhook';
import type { EventKind } from './lifecycle';
import { translateWebhook } from './translate-webhook';

function translate(fields: Record<string, unknown>) {
  const envelope = {
    applicantId: '674f349fd61a536c7f2f318b',
    externalUserId: 'u-1',
    levelName: 'basic-kyc-level',
    reviewStatus: 'completed',
    createdAtMs: '2024-12-05 12:24:45.244',
  };
  return translateWebhook(v.parse(webhookSchema, { ...envelope, ...fields }));
}

function kindOf(fields: Record<string, unknown>): string {
  const translated = translate(fields);
  return translated.kind === 'event' ? translated.event.kind : `ignored: ${translated.reason}`;
}

test.each<[ApplicantWebhookType, EventKind]>([
  ['applicantCreated', 'created'],
  ['applicantPending', 'submitted'],
  ['applicantPrechecked', 'submitted'],
  ['applicantAwaitingService', 'submitted'],
  ['applicantOnHold', 'held'],
  ['applicantReviewed', 'rejected'],
  ['applicantWorkflowCompleted', 'rejected'],
  ['applicantWorkflowFailed', 'rejected'],
  ['applicantReset', 'reset'],
  ['applicantStepsReset', 'steps-reset'],
  ['applicantLevelChanged', 'level-changed'],
  ['applicantActivated', 'activated'],
  ['applicantDeactivated', 'deactivated'],
  ['applicantDeleted', 'deleted'],
  ['applicantPersonalDataDeleted', 'deleted'],
  ['applicantPersonalInfoChanged', 'noted'],
  ['applicantTagsChanged', 'noted'],
  ['applicantAwaitingUser', 'noted'],
])('reads %s as %s, whatever verdict rides along', (type, kind) => {
  const reviewResult = { reviewAnswer: 'RED', reviewRejectType: 'FINAL' };
  expect(translate({ type, reviewResult })).toEqual({
    kind: 'event',
    type,
    subject: { externalUserId: 'u-1', applicantId: '674f349fd61a536c7f2f318b' },
    event: {
      key: expect.stringMatching(/^[0-9a-f]{64}$/),
      kind,
      levelName: 'basic-kyc-level',
      happenedAt: new Date('2024-12-05T12:24:45.244Z'),
    },
  });
});

test.each(applicantWebhookTypes)('understands %s', type => {
  expect(translate({ type }).kind).toBe('event');
});

test('takes either name of the person, and does without a level', () => {
  const named = (fields: Record<string, unknown>) => {
    const translated = translate({ type: 'applicantReviewed', ...fields });
    return translated.kind === 'event' && { ...translated.subject, levelName: translated.event.levelName };
  };
  expect(named({ applicantId: '', levelName: '' })).toEqual({
    externalUserId: 'u-1',
    applicantId: null,
    levelName: null,
  });
  expect(named({ externalUserId: undefined, applicantId: 'a', levelName: undefined })).toEqual({
    externalUserId: null,
    applicantId: 'a',
    levelName: null,
  });
});

test.each(otherWebhookTypes)('leaves the verification alone for %s', type => {
  expect(kindOf({ type, reviewResult: { reviewAnswer: 'RED' } })).toBe('ignored: not-a-verification');
});

test('leaves the verification alone for whatever names an action', () => {
  const translated = translate({ type: 'applicantReviewed', applicantActionId: '1' });
  expect(translated).toEqual({ kind: 'ignored', reason: 'not-a-verification' });
});

test.each([
  ['approved', { reviewAnswer: 'GREEN' }],
  ['resubmission-requested', { reviewAnswer: 'RED', reviewRejectType: 'RETRY' }],
  ['rejected', { reviewAnswer: 'RED', reviewRejectType: 'FINAL' }],
  ['resubmission-requested', { reviewAnswer: 'RED' }],
  ['noted', { reviewAnswer: 'YELLOW' }],
  ['noted', undefined],
])('reads the verdict %s from %j', (expected, reviewResult) => {
  expect(kindOf({ type: 'applicantReviewed', reviewResult })).toBe(expected);
});

test.each(['applicantReset', 'applicantLevelChanged', 'applicantDeleted', 'applicantDeactivated', 'applicantOnHold'])(
  'does not read a stale GREEN on %s as an approval',
  type => {
    expect(kindOf({ type, reviewStatus: 'init', reviewResult: { reviewAnswer: 'GREEN' } })).not.toBe('approved');
  },
);

test('reads a verdict that comes without a status', () => {
  const fields = { type: 'applicantReviewed', reviewStatus: undefined, reviewResult: { reviewAnswer: 'GREEN' } };
  expect(kindOf(fields)).toBe('approved');
});

test('does not read a verdict before the review is completed', () => {
  expect(kindOf({ type: 'applicantReviewed', reviewStatus: 'pending', reviewResult: { reviewAnswer: 'GREEN' } })).toBe(
    'noted',
  );
});

test.each([
  ['unknown-type', { type: 'somethingNew' }],
  ['no-time', { type: 'applicantReviewed', createdAtMs: undefined }],
  ['no-person', { type: 'applicantReviewed', applicantId: undefined, externalUserId: undefined }],
  ['unusable-name', { type: 'applicantReviewed', externalUserId: 'a\nb' }],
  ['unusable-name', { type: 'applicantReviewed', applicantId: 'a'.repeat(201) }],
  ['unusable-name', { type: 'applicantReviewed', levelName: 'a\ud800' }],
  ['not-a-verification', { type: 'applicantActionNobodyKnows' }],
  ['not-a-verification', { type: 'videoIdentNobodyKnows' }],
  ['unknown-type', { type: 'somethingLike-applicantAction' }],
])('ignores a delivery with the reason %s', (reason, fields) => {
  expect(translate(fields)).toEqual({ kind: 'ignored', reason });
});

test('gives two people two keys where the applicant is left empty', () => {
  const keyOf = (externalUserId: string) => {
    const translated = translate({ type: 'applicantReviewed', applicantId: '', externalUserId });
    return translated.kind === 'event' ? translated.event.key : undefined;
  };
  expect(keyOf('u-1')).toBeDefined();
  expect(keyOf('u-1')).not.toBe(keyOf('u-2'));
});

test('gives one event one key, however its JSON was written', () => {
  const key = (fields: Record<string, unknown>) => {
    const translated = translate({ type: 'applicantReviewed', ...fields });
    return translated.kind === 'event' ? translated.event.key : undefined;
  };
  expect(key({ correlationId: 'a', clientId: 'x' })).toBe(key({ correlationId: 'b' }));
  const red = { reviewAnswer: 'RED', reviewRejectType: 'RETRY' };
  const labelled = (...rejectLabels: string[]) => key({ reviewResult: { ...red, rejectLabels } });
  expect(labelled('B', 'A')).toBe(labelled('A', 'B'));
  const others = [
    ...[key({}), key({ type: 'applicantPending' }), key({ levelName: 'another-level' }), key({ levelName: undefined })],
    ...[key({ reviewStatus: 'onHold' }), key({ reviewStatus: undefined }), key({ applicantId: 'another' })],
    ...[key({ reviewResult: red }), key({ reviewResult: { ...red, reviewRejectType: 'FINAL' } })],
    ...[labelled('A'), labelled('A', 'B')],
  ];
  expect(new Set(others).size).toBe(others.length);
  expect(key({ externalUserId: 'u-2' })).toBe(key({}));
  expect(key({ reviewResult: { reviewAnswer: 'GREEN' } })).not.toBe(key({ reviewResult: { reviewAnswer: 'RED' } }));
  expect(key({ createdAtMs: '2024-12-05 12:24:45.245' })).not.toBe(key({}));
});
