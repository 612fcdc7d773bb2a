import type { ThemeTexts } from '#contract/theme-texts';
import { readWebSdkEvent, type WebSdkConfig, type WebSdkEvent } from '#idngo/web-sdk';
import { toDictionary } from '#theming/to-dictionary';
import { watchFrame } from './frame-signs';
import { watchLaunch } from './launch-watch';
import type { WebSdk, WebSdkInstance } from './load-sdk';
import type { SdkFailure } from './sdk-failure';
import { createTokenRenewal } from './token-renewal';

/**
 * `slow`: still loading after ten seconds. A frame that is `kept` behind a failure goes on where it was, with all that
 * was typed in it, as soon as the cause is gone.
 */
export type SdkSessionState =
  | { is: 'loading' }
  | { is: 'slow' }
  | { is: 'ready' }
  | { is: 'failed'; failure: SdkFailure; frame: 'kept' | 'gone' };

const mostReloads = 3;

export interface SdkSessionOptions {
  loadSdk: () => Promise<WebSdk>;
  /** Bare origin of the frame. */
  origin: string;
  createAccessToken: () => Promise<string>;
  /** What the theme says instead of the SDK's own texts. */
  readTexts?: () => Promise<ThemeTexts>;
  config: WebSdkConfig;
  frameTitle: string;
  container: HTMLElement;
  onEvent: (event: WebSdkEvent) => void;
  /** Says in a word why there is no token or no loader. */
  toFailure: (cause: unknown) => SdkFailure;
  isVisible: () => boolean;
}

export interface SdkSession {
  getSnapshot: () => SdkSessionState;
  subscribe: (listener: () => void) => () => void;
  /** Goes on with the frame that there is, where that can be; otherwise the same as `relaunch`. */
  tryAgain: () => void;
  /** Ends the present frame and starts another with a new token. */
  relaunch: () => void;
  setFrameTitle: (title: string) => void;
  /** In place where the loader can and the theme has no texts, which only a launch brings; otherwise by a relaunch. */
  setLanguage: (language: string) => void;
  /** In place where the loader can, otherwise with the next launch. */
  setTheme: (theme: 'light' | 'dark') => void;
  /** Whether a change of language would cost the person what is typed in the frame. */
  restartsForLanguage: () => boolean;
  destroy: () => void;
}

/**
 * Keeps one frame of the SDK alive.
 *
 * 1. Every launch is a new instance with a new token: a destroyed instance would send its first token again.
 * 2. A frame says nothing when it cannot load, so silence is a failure. One that comes late is shown all the same.
 * 3. A frame that reloads itself speaks with another `sessionId`, which the loader ignores: it is launched anew.
 * 4. Each "invalid token" asks for a renewal, two may come at once: there is one request at a time, with a limit. While
 *    it fails the frame is covered and kept waiting.
 *
 * The token is handed to the loader and kept nowhere.
 */
export function createSdkSession(options: SdkSessionOptions): SdkSession {
  const { origin, container } = options;
  const listeners = new Set<() => void>();
  let { config, frameTitle } = options;
  let texts: ThemeTexts = {};
  let state: SdkSessionState = { is: 'loading' };
  let instance: WebSdkInstance | undefined;
  let launches = 0;
  let reloads = 0;
  let ended = false;
  let hasDrawn = false;
  let hasHeight = false;
  let endWatch: () => void = () => undefined;

  const setState = (next: SdkSessionState) => {
    if (ended || (next.is === state.is && next.is !== 'failed')) return;
    state = next;
    for (const listener of listeners) listener();
  };

  const stop = () => {
    endWatch();
    renewal.abandon();
    instance?.destroy();
    instance = undefined;
    hasDrawn = false;
    hasHeight = false;
  };

  const fail = (failure: SdkFailure, frame: 'kept' | 'gone') => {
    endWatch();
    if (frame === 'gone') {
      launches += 1; // what is still being fetched for this launch comes too late
      stop();
    }
    setState({ is: 'failed', failure, frame });
  };

  const show = () => {
    endWatch();
    hasDrawn = true;
    if (!renewal.isWaiting()) setState({ is: 'ready' });
  };

  const renewal = createTokenRenewal({
    createAccessToken: options.createAccessToken,
    onRenewed: () => hasDrawn && setState({ is: 'ready' }),
    onRefused(cause) {
      const failure = options.toFailure(cause);
      // What is on the screen of somebody who has left is nobody else's business.
      fail(failure, failure.is === 'session-ended' ? 'gone' : 'kept');
    },
  });

  const watch = watchFrame(container, origin, {
    onReloaded() {
      reloads += 1;
      if (reloads > mostReloads) fail({ is: 'keeps-closing' }, 'gone');
      else void start();
    },
    onForbidden: () => fail({ is: 'blocked' }, 'gone'),
    onRestored: () => instance && !watch.isAlive() && void start(),
    onOnline: () => state.is === 'failed' && state.failure.is === 'unreachable' && tryAgain(),
  });

  const giveUpWaiting = () => {
    if (hasHeight) show();
    else if (watch.isSpeechless()) fail({ is: 'blocked' }, 'gone');
    else fail({ is: 'silent' }, 'kept');
  };

  const start = async () => {
    launches += 1;
    const launch = launches;
    const isCurrent = () => !ended && launch === launches;
    stop();
    setState({ is: 'loading' });
    // React's StrictMode destroys the first of two sessions at once: that one must not ask for a token.
    await Promise.resolve();
    if (!isCurrent()) return;
    endWatch = watchLaunch({
      isVisible: options.isVisible,
      onSlow: () => setState({ is: 'slow' }),
      onSilent: giveUpWaiting,
    });
    try {
      const [sdk, token, said] = await Promise.all([options.loadSdk(), renewal.fetch(), options.readTexts?.()]);
      if (!isCurrent()) return;
      texts = said ?? {};
      instance = build(sdk, token, isCurrent);
      instance.launch(container);
      watch.launched();
      applyFrameTitle();
    } catch (cause) {
      if (isCurrent()) fail(options.toFailure(cause), 'gone');
    }
  };

  const build = (sdk: WebSdk, token: string, isCurrent: () => boolean) =>
    sdk
      .init(token, () => renewal.renew())
      .withBaseUrl(origin)
      .withConf(withTexts(config, texts))
      .withOptions({ adaptIframeHeight: true, addViewportTag: false })
      .onMessage((type, payload) => isCurrent() && hear(readWebSdkEvent(type, payload)))
      .build();

  const hear = (event: WebSdkEvent) => {
    if (event.name === 'onInitialized' || event.name === 'onStepInitiated') show();
    if (event.name === 'onResize') hasHeight = true;
    if (event.name === 'onStepCompleted' || event.name === 'onDocumentAdded') reloads = 0;
    options.onEvent(event);
  };

  const applyFrameTitle = () => {
    const frame = container.querySelector('iframe');
    if (frame) frame.title = frameTitle;
  };

  const relaunch = () => {
    reloads = 0;
    void start();
  };

  const tryAgain = () => {
    if (!renewal.isWaiting() || !hasDrawn) return relaunch();
    setState({ is: 'loading' });
    renewal.retry();
  };

  void start();

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tryAgain,
    relaunch,
    setFrameTitle(title) {
      frameTitle = title;
      applyFrameTitle();
    },
    setLanguage(language) {
      if (language === config.lang) return;
      config = { ...config, lang: language };
      // A launch that has no instance yet, and one that failed, will take the language with it.
      if (!instance) return;
      if (hasDrawn && instance.setLanguage && !hasTexts(texts)) instance.setLanguage(language);
      else void start();
    },
    setTheme(theme) {
      if (theme === config.theme) return;
      config = { ...config, theme };
      if (hasDrawn) instance?.setTheme?.(theme);
    },
    restartsForLanguage: () =>
      hasDrawn && instance !== undefined && (instance.setLanguage === undefined || hasTexts(texts)),
    destroy() {
      ended = true;
      watch.end();
      stop();
      listeners.clear();
    },
  };
}

function hasTexts(texts: ThemeTexts): boolean {
  return Object.keys(texts).length > 0;
}

function withTexts(config: WebSdkConfig, texts: ThemeTexts): WebSdkConfig {
  const said = Object.hasOwn(texts, config.lang ?? '') ? texts[config.lang ?? ''] : undefined;
  return said ? { ...config, i18n: toDictionary(said) } : config;
}
