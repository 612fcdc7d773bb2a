import { act, render, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { expect } from 'vitest';
import { createBackendClock } from '../api/backend-clock';
import { createApi } from '../api/http';
import { App } from '../app';
import type { Dependencies } from '../dependencies';
import { createDevice } from '../device/device';
import type { DeviceWorld } from '../device/device-world';
import { createLanguage } from '../i18n/i18n';
import type { LoadTexts } from '../i18n/load-texts';
import { createFakeBackend } from './fake-backend';
import { createFakeWorld } from './fake-device';
import { createFakeSdk } from './fake-sdk';
import { loadPackagedTexts } from './packaged-texts';

/** What the device is set to; `set` is the person who changes it. */
export function createFakeScheme() {
  let scheme: 'light' | 'dark' = 'light';
  const listeners = new Set<() => void>();
  return {
    getSnapshot: () => scheme,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next: 'light' | 'dark') {
      scheme = next;
      for (const listener of listeners) listener();
    },
  };
}

/** The whole app at `path`, against a fake backend and a fake SDK, as the browser runs it in development. */
export async function renderApp({
  path = '/',
  language = 'en',
  chosenLanguage,
  historyState = null,
  sdk = createFakeSdk(),
  now = Date.now,
  embedded,
  session,
  world = createFakeWorld().world,
  locks,
  createChannel,
  notices = { Notification: undefined, storage: undefined },
  scheme = createFakeScheme(),
  loadTexts = loadPackagedTexts,
  ...initial
}: {
  path?: string;
  language?: string;
  /** What the person has chosen on this device. */
  chosenLanguage?: string;
  historyState?: unknown;
  sdk?: ReturnType<typeof createFakeSdk>;
  now?: () => number;
  /** The configuration that came with the page. */
  embedded?: Dependencies['configuration'];
  /** The session that came with the page. */
  session?: Dependencies['session'];
  world?: DeviceWorld;
  scheme?: ReturnType<typeof createFakeScheme>;
  loadTexts?: LoadTexts;
} & Partial<Pick<Dependencies, 'locks' | 'createChannel' | 'notices'>> &
  Parameters<typeof createFakeBackend>[0]) {
  window.history.replaceState(historyState, '', path);
  const backend = createFakeBackend(initial);
  const clock = createBackendClock(now);
  const dependencies: Dependencies = {
    api: createApi({ fetch: backend.fetch, onDate: clock.hear }),
    configuration: embedded,
    session,
    createEventSource: backend.createEventSource,
    openDevice: async () => createDevice(world),
    locks,
    createChannel,
    notices,
    loadSdk: async () => sdk.sdk,
    language: await createLanguage({
      search: '',
      storage: chosenLanguage === undefined ? undefined : createStorage(chosenLanguage),
      browserLanguages: [language],
      root: document.documentElement,
      dropFromAddress: () => undefined,
      loadTexts,
    }),
    now,
    backendNow: clock.now,
    colorScheme: scheme,
  };
  const app = (
    <StrictMode>
      <App dependencies={dependencies} />
    </StrictMode>
  );
  const view = render(app);
  return {
    backend,
    sdk,
    rerender: () => view.rerender(app),
    /** Not before somebody listens. */
    async push(verification: Parameters<typeof backend.push>[0]) {
      await waitFor(() => expect(backend.streams.some(stream => !stream.isClosed)).toBe(true));
      await act(async () => {
        backend.push(verification);
        // react-query tells its observers in the next task.
        await new Promise(resolve => setTimeout(resolve, 0));
      });
    },
  };
}

function createStorage(chosenLanguage: string): Pick<Storage, 'getItem' | 'setItem'> {
  let chosen = chosenLanguage;
  return {
    getItem: () => chosen,
    setItem: (_, value) => {
      chosen = value;
    },
  };
}
