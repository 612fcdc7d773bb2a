import type { Hono } from 'hono';
import type { DigestAlgorithm } from '#idngo/webhook-digest';
import { digestHeaders } from '#idngo/webhook-digest';
import { createBodyReader } from '../http/read-body';
import type { Metrics } from '../metrics';
import { Refusal } from '../problems';
import type { AddressReader } from '../rate-limits/client-address';
import type { Limits } from '../rate-limits/limits';
import { checkDigest } from './check-digest';
import type { DeliveryDesk } from './take-delivery';

export const deliveryPath = '/webhooks/idngo';
export const maxDeliveryBytes = 1024 * 1024;
/** Held in memory of bodies that are still arriving, of which nobody knows yet whether they are authentic. */
export const maxArrivingBytes = 64 * 1024 * 1024;
/** Deliveries that wait for the database at once; more could not be answered within IDnGO's five seconds. */
export const maxUnderWay = 256;

interface WebhookDependencies {
  desk: DeliveryDesk;
  metrics: Metrics;
  limits: Limits;
  addresses: AddressReader;
  trusted: { secrets: readonly string[]; algorithms: readonly DigestAlgorithm[] };
}

/** `POST /webhooks/idngo`: bytes → digest → desk → answer. 200 means durable; anything else asks IDnGO to send it again. */
export function addWebhookRoutes(app: Hono, dependencies: WebhookDependencies): void {
  const { desk, metrics, limits, addresses, trusted } = dependencies;
  const readBody = createBodyReader({ maxBytes: maxDeliveryBytes, maxArrivingBytes });
  let underWay = 0;

  app.post(deliveryPath, async c => {
    const body = await readBody(c.req.raw);
    const claim = { digest: c.req.header(digestHeaders.digest), algorithm: c.req.header(digestHeaders.algorithm) };
    const check = checkDigest(body, claim, trusted);
    if (check !== 'authentic') {
      metrics.countDelivery(check);
      await limits.consume('forged-delivery', addresses.read(c)); // never an authentic one
      if (check === 'missing') {
        throw new Refusal('digest-missing', `${digestHeaders.digest} and ${digestHeaders.algorithm} are required`);
      }
      throw new Refusal('digest-wrong', 'The digest does not fit the body under an allowed algorithm and secret');
    }
    if (underWay >= maxUnderWay) {
      metrics.countDelivery('too-busy');
      throw new Refusal('too-busy', 'Send it again later', { 'retry-after': '5' });
    }
    underWay += 1;
    const result = await desk.take(body).finally(() => {
      underWay -= 1;
    });
    metrics.countDelivery(result.outcome);
    if (result.outcome === 'refused') throw new Refusal('sandbox-delivery', 'The delivery says sandboxMode: true');
    return c.json({ ok: true });
  });
}
