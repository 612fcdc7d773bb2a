import type { QueryClient } from '@tanstack/react-query';
import { eventsPath } from '#contract/endpoints';
import type { Verification } from '#contract/verification';
import { type Api, ProblemError } from '../api/http';
import {
  refetchVerification,
  type SessionEnd,
  sessionEndKey,
  verificationKey,
  verificationQuery,
} from '../api/queries';
import { createStatusStream, type Link, type StatusEventSource } from '../api/status-stream';
import type { Language } from '../i18n/i18n';
import { acceptVerification } from './accept-verification';
import { hideWhileAway } from './hide-while-away';
import { joinTabs, type TabChannel, type TabLocks, type Tabs } from './join-tabs';
import { createNews } from './news';
import type { NoticeDesk } from './notice-desk';
import { watchSleep } from './watch-sleep';

export interface FollowOptions {
  client: QueryClient;
  api: Api;
  reference: string;
  createEventSource: (url: string) => StatusEventSource;
  locks: TabLocks | undefined;
  createChannel: ((name: string) => TabChannel) | undefined;
  now: () => number;
  notices: NoticeDesk;
  language: Language;
  onLink: (link: Link) => void;
}

/**
 * Keeps the cache of this tab right about one person until it is told to stop: by the push stream that one tab holds for
 * all of them, by what the backend answered to any of them, and by asking when time may have been lost.
 */
export function followVerification(options: FollowOptions): () => void {
  const { client, api, reference, onLink, now } = options;
  const isVisible = () => document.visibilityState === 'visible';
  let tabs: Tabs | undefined;
  const news = createNews({ ...options, isVisible });

  const poll = async () => {
    await refetchVerification(client);
    const error = client.getQueryState(verificationQuery(api).queryKey)?.error;
    if (error instanceof ProblemError && error.code === 'unreachable') throw error;
  };

  const join = () => {
    tabs = joinTabs({
      name: `portico-${reference}`,
      tab: crypto.randomUUID(),
      locks: options.locks,
      createChannel: options.createChannel,
      now,
      isVisible,
      onLink,
      lead: leader =>
        createStatusStream({
          url: eventsPath,
          createEventSource: options.createEventSource,
          setTimeout: (run, delayMs) => window.setTimeout(run, delayMs),
          clearTimeout: timer => window.clearTimeout(timer),
          poll,
          ...leader,
          onVerification(verification) {
            acceptVerification(client, verification);
            tell(verification);
          },
        }),
      onMessage(message) {
        if (message.kind === 'doubt') void refetchVerification(client);
        else {
          if (message.ends) client.setQueryData<SessionEnd>(sessionEndKey, message.ends);
          acceptVerification(client, message.verification, message.at);
        }
      },
    });
  };
  const leave = () => {
    tabs?.close();
    tabs = undefined;
  };

  const tell = (verification: Verification | null, isAnswer = false) => {
    if (verification?.reference !== reference) return tabs?.tell({ kind: 'doubt' });
    const ends = (isAnswer && client.getQueryData<SessionEnd>(sessionEndKey)) || null;
    tabs?.tell({ kind: 'status', verification, ends, at: now() });
  };

  const stopListening = client.getQueryCache().subscribe(event => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.query.queryKey[0] !== verificationKey[0])
      return;
    const verification: Verification | null = event.query.state.data;
    if (!event.action.manual) tell(verification, true);
    if (verification?.reference === reference) news.hear(verification);
  });

  const turn = () => (isVisible() ? tabs?.wake() : tabs?.hide());
  const wake = () => tabs?.wake();
  document.addEventListener('visibilitychange', turn);
  window.addEventListener('online', wake);
  const stopSleep = watchSleep({ now, isVisible, onWake: () => tabs?.wake(true) });
  // A page that is kept in memory must hold neither the lock nor the stream: with them it would not be kept.
  const stopAway = hideWhileAway({
    onLeave: leave,
    async onReturn() {
      join();
      await client.refetchQueries({ queryKey: verificationKey }, { throwOnError: true });
    },
    forget: () => void client.resetQueries({ queryKey: verificationKey }),
  });
  join();
  const known = client.getQueryData<Verification | null>(verificationKey);
  if (known) news.hear(known);

  return () => {
    stopListening();
    stopSleep();
    stopAway();
    document.removeEventListener('visibilitychange', turn);
    window.removeEventListener('online', wake);
    leave();
  };
}
