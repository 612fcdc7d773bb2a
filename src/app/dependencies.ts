import { createContext, useContext } from 'react';
import type { Configuration } from '#contract/configuration';
import type { SessionAnswer } from '#contract/session';
import type { Api } from './api/http';
import type { StatusEventSource } from './api/status-stream';
import type { Device } from './device/device';
import type { Language } from './i18n/i18n';
import type { TabChannel, TabLocks } from './live/join-tabs';
import type { NoticeDesk } from './live/notice-desk';
import type { LoadSdk } from './sdk/load-sdk';

/** What the app needs from the world around it; tests pass their own. */
export interface Dependencies {
  api: Api;
  /** What came with the page; without it the backend is asked. */
  configuration?: Configuration | undefined;
  /** The same of the person's session, as it stood when the page arrived. */
  session?: { answer: SessionAnswer; at: number } | undefined;
  createEventSource: (url: string) => StatusEventSource;
  /** Where one of these is missing, every tab has a connection of its own. */
  locks: TabLocks | undefined;
  createChannel: ((name: string) => TabChannel) | undefined;
  notices: NoticeDesk;
  loadSdk: LoadSdk;
  /** The device that the page is open on, with the code that knows devices. */
  openDevice: () => Promise<Device>;
  language: Language;
  now: () => number;
  /** By the backend’s clock: for how long ago its times are, whatever this device’s says. */
  backendNow: () => number;
  /** What the device is set to, now and whenever it changes. */
  colorScheme: { getSnapshot: () => 'light' | 'dark'; subscribe: (listener: () => void) => () => void };
}

export const DependenciesContext = createContext<Dependencies | undefined>(undefined);

export function useDependencies(): Dependencies {
  const dependencies = useContext(DependenciesContext);
  if (!dependencies) throw new Error('useDependencies is called outside App');
  return dependencies;
}
