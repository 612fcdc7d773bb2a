import { signingVectors } from '#idngo/signing';
import { digestVectors } from '#idngo/webhook-digest';
import { computeSignature } from '../../idngo-client/sign-request';
import { checkDigest } from '../../webhooks/check-digest';
import { type Check, fail, pass } from '../check';

export const signerFollowsExamples: Check = {
  id: 'idngo-signing',
  group: 'idngo',
  title: 'Requests are signed as the documented examples are',
  async run() {
    const wrong = signingVectors.filter(
      ({ body, timestampSeconds, secretKey, signature, ...request }) =>
        computeSignature({ ...request, body: Buffer.from(body) }, timestampSeconds, secretKey) !== signature,
    );
    return wrong.length === 0
      ? pass(`${signingVectors.length} examples`)
      : fail(`${wrong.length} examples are signed otherwise`, 'This build is damaged: install and build it again.');
  },
};

export const digestsFollowExamples: Check = {
  id: 'webhook-digest',
  group: 'webhooks',
  title: 'Digests of deliveries are checked as the documented examples are',
  async run() {
    const wrong = digestVectors.filter(({ body, secret, algorithm, digest }) => {
      const trusted = { secrets: [secret], algorithms: [algorithm] };
      return checkDigest(Buffer.from(body), { digest, algorithm }, trusted) !== 'authentic';
    });
    return wrong.length === 0
      ? pass(`${digestVectors.length} examples`)
      : fail(`${wrong.length} examples are not accepted`, 'This build is damaged: install and build it again.');
  },
};
