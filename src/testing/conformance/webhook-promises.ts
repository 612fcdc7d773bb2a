import * as v from 'valibot';
import { expect } from 'vitest';
import { readHappenedAt, webhookSchema } from '#idngo/webhook';
import { hasRightDigest, type Provider, type WebhookListener } from './provider';
import { type ProviderPromise, promise } from './provider-promise';
import { command, createApplicant, createSubmitted, decide, green, redRetry } from './walk';

function requireListener({ webhooks }: Provider): WebhookListener {
  if (!webhooks) throw new Error('nobody listens for webhooks');
  return webhooks;
}

async function receive(provider: Provider, type: string, externalUserId: string) {
  const { body } = await requireListener(provider).receive(type, externalUserId);
  return v.parse(webhookSchema, JSON.parse(body.toString('utf8')));
}

export const webhookPromises: readonly ProviderPromise[] = (
  [
    promise('announces an applicant that was created', ['S'], async provider => {
      const { id, externalUserId, inspectionId } = await createApplicant(provider);
      expect(await receive(provider, 'applicantCreated', externalUserId)).toMatchObject({
        applicantId: id,
        inspectionId,
        externalUserId,
        levelName: provider.levelName,
        reviewStatus: 'init',
      });
    }),
    promise('signs the bytes of a webhook with the algorithm that it names', ['S'], async provider => {
      const { externalUserId } = await createApplicant(provider);
      const listener = requireListener(provider);
      const received = await listener.receive('applicantCreated', externalUserId);
      expect(hasRightDigest(received, listener.secret)).toBe(true);
      const tampered = Buffer.concat([received.body, Buffer.from(' ')]);
      expect(hasRightDigest({ ...received, body: tampered }, listener.secret)).toBe(false);
    }),
    promise('announces a check and its verdict, in the order of their times', ['I', 'C', 'S'], async provider => {
      const { id, externalUserId } = await createSubmitted(provider);
      await decide(provider, id, green);
      const pending = await receive(provider, 'applicantPending', externalUserId);
      const reviewed = await receive(provider, 'applicantReviewed', externalUserId);
      expect(pending).toMatchObject({ applicantId: id, reviewStatus: 'pending' });
      expect(reviewed).toMatchObject({
        applicantId: id,
        reviewStatus: 'completed',
        reviewResult: { reviewAnswer: 'GREEN' },
      });
      const [first, second] = [pending, reviewed].map(webhook => Number(readHappenedAt(webhook)));
      expect(second).toBeGreaterThan(first ?? Number.NaN);
    }),
    promise('says of a webhook of the sandbox that it is one', ['C', 'S'], async provider => {
      const { externalUserId } = await createApplicant(provider);
      expect((await receive(provider, 'applicantCreated', externalUserId)).sandboxMode).toBe(true);
    }),
    promise('carries a rejection whole', ['C'], async provider => {
      const { id, externalUserId } = await createSubmitted(provider);
      await decide(provider, id, redRetry);
      const { reviewResult } = await receive(provider, 'applicantReviewed', externalUserId);
      expect(reviewResult).toMatchObject(redRetry);
    }),
    promise('announces a reset with status init', ['S'], async provider => {
      const { id, externalUserId } = await createSubmitted(provider);
      await decide(provider, id, green);
      await command(provider, id, 'reset');
      expect(await receive(provider, 'applicantReset', externalUserId)).toMatchObject({ reviewStatus: 'init' });
    }),
    promise('leaves the verdict that a reset took back in its webhook', ['S', 'G', '?'], async provider => {
      const { id, externalUserId } = await createSubmitted(provider);
      await decide(provider, id, green);
      await command(provider, id, 'reset');
      const webhook = await receive(provider, 'applicantReset', externalUserId);
      expect(webhook.reviewResult).toMatchObject({ reviewAnswer: 'GREEN' });
    }),
    promise('sends no personal data in a webhook', ['S'], async provider => {
      const fields = { email: 'conformance@example.kz', fixedInfo: { firstName: 'Conformanceia' } };
      const { externalUserId } = await createApplicant(provider, fields);
      const { body } = await requireListener(provider).receive('applicantCreated', externalUserId);
      expect(body.toString('utf8')).not.toMatch(/conformance@example\.kz|Conformanceia/i);
    }),
  ] satisfies ProviderPromise[]
).map(kept => ({ ...kept, needs: 'webhooks' as const }));
