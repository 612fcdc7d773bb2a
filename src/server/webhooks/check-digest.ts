import { createHmac, timingSafeEqual } from 'node:crypto';
import { type DigestAlgorithm, digestAlgorithms } from '#idngo/webhook-digest';

export type DigestCheck = 'authentic' | 'missing' | 'algorithm-not-allowed' | 'wrong';

interface Claim {
  digest: string | undefined;
  algorithm: string | undefined;
}

/**
 * Whether a delivery comes from whoever holds one of the secrets.
 *
 * 1. The digest is over the bytes as they arrived: the same JSON written differently is another message.
 * 2. The algorithm is one that we allow; the sender's header only chooses among them, so nobody can downgrade it.
 * 3. The comparison takes the same time whatever it finds, for every secret.
 * 4. A missing header is a refusal, not a reason to skip the check.
 */
export function checkDigest(
  body: Uint8Array,
  claim: Claim,
  trusted: { secrets: readonly string[]; algorithms: readonly DigestAlgorithm[] },
): DigestCheck {
  if (!claim.digest || !claim.algorithm) return 'missing';
  const algorithm = trusted.algorithms.find(allowed => allowed === claim.algorithm);
  if (!algorithm) return 'algorithm-not-allowed';
  const given = Buffer.from(claim.digest.toLowerCase());
  let authentic = false;
  for (const secret of trusted.secrets) {
    const expected = Buffer.from(createHmac(digestAlgorithms[algorithm], secret).update(body).digest('hex'));
    const equal = expected.length === given.length && timingSafeEqual(expected, given);
    authentic = equal || authentic;
  }
  return authentic ? 'authentic' : 'wrong';
}
