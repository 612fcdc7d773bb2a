import { createHmac } from 'node:crypto';
import { type DigestAlgorithm, digestAlgorithms } from '#idngo/webhook-digest';
import { formatBody, type JsonObject } from '../webhooks/format-body';
import type { DeliveryFault } from './fault-contract';

/** How a fault changes what is sent. Those of order and number (drop, delay, reorder, duplicate) change nothing here. */
export interface Signature {
  digest: string;
  /** As the header names it. */
  algorithm: string;
}

/** Whether the fault is about what is sent rather than when: only such a one makes sense on a webhook sent by hand. */
export function altersContent({ name }: DeliveryFault): boolean {
  return name !== 'drop' && name !== 'delay' && name !== 'reorder';
}

export function alterBody(body: string, fault: DeliveryFault | null): string {
  switch (fault?.name) {
    case 'unknown-type':
      return editBody(body, payload => ({ ...payload, type: fault.type }));
    case 'unknown-field':
      return editBody(body, payload => ({
        ...payload,
        unheardOf: 'text',
        unheardOfNumber: 7.5,
        unheardOfNothing: null,
        unheardOfList: [{ deep: ['deeper'] }],
      }));
    case 'malformed':
      return body.slice(0, Math.floor(body.length * 0.6));
    case 'huge':
      return editBody(body, payload => ({ ...payload, unheardOfBulk: 'x'.repeat(fault.megabytes * 1_000_000) }));
    default:
      return body;
  }
}

function editBody(body: string, edit: (payload: JsonObject) => JsonObject): string {
  const payload = JSON.parse(body) as JsonObject;
  return formatBody(edit(payload), body === JSON.stringify(payload) ? 'compact' : 'pretty');
}

/** The headers' content for these bytes; null where there are none. */
export function sign(
  bytes: Uint8Array,
  { secret, algorithm }: { secret: string | null; algorithm: DigestAlgorithm },
  fault: DeliveryFault | null,
): Signature | null {
  if (fault?.name === 'missing-signature') return null;
  const makeDigest = (key: string) => createHmac(digestAlgorithms[algorithm], key).update(bytes).digest('hex');
  if (fault?.name === 'wrong-signature') return { digest: makeDigest('nobody knows this secret'), algorithm };
  if (secret === null) return null;
  if (fault?.name !== 'wrong-algorithm') return { digest: makeDigest(secret), algorithm };
  const another = Object.keys(digestAlgorithms).find(name => name !== algorithm) ?? '';
  return { digest: makeDigest(secret), algorithm: fault.claim === 'another' ? another : 'HMAC_MD5_HEX' };
}
