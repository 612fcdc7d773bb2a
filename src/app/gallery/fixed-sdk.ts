import type { LoadSdk, WebSdk, WebSdkBuilder } from '../sdk/load-sdk';
import { LoaderRefused } from '../sdk/loader-refused';
import type { GalleryState } from './gallery-state';

/** The loader's shape with an empty frame behind it. */
export function createFixedLoader(frame: GalleryState['frame']): LoadSdk {
  return async () => {
    if (frame === 'blocked') throw new LoaderRefused('The SDK loader could not be fetched');
    return createFixedSdk(frame === 'open');
  };
}

function createFixedSdk(isOpen: boolean): WebSdk {
  return {
    init() {
      let hear: (type: string, payload: unknown) => void = () => undefined;
      const builder: WebSdkBuilder = {
        withBaseUrl: () => builder,
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
            if (isOpen) hear('idCheck.onInitialized', {});
          },
          destroy: () => undefined,
        }),
      };
      return builder;
    },
  };
}
