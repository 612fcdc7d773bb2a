import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import {
  cancelHandOff,
  type HandOff,
  makeHandOff,
  type NewHandOff,
  readHandOff,
  spellFragment,
} from '#contract/hand-off';
import type { Verification } from '#contract/verification';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';
import { useAction } from '../ui/use-action';
import type { ComputerView } from './computer-screen';
import { useIsPast } from './use-is-past';

interface Made extends NewHandOff {
  /** By the clock of this device. */
  until: number;
}

/**
 * Makes a hand-off unless a phone is connected already, and follows it. What is asked again when the verification's
 * revision grows is how it follows: that number comes by the push stream, or by polling where the stream is refused.
 */
export function useHandOff({ reference, revision }: Verification, { onHere }: { onHere: () => void }): ComputerView {
  const { api, now } = useDependencies();
  const { asked } = useLanguage();
  const [made, setMade] = useState<Made>();
  const [followed, setFollowed] = useState<string>();
  const hasBegun = useRef(false);
  const client = useQueryClient();
  const queryKey = ['hand-off', reference, revision];
  const newest = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await api.call(readHandOff, signal)).handOff,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const { data: known, refetch } = newest;

  const make = useAction(async () => {
    const fresh = await api.call(makeHandOff);
    setMade({ ...fresh, until: now() + fresh.secondsLeft * 1000 });
    const waiting: HandOff = { state: 'waiting', id: fresh.id };
    client.setQueryData(queryKey, waiting);
    // From here on another id than this one's means a newer hand-off.
    setFollowed(fresh.id);
  });
  const cancel = useAction(async () => {
    const { handOff } = await api.call(cancelHandOff);
    client.setQueryData(queryKey, handOff);
  });
  const isPast = useIsPast(made?.until);

  const begin = make.run;
  useEffect(() => {
    if (known === undefined || hasBegun.current) return;
    hasBegun.current = true;
    if (known?.state === 'connected') setFollowed(known.id);
    else begin();
  }, [known, begin]);

  if (make.error && !make.isPending) return { is: 'problem', error: make.error, onTryAgain: make.run };
  if (newest.error && known === undefined) {
    return { is: 'problem', error: newest.error, onTryAgain: () => void refetch() };
  }
  if (known === undefined || !followed || make.isPending) return { is: 'loading' };
  const over = { is: 'over', onNew: make.run, onHere } as const;
  // Nobody remembers one that was over a day ago.
  if (known === null) return { ...over, why: 'expired' };
  const ending = { isBusy: cancel.isPending, error: cancel.error, onEnd: cancel.run };
  if (known.id !== followed) return { ...over, why: 'replaced' };
  switch (known.state) {
    case 'waiting':
      if (!made || isPast) return { ...over, why: 'expired' };
      return { is: 'waiting', link: `${made.url}${spellFragment(made.token, asked)}`, until: made.until, ...ending };
    case 'connected':
      return { is: 'connected', device: known.device, at: known.at, ...ending, onHere };
    default:
      return { ...over, why: known.state };
  }
}
