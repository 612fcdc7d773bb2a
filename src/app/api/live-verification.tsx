import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { eventsPath } from '#contract/endpoints';
import { useDependencies } from '../dependencies';
import { ProblemError } from './http';
import { acceptVerification, verificationQuery } from './queries';
import { createStatusStream, type Link } from './status-stream';

const LinkContext = createContext<Link>('connecting');

/** State of the live connection of this tab. */
export function useLink(): Link {
  return useContext(LinkContext);
}

/** Keeps one stream open for the person with this `reference`; none while nobody is known. */
export function LiveVerification({ reference, children }: { reference: string | undefined; children: ReactNode }) {
  const client = useQueryClient();
  const { api, createEventSource } = useDependencies();
  const [link, setLink] = useState<Link>('connecting');

  useEffect(() => {
    if (reference === undefined) return;
    const stream = createStatusStream({
      url: eventsPath,
      createEventSource,
      setTimeout: (run, delayMs) => window.setTimeout(run, delayMs),
      clearTimeout: timer => window.clearTimeout(timer),
      isVisible: () => document.visibilityState === 'visible',
      onVerification: verification => acceptVerification(client, verification),
      onLink: setLink,
      poll: async () => {
        const query = verificationQuery(api);
        await client.refetchQueries({ queryKey: query.queryKey });
        const error = client.getQueryState(query.queryKey)?.error;
        if (error instanceof ProblemError && error.code === 'unreachable') throw error;
      },
    });
    const wakeWhenVisible = () => document.visibilityState === 'visible' && stream.wake();
    const wakeWhenRestored = (event: PageTransitionEvent) => event.persisted && stream.wake();
    document.addEventListener('visibilitychange', wakeWhenVisible);
    window.addEventListener('pageshow', wakeWhenRestored);
    window.addEventListener('online', stream.wake);
    return () => {
      document.removeEventListener('visibilitychange', wakeWhenVisible);
      window.removeEventListener('pageshow', wakeWhenRestored);
      window.removeEventListener('online', stream.wake);
      stream.close();
    };
  }, [reference, client, api, createEventSource]);

  return <LinkContext value={link}>{children}</LinkContext>;
}
