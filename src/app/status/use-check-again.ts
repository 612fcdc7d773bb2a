import { endpoints } from '#contract/endpoints';
import { useDependencies } from '../dependencies';
import type { KnownView } from '../ui/known-person';
import { useAction } from '../ui/use-action';

/** Reads the status again, and has the backend ask IDnGO whether it still stands; what that brings comes by the stream. */
export function useCheckAgain({ refetch, isRefetching }: KnownView): { run: () => void; isBusy: boolean } {
  const { api } = useDependencies();
  const { run, isPending } = useAction(async () => {
    try {
      await api.call(endpoints.requestCheck);
    } finally {
      // Where the question is refused or fails, this still says what is known, or what is wrong.
      refetch();
    }
  });
  return { run, isBusy: isPending || isRefetching };
}
