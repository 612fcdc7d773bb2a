import { useQuery } from '@tanstack/react-query';
import type { Verification } from '#contract/verification';
import { useDependencies } from '../dependencies';
import { verificationQuery } from './queries';

/** What is known of the person of this browser's session. Unknown is `loading`, never "not verified". */
export type VerificationView =
  | { is: 'loading' }
  | { is: 'no-session' }
  | { is: 'problem'; error: Error; retry: () => void }
  | { is: 'known'; verification: Verification; updatedAt: number; isRefetching: boolean; refetch: () => void };

export function useVerification(): VerificationView {
  const { api } = useDependencies();
  const query = useQuery(verificationQuery(api));
  const refetch = () => void query.refetch();
  if (query.data === null) return { is: 'no-session' };
  if (query.data) {
    const { data: verification, dataUpdatedAt: updatedAt, isRefetching } = query;
    return { is: 'known', verification, updatedAt, isRefetching, refetch };
  }
  if (query.error && !query.isFetching) return { is: 'problem', error: query.error, retry: refetch };
  return { is: 'loading' };
}
