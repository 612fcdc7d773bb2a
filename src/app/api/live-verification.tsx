import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { eventsPath } from '#contract/endpoints';
import { useDependencies } from '../dependencies';
import { ProblemError } from './http';
import { acceptVerification, verificationQuery } from './queries';
import type { Link, StatusStream } from './status-stream';

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
    let isOver = false;
    let stream: StatusStream | undefined;
    let opening: Promise<void> | undefined;
    // Fetched only for somebody to follow, which on a first visit nobody is.
    const open = async () => {
      const { createStatusStream } = await import('./status-stream');
      if (isOver) return;
      stream = createStatusStream({
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
    };
    const wake = () => {
      if (stream) return stream.wake();
      if (opening) return;
      opening = open().catch(() => {
        opening = undefined;
        setLink('offline');
      });
    };
    const wakeWhenVisible = () => document.visibilityState === 'visible' && wake();
    const wakeWhenRestored = (event: PageTransitionEvent) => event.persisted && wake();
    document.addEventListener('visibilitychange', wakeWhenVisible);
    window.addEventListener('pageshow', wakeWhenRestored);
    window.addEventListener('online', wake);
    wake();
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', wakeWhenVisible);
      window.removeEventListener('pageshow', wakeWhenRestored);
      window.removeEventListener('online', wake);
      stream?.close();
    };
  }, [reference, client, api, createEventSource]);

  return <LinkContext value={link}>{children}</LinkContext>;
}
