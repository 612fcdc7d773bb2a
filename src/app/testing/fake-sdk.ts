import type { WebSdkConfig } from '#idngo/web-sdk';
import type { WebSdk, WebSdkBuilder, WebSdkInstance } from '../sdk/load-sdk';

export interface FakeLaunch {
  token: string;
  config: WebSdkConfig | undefined;
  options: unknown;
  frame: HTMLIFrameElement | undefined;
  isDestroyed: boolean;
  say: (type: string, payload?: unknown) => void;
  renewToken: () => Promise<string>;
}

/** The loader's shape without a frame behind it; what it was asked to do is in `launches`. */
export function createFakeSdk(inPlace: Pick<WebSdkInstance, 'setLanguage' | 'setTheme'> = {}) {
  const launches: FakeLaunch[] = [];
  const sdk: WebSdk = {
    init(token, renewToken) {
      let hear: (type: string, payload: unknown) => void = () => undefined;
      const launch: FakeLaunch = {
        token,
        config: undefined,
        options: undefined,
        frame: undefined,
        isDestroyed: false,
        say: (type, payload = {}) => hear(`idCheck.${type}`, payload),
        renewToken,
      };
      const builder: WebSdkBuilder = {
        withBaseUrl: () => builder,
        withConf(config) {
          launch.config = config;
          return builder;
        },
        withOptions(options) {
          launch.options = options;
          return builder;
        },
        onMessage(handler) {
          hear = handler;
          return builder;
        },
        build: () => ({
          launch(container) {
            launch.frame = document.createElement('iframe');
            container.replaceChildren(launch.frame);
            launches.push(launch);
          },
          destroy() {
            launch.isDestroyed = true;
            launch.frame?.remove();
          },
          ...inPlace,
        }),
      };
      return builder;
    },
  };
  return {
    sdk,
    launches,
    alive: () => launches.filter(launch => !launch.isDestroyed),
  };
}
