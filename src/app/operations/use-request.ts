import { useCallback, useState } from 'react';

export type Requested<T> =
  | { is: 'idle' }
  | { is: 'under-way'; before: T | undefined }
  | { is: 'answered'; answer: T }
  | { is: 'failed'; error: Error };

/** A question asked on demand; while it is asked again the answer before stays. */
export function useRequest<T, A extends unknown[]>(
  ask: (...args: A) => Promise<T>,
): [Requested<T>, (...args: A) => Promise<void>] {
  const [state, setState] = useState<Requested<T>>({ is: 'idle' });
  const run = useCallback(
    async (...args: A) => {
      setState(was => ({ is: 'under-way', before: was.is === 'answered' ? was.answer : undefined }));
      await ask(...args).then(
        answer => setState({ is: 'answered', answer }),
        (error: unknown) =>
          setState({ is: 'failed', error: error instanceof Error ? error : new Error('unknown', { cause: error }) }),
      );
    },
    [ask],
  );
  return [state, run];
}
