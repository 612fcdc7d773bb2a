import { createHmac } from 'node:crypto';
import { digestHeaders } from '#idngo/webhook-digest';

/** The headers with which IDnGO vouches for a body. */
export function signDelivery(body: string | Uint8Array, secret: string): Record<string, string> {
  return {
    [digestHeaders.digest]: createHmac('sha256', secret).update(body).digest('hex'),
    [digestHeaders.algorithm]: 'HMAC_SHA256_HEX',
  };
}
