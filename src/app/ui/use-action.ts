import { startTransition, useActionState } from 'react';

/** Something a person starts by a button: whether it is under way, and why it failed the last time. Once at a time. */
export function useAction(action: () => Promise<void>): { run: () => void; isPending: boolean; error: Error | null } {
  const [error, dispatch, isPending] = useActionState<Error | null>(
    () =>
      action().then(
        () => null,
        (reason: unknown) => (reason instanceof Error ? reason : new Error('The action failed', { cause: reason })),
      ),
    null,
  );
  return {
    run() {
      if (!isPending) startTransition(dispatch);
    },
    isPending,
    error,
  };
}
