import type { WebSdkConfig } from '#idngo/web-sdk';
import { LoaderRefused } from './loader-refused';

/** The loader as published, in the generation of 2.2.1; `setLanguage` and `setTheme` came later. */
export interface WebSdkInstance {
  launch(container: HTMLElement): void;
  destroy(): void;
  setLanguage?(language: string): void;
  setTheme?(theme: 'light' | 'dark'): void;
}

export interface WebSdkBuilder {
  withBaseUrl(url: string): this;
  withConf(config: WebSdkConfig): this;
  withOptions(options: { adaptIframeHeight: boolean; addViewportTag: boolean }): this;
  onMessage(handler: (type: string, payload: unknown) => void): this;
  build(): WebSdkInstance;
}

export interface WebSdk {
  init(accessToken: string, updateAccessToken: () => Promise<string>): WebSdkBuilder;
}

export type LoadSdk = (loaderUrl: string | null) => Promise<WebSdk>;

/**
 * The packaged loader, or IDnGO's own from `loaderUrl`. Nobody says in which form they give it out: a file named like a
 * module is imported, anything else is run as a script with a global, as the family's public one is, each without a
 * word in the console; a module under another name is imported after that.
 */
export const loadSdk: LoadSdk = async loaderUrl => {
  if (loaderUrl === null) return requireSdk((await import('@sumsub/websdk')).default);
  if (!/(\.mjs|\besm\.js)$/.test(new URL(loaderUrl).pathname)) {
    await loadScript(loaderUrl);
    const sdk = readGlobal();
    if (isSdk(sdk)) return sdk;
  }
  const module: unknown = await import(/* @vite-ignore */ loaderUrl).catch(cause => {
    throw new LoaderRefused('The SDK loader could not be imported', { cause });
  });
  return requireSdk(readProperty(module, 'default') ?? readGlobal());
};

function loadScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new LoaderRefused('The SDK loader could not be fetched'));
    };
    document.head.append(script);
  });
}

function readGlobal(): unknown {
  return readProperty(globalThis, 'snsWebSdk') ?? readProperty(globalThis, 'cyberitySdk');
}

function readProperty(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function isSdk(value: unknown): value is WebSdk {
  return typeof readProperty(value, 'init') === 'function';
}

function requireSdk(value: unknown): WebSdk {
  // The packaged module is CommonJS to some bundlers, which puts its default export one level deeper.
  const sdk = isSdk(value) ? value : readProperty(value, 'default');
  if (!isSdk(sdk)) throw new Error('The SDK loader has no init()');
  return sdk;
}
