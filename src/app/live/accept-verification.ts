import type { QueryClient } from '@tanstack/react-query';
import type { Verification } from '#contract/verification';
import { toNewer, verificationKey } from '../api/queries';

/**
 * Takes a verification that arrived by itself: the cache changes only if the revision is higher. One with another
 * reference belongs to a session that this browser has left, and only makes the page ask again.
 */
export function acceptVerification(client: QueryClient, arrived: Verification, at = Date.now()): void {
  const { data: cached, dataUpdatedAt = 0 } = client.getQueryState<Verification | null>(verificationKey) ?? {};
  if (cached && cached.reference !== arrived.reference) {
    void client.invalidateQueries({ queryKey: verificationKey });
    return;
  }
  client.setQueryData<Verification>(verificationKey, toNewer(cached, arrived), {
    updatedAt: Math.max(at, dataUpdatedAt),
  });
}
