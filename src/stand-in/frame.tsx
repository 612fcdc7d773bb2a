import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyCustomCss } from './custom-css';
import { createFrameApi } from './frame-api';
import { FramePage } from './frame-page';
import { createFrameSession } from './frame-session';
import { followWithHostScroll } from './host-scroll';
import { readLoaderAbilities } from './loader-abilities';
import { listMissingApis } from './missing-apis';
import type { PageClock } from './page-clock';
import { createHostChannel } from './protocol';
import { reportBorderRadius } from './report-border-radius';
import { reportHeight } from './report-height';
import { StandalonePage, StandaloneScreen } from './screens/standalone-screen';
import { UnsupportedScreen } from './screens/unsupported-screen';
import { sendFormWithProgress } from './send-form';
import './stock.css';

const clock: PageClock = {
  now: Date.now,
  isVisible: () => document.visibilityState === 'visible',
  onVisible(listener) {
    const changed = () => {
      if (document.visibilityState === 'visible') listener();
    };
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  },
  schedule(call, delayMs) {
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Heights are measured after the callbacks of animation frames, in the same frame. */
function afterLayout(call: () => void) {
  requestAnimationFrame(() => setTimeout(call));
}

function createSessionId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

function start(container: HTMLElement) {
  const search = new URLSearchParams(window.location.search);
  if (search.has('preview')) {
    void import('./preview').then(({ startPreview }) => startPreview(container, search));
    return;
  }
  const root = createRoot(container);
  if (listMissingApis(window).length > 0) {
    root.render(<StandalonePage Card={UnsupportedScreen} />);
    return;
  }
  const channel = createHostChannel(window, createSessionId);
  if (!channel) {
    root.render(<StandalonePage Card={StandaloneScreen} />);
    return;
  }
  let scrollIntoView = true;
  const session = createFrameSession({
    channel,
    clock,
    createApi: tokens => createFrameApi({ fetch: window.fetch.bind(window), sendForm: sendFormWithProgress, tokens }),
    onInit(message) {
      const { uiConf } = message;
      const loader = readLoaderAbilities(message);
      applyCustomCss(document, uiConf);
      scrollIntoView = uiConf?.scrollIntoView ?? true;
      document.documentElement.toggleAttribute('data-fixed-height', !loader.adaptsHeight);
      const measured = loader.adaptsHeight ? document.body : container;
      reportHeight(measured, height => channel.emit('onResize', { height }));
      if (loader.roundsCorners) reportBorderRadius(document, radius => channel.emit('onSetBorderRadius', { radius }));
    },
  });
  followWithHostScroll({
    channel,
    screens: { subscribe: session.subscribe, read: () => session.getSnapshot().screen },
    afterLayout,
    readTop: () => Math.round(document.querySelector('dialog[open] .popup')?.getBoundingClientRect().top ?? 0),
  });
  root.render(
    <StrictMode>
      <FramePage session={session} scrollsIntoView={() => scrollIntoView} />
    </StrictMode>,
  );
}

const container = document.getElementById('frame');
if (!container) throw new Error('frame.html has no element with the id "frame"');
start(container);
