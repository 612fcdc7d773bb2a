import { readWebSdkEvent, type WebSdkConfig, type WebSdkEvent } from '#idngo/web-sdk';
import type { WebSdk, WebSdkInstance } from './load-sdk';

/** `slow`: still loading after ten seconds. `failed`: nothing was drawn in time, or there is no token. */
export type SdkSessionState = 'loading' | 'slow' | 'ready' | 'failed';

export const slowAfterMs = 10_000;
const tokenTimeoutMs = 15_000;
const mostReloads = 3;

export interface SdkSessionOptions {
  loadSdk: () => Promise<WebSdk>;
  /** Bare origin of the frame. */
  origin: string;
  createAccessToken: () => Promise<string>;
  config: WebSdkConfig;
  frameTitle: string;
  container: HTMLElement;
  onEvent: (event: WebSdkEvent) => void;
  /** The launch or a renewal was refused; the state is `failed`. */
  onFailure: (cause: unknown) => void;
  readyTimeoutMs?: number;
}

export interface SdkSession {
  getSnapshot: () => SdkSessionState;
  subscribe: (listener: () => void) => () => void;
  /** Ends the present frame and starts another with a new token. */
  relaunch: () => void;
  setFrameTitle: (title: string) => void;
  /** In place where the loader can, otherwise by a relaunch. */
  setLanguage: (language: string) => void;
  switchesLanguageInPlace: () => boolean;
  destroy: () => void;
}

/**
 * Keeps one frame of the SDK alive.
 *
 * 1. Every launch is a new instance with a new token: a destroyed instance would send its first token again.
 * 2. A frame says nothing when it cannot load, so silence is a failure after `readyTimeoutMs`.
 * 3. A frame that reloads itself speaks with another `sessionId`, which the loader ignores: it is launched anew.
 * 4. Each "invalid token" asks for a renewal, two may come at once: there is one request at a time, with a limit.
 *
 * The token is handed to the loader and kept nowhere.
 */
export function createSdkSession(options: SdkSessionOptions): SdkSession {
  const { origin, container, readyTimeoutMs = 20_000 } = options;
  const listeners = new Set<() => void>();
  let { config, frameTitle } = options;
  let state: SdkSessionState = 'loading';
  let instance: WebSdkInstance | undefined;
  let launches = 0;
  let reloads = 0;
  let ended = false;
  let frameSessionId: unknown;
  let frameHasHeight = false;
  let timers: ReturnType<typeof setTimeout>[] = [];
  let renewal: Promise<string> | undefined;

  const setState = (next: SdkSessionState) => {
    if (ended || next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };

  const stop = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    instance?.destroy();
    instance = undefined;
    frameSessionId = undefined;
    frameHasHeight = false;
  };

  const fail = () => {
    launches += 1; // what is still being fetched for this launch comes too late
    stop();
    setState('failed');
  };

  const renewAccessToken = () => {
    renewal ??= withTimeout(options.createAccessToken(), tokenTimeoutMs).finally(() => {
      renewal = undefined;
    });
    return renewal;
  };

  const start = async () => {
    launches += 1;
    const launch = launches;
    const isCurrent = () => !ended && launch === launches;
    stop();
    setState('loading');
    // React's StrictMode destroys the first of two sessions at once: that one must not ask for a token.
    await Promise.resolve();
    if (!isCurrent()) return;
    timers = [
      setTimeout(() => state === 'loading' && setState('slow'), slowAfterMs),
      setTimeout(() => {
        if (state === 'ready') return;
        if (frameHasHeight) setState('ready');
        else fail();
      }, readyTimeoutMs),
    ];
    try {
      const [sdk, token] = await Promise.all([options.loadSdk(), renewAccessToken()]);
      if (!isCurrent()) return;
      instance = build(sdk, token, isCurrent);
      instance.launch(container);
      applyFrameTitle();
    } catch (cause) {
      if (!isCurrent()) return;
      fail();
      options.onFailure(cause);
    }
  };

  const build = (sdk: WebSdk, token: string, isCurrent: () => boolean) =>
    sdk
      .init(token, () =>
        renewAccessToken().catch((cause: unknown) => {
          if (isCurrent()) {
            fail();
            options.onFailure(cause);
          }
          throw new Error('No access token', { cause });
        }),
      )
      .withBaseUrl(origin)
      .withConf(config)
      .withOptions({ adaptIframeHeight: true, addViewportTag: false })
      .onMessage((type, payload) => isCurrent() && hear(readWebSdkEvent(type, payload)))
      .build();

  const hear = (event: WebSdkEvent) => {
    if (event.name === 'onInitialized' || event.name === 'onStepInitiated') setState('ready');
    if (event.name === 'onResize') frameHasHeight = true;
    options.onEvent(event);
  };

  const applyFrameTitle = () => {
    const frame = container.querySelector('iframe');
    if (frame) frame.title = frameTitle;
  };

  const onWindowMessage = (event: MessageEvent<unknown>) => {
    const frame = container.querySelector('iframe');
    if (event.origin !== origin || !frame || event.source !== frame.contentWindow) return;
    const message = event.data;
    if (typeof message !== 'object' || message === null) return;
    if (Reflect.get(message, 'method') !== 'idCheck.onReady') return;
    const sessionId: unknown = Reflect.get(message, 'sessionId');
    if (frameSessionId === undefined) {
      frameSessionId = sessionId;
    } else if (sessionId !== frameSessionId) {
      reloads += 1;
      if (reloads > mostReloads) fail();
      else void start();
    }
  };

  // Before the loader's own listener, which deletes `method` and `sessionId` from the message it shares with us.
  window.addEventListener('message', onWindowMessage);
  void start();

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    relaunch() {
      reloads = 0;
      void start();
    },
    setFrameTitle(title) {
      frameTitle = title;
      applyFrameTitle();
    },
    setLanguage(language) {
      if (language === config.lang) return;
      config = { ...config, lang: language };
      if (instance?.setLanguage) instance.setLanguage(language);
      else void start();
    },
    switchesLanguageInPlace: () => instance?.setLanguage !== undefined,
    destroy() {
      ended = true;
      window.removeEventListener('message', onWindowMessage);
      stop();
      listeners.clear();
    },
  };
}

function withTimeout<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer in ${timeoutMs} ms`)), timeoutMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
