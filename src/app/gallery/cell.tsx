import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { spellFragment } from '#contract/hand-off';
import { createApi } from '../api/http';
import { App } from '../app';
import type { Dependencies } from '../dependencies';
import { createLanguage } from '../i18n/i18n';
import { createTextLoader, readTextSource } from '../i18n/load-texts';
import type { SentState } from '../routes';
import { arrive } from './arrive';
import type { CellView } from './cell-address';
import { createFixedFetch, toConfiguration } from './fixed-answers';
import { createFixedDevice } from './fixed-device';
import { createFixedNotices } from './fixed-notices';
import { createFixedLoader } from './fixed-sdk';
import { createFixedStream } from './fixed-stream';
import type { GalleryState } from './gallery-state';
import type { StoppedClock } from './stopped-clock';

/**
 * The whole app, standing in one state: it is the product itself, and only what it hears from outside is fixed. What is
 * pressed leads nowhere. Resolves when the state is there.
 */
export async function showCell(root: HTMLElement, state: GalleryState, clock: StoppedClock, view: CellView) {
  if (view.scheme) document.documentElement.dataset.scheme = view.scheme;
  if (state.isOffline) Object.defineProperty(navigator, 'onLine', { get: () => false });
  enterHistory(state, view);
  document.addEventListener('click', stayHere, true);

  const texts = readTextSource(document);
  const language = await createLanguage({
    search: '',
    storage: undefined,
    browserLanguages: [view.language],
    root: createRootOf(document.documentElement, view.direction),
    dropFromAddress: () => undefined,
    loadTexts: createTextLoader(texts, (input, init) => window.fetch(input, init)),
    ownLanguages: texts.ownLanguages,
  });
  // As the built page has it until a screen says more.
  document.title = language.getSnapshot().t('product');
  const [path = '/', search = ''] = state.path.split('?');
  createRoot(root).render(
    <Router hook={() => [path, () => undefined]} searchHook={() => search}>
      <App
        dependencies={{
          api: createApi({ fetch: createFixedFetch(state) }),
          configuration: toConfiguration(state),
          createEventSource: () => createFixedStream(state.link ?? 'live'),
          locks: undefined,
          createChannel: undefined,
          notices: createFixedNotices(state.notices),
          openDevice: async () => createFixedDevice(state.device ?? {}),
          loadSdk: createFixedLoader(state.frame ?? 'open'),
          language,
          now: clock.now,
          backendNow: clock.now,
          colorScheme: createFixedScheme(view.scheme),
        }}
      />
    </Router>,
  );
  await arrive(state, language, clock);
}

function createFixedScheme(scheme: CellView['scheme']): Dependencies['colorScheme'] {
  const seen = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return { getSnapshot: () => scheme ?? seen, subscribe: () => () => undefined };
}

function enterHistory({ before }: GalleryState, { language }: CellView): void {
  const sent: SentState = { sent: true, revision: 99, reference: '7K2-94F' };
  const entries = { sent, link: null, 'link-reloaded': { openedLink: true } };
  const fragment = before === 'link' ? spellFragment('only-for-the-gallery-000', language) : '';
  window.history.replaceState(before ? entries[before] : null, '', window.location.search + fragment);
}

function stayHere(event: Event): void {
  if (!(event.target instanceof Element)) return;
  const href = event.target.closest('a')?.getAttribute('href');
  if (href && !href.startsWith('#')) event.preventDefault();
}

/** The document's element, of which the gallery may have the last word about the direction. */
function createRootOf(element: HTMLElement, direction: CellView['direction']): { lang: string; dir: string } {
  return {
    get lang() {
      return element.lang;
    },
    set lang(lang) {
      element.lang = lang;
    },
    get dir() {
      return element.dir;
    },
    set dir(dir) {
      element.dir = direction ?? dir;
    },
  };
}
