import type { LoadSdk, WebSdk, WebSdkBuilder } from '../sdk/load-sdk';
import { LoaderRefused } from '../sdk/loader-refused';
import type { GalleryState } from './gallery-state';

/** The loader's shape with an empty frame behind it. */
export function createFixedLoader(frame: GalleryState['frame']): LoadSdk {
  return async () => {
    if (frame === 'blocked') throw new LoaderRefused('The SDK loader could not be fetched');
    return createFixedSdk(frame);
  };
}

function createFixedSdk(frame: GalleryState['frame']): WebSdk {
  return {
    init() {
      let hear: (type: string, payload: unknown) => void = () => undefined;
      let origin = '';
      const builder: WebSdkBuilder = {
        withBaseUrl(url) {
          origin = url;
          return builder;
        },
        withConf: () => builder,
        withOptions: () => builder,
        onMessage(handler) {
          hear = handler;
          return builder;
        },
        build: () => ({
          launch(container) {
            const element = document.createElement('iframe');
            element.className = 'gallery-sdk';
            container.replaceChildren(element);
            if (frame === 'open') hear('idCheck.onInitialized', {});
            if (frame === 'closing') queueMicrotask(() => reload(element, origin));
          },
          destroy: () => undefined,
        }),
      };
      return builder;
    },
  };
}

/** As a frame that has loaded twice: the second time it speaks in another session. */
function reload(frame: HTMLIFrameElement, origin: string): void {
  for (const sessionId of ['first', 'second']) {
    const data = { method: 'idCheck.onReady', sessionId };
    window.dispatchEvent(new MessageEvent('message', { origin, source: frame.contentWindow, data }));
  }
}
