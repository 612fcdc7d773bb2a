import '@fontsource-variable/golos-text/index.css';
import './ui/base.css';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { configurationSchema } from '#contract/configuration';
import { sessionSchema } from '#contract/session';
import { createBackendClock } from './api/backend-clock';
import { createApi } from './api/http';
import { readEmbedded } from './api/read-embedded';
import { App, preloadScreen } from './app';
import { createLanguage } from './i18n/i18n';
import { createTextLoader, readTextSource } from './i18n/load-texts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const fetch: typeof window.fetch = (input, init) => window.fetch(input, init);
// What the page brought is painted first, and a slow phone does the rest in slices, between which it answers fingers.
await Promise.race([nextPaint(), wait(100)]); // a tab behind another paints nothing
const texts = readTextSource(document);
const language = await createLanguage({
  search: window.location.search,
  storage: readStorage('localStorage'),
  browserLanguages: navigator.languages,
  root: document.documentElement,
  dropFromAddress() {
    const url = new URL(window.location.href);
    url.searchParams.delete('lang');
    window.history.replaceState(window.history.state, '', url);
  },
  loadTexts: createTextLoader(texts, fetch),
  ownLanguages: texts.ownLanguages,
  embedded: texts.embedded,
});

const clock = createBackendClock(Date.now);
const session = readEmbedded(sessionSchema, document.getElementById('session')?.textContent);
clock.hear(readPageDate());
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');

// One that does not come soon, or not at all, is waited for in sight.
await Promise.race([preloadScreen(window.location.pathname, language).catch(() => undefined), wait(1_000)]);
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      <App
        dependencies={{
          api: createApi({ fetch, onDate: clock.hear }),
          configuration: readEmbedded(configurationSchema, document.getElementById('configuration')?.textContent),
          session: session && { answer: session, at: readArrival() },
          createEventSource: url => new EventSource(url),
          openDevice: async () => (await import('./device/open-device')).openDevice(),
          locks: navigator.locks,
          createChannel: window.BroadcastChannel && (name => new BroadcastChannel(name)),
          notices: {
            Notification: window.Notification,
            // Opening it takes its time, and few screens need it.
            get storage() {
              return readStorage('sessionStorage');
            },
          },
          loadSdk: async loaderUrl => (await import('./sdk/load-sdk')).loadSdk(loaderUrl),
          language,
          now: Date.now,
          backendNow: clock.now,
          colorScheme: {
            getSnapshot: () => (prefersDark.matches ? 'dark' : 'light'),
            subscribe(listener) {
              prefersDark.addEventListener('change', listener);
              return () => prefersDark.removeEventListener('change', listener);
            },
          },
        }}
      />
    </StrictMode>,
  ),
);

/** When the page itself arrived, which can be long before its script runs. */
function readArrival(): number {
  const [navigation] = performance.getEntriesByType('navigation');
  return performance.timeOrigin + (navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : 0);
}

function nextPaint(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
}

function wait(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}

/** When the server sent this page; null in browsers that do not tell. */
function readPageDate(): string | null {
  const [page] = performance.getEntriesByType('navigation');
  const timings = page instanceof PerformanceNavigationTiming ? page.serverTiming : undefined;
  const sentAt = timings?.find(({ name }) => name === 'now')?.duration;
  return sentAt ? new Date(sentAt).toISOString() : null;
}

// Where storage is forbidden, already reading the property throws.
function readStorage(name: 'localStorage' | 'sessionStorage'): Storage | undefined {
  try {
    return window[name];
  } catch {
    return undefined;
  }
}
