import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Verification } from '#contract/verification';
import { useDependencies } from '../dependencies';
import type { FollowerProps } from '../live/follower';
import { refetchVerification } from './queries';
import type { Link } from './status-stream';

/** `isBehind`: something changed while nobody was looking at this tab. */
const LiveContext = createContext<{ link: Link; isBehind: boolean }>({ link: 'connecting', isBehind: false });

/** State of the live connection, which one tab holds for all. */
export function useLink(): Link {
  return useContext(LiveContext).link;
}

export function useIsBehind(): boolean {
  return useContext(LiveContext).isBehind;
}

/** Once what is drawn now has been painted; at once in a tab that nobody sees, which paints nothing. */
function afterPaint(run: () => void): void {
  if (document.visibilityState === 'hidden') run();
  else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)));
}

/** Follows a person once one is known, with what is fetched only then: on a first visit there is nobody to follow. */
export function LiveVerification({
  verification,
  children,
}: {
  verification: Verification | undefined;
  children: ReactNode;
}) {
  const { language } = useDependencies();
  const client = useQueryClient();
  const [link, setLink] = useState<Link>('connecting');
  const [isBehind, setBehind] = useState(false);
  const [first, setFirst] = useState(verification);
  const [loaded, setLoaded] = useState<{ Follower: ComponentType<FollowerProps> }>();
  if (verification && !first) setFirst(verification);
  const isWanted = first && !loaded;

  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    const load = () =>
      void Promise.all([import('../live/follower'), language.loadPart('check')]).then(
        ([follower]) => isOver || setLoaded(follower),
        () => setLink('offline'),
      );
    document.addEventListener('visibilitychange', load);
    window.addEventListener('online', load);
    afterPaint(() => isOver || load());
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', load);
      window.removeEventListener('online', load);
    };
  }, [isWanted, language]);

  const isKnown = verification !== undefined;
  useEffect(() => {
    if (isKnown) return;
    // Somebody may have signed in in another tab.
    const lookAgain = () => document.visibilityState === 'visible' && void refetchVerification(client);
    document.addEventListener('visibilitychange', lookAgain);
    return () => document.removeEventListener('visibilitychange', lookAgain);
  }, [isKnown, client]);

  return (
    <LiveContext value={{ link, isBehind }}>
      {children}
      {loaded && first && verification && (
        <loaded.Follower first={first} verification={verification} onLink={setLink} onBehind={setBehind} />
      )}
    </LiveContext>
  );
}
