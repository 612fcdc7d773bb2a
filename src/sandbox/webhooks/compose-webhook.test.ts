import * as v from 'valibot';
import { expect, test } from 'vitest';
import { actionWebhookTypes, applicantWebhookTypes, readHappenedAt, webhookSchema } from '#idngo/webhook';
import { createApplicant } from '../applicants/applicants';
import { composeWebhook } from './compose-webhook';
import { composeSamplePayload } from './sample-payload';

const at = Date.UTC(2024, 11, 5, 12, 24, 45, 244);
const person = {
  ...({ environment: 'sandbox', externalUserId: 'u-1', levelName: 'basic-kyc-level' } as const),
  ...{ email: null, phone: null, lang: null },
};

function compose(type: (typeof applicantWebhookTypes)[number], fields = {}) {
  const applicant = { ...createApplicant(person, at), ...fields };
  return composeWebhook({ type, at, correlationId: 'c'.repeat(32) }, applicant);
}

test.each(applicantWebhookTypes)('composes %s so that a receiver can read it', type => {
  const webhook = v.parse(webhookSchema, compose(type));
  expect(webhook).toMatchObject({ type, externalUserId: 'u-1', sandboxMode: true, clientId: 'portico-sandbox' });
  expect(webhook.reviewStatus).toEqual(expect.any(String));
  expect(readHappenedAt(webhook)?.getTime()).toBe(at);
});

test('writes the two times in the two formats of the samples', () => {
  expect(compose('applicantReviewed')).toMatchObject({
    createdAt: '2024-12-05 12:24:45+0000',
    createdAtMs: '2024-12-05 12:24:45.244',
  });
});

test('names the source that the client gave, and no other', () => {
  expect(compose('applicantCreated')).not.toHaveProperty('sourceKey');
  expect(compose('applicantCreated', { sourceKey: 'shop' })).toMatchObject({ sourceKey: 'shop' });
});

test('says of production that it is not the sandbox', () => {
  expect(compose('applicantPending', { environment: 'production' })).toMatchObject({ sandboxMode: false });
});

test.each(applicantWebhookTypes)('has the fields of %s in a test webhook, too', type => {
  const review = { ...createApplicant(person, at).review, reviewResult: { reviewAnswer: 'GREEN' } };
  expect(Object.keys(composeSamplePayload(type, 'sandbox', at))).toEqual(Object.keys(compose(type, { review })));
});

test.each(actionWebhookTypes)('has in a test webhook of %s what the samples of actions have', type => {
  const payload = composeSamplePayload(type, 'sandbox', at);
  expect(payload).toMatchObject({ type, applicantActionId: expect.any(String), levelName: 'basic-action-level' });
  for (const absent of ['applicantType', 'sandboxMode', 'clientId']) expect(payload).not.toHaveProperty(absent);
});
