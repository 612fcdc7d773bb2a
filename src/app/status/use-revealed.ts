import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type RevealedDocument, revealDocuments } from '#contract/revealed';
import type { Verification } from '#contract/verification';
import { ProblemError } from '../api/http';
import { refetchVerification } from '../api/queries';
import { useDependencies } from '../dependencies';

export type Revealed =
  | { is: 'masked' }
  | { is: 'revealing' }
  | { is: 'failed'; error: Error }
  | { is: 'revealed'; documents: readonly RevealedDocument[] };

/** The full values, in the state of the one component that shows them: no cache has them, and they go when it goes. */
export function useRevealed({ reference }: Verification): { state: Revealed; reveal: () => void; mask: () => void } {
  const { api } = useDependencies();
  const client = useQueryClient();
  const [state, setState] = useState<Revealed>({ is: 'masked' });
  const asking = useRef<AbortController>(undefined);
  useEffect(() => () => asking.current?.abort(), []);

  async function ask(signal: AbortSignal): Promise<Revealed> {
    const revealed = await api.call(revealDocuments, signal);
    if (revealed.reference === reference) return { is: 'revealed', documents: revealed.documents };
    // Another tab of this browser has signed somebody else in.
    void refetchVerification(client);
    throw new ProblemError('session-required');
  }

  return {
    state,
    reveal() {
      const controller = new AbortController();
      const { signal } = controller;
      asking.current = controller;
      setState({ is: 'revealing' });
      ask(signal).then(
        revealed => !signal.aborted && setState(revealed),
        (error: Error) => !signal.aborted && setState({ is: 'failed', error }),
      );
    },
    mask() {
      asking.current?.abort();
      setState({ is: 'masked' });
    },
  };
}
