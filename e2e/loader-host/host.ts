/** Which of a loader's ways in: the older `Builder`, `init`, or the component of the React package. */
export type LoaderApi = 'builder' | 'init' | 'component';

export interface Launch {
  /** Folder of the package under `/loaders`. */
  module: string;
  format: 'esm' | 'commonjs';
  api: LoaderApi;
  token: string;
  /** Left out: the loader finds the address by itself. */
  baseUrl?: string | undefined;
  conf?: Record<string, unknown>;
  /** The component stands in React's StrictMode. */
  isStrict?: boolean;
  options?: { adaptIframeHeight?: boolean; addViewportTag?: boolean; enableScrollIntoView?: boolean };
}

export interface HeardEvent {
  type: string;
  payload: Record<string, unknown>;
}

export type SentMessage = Record<string, unknown> & { scrollTop: number };

export interface LoaderHost {
  launch(launch: Launch): Promise<void>;
  /** Calls a method of the instance. */
  call(method: string, ...values: unknown[]): void;
  /** The instance's methods among those asked about. */
  methods(names: string[]): string[];
  /** What the loader handed to this page. */
  readonly events: HeardEvent[];
  /** What frames sent to this page, whoever took it, and where the page stood. */
  readonly messages: readonly SentMessage[];
}

declare global {
  interface Window {
    host: LoaderHost;
    /** Put here by the test: a new token, or a rejection. */
    renewToken(): Promise<string>;
  }
}

export type Instance = Record<string, ((...values: unknown[]) => void) | undefined>;
/** Builders of one loader; calls are not chained, for `withOptions` of 1.0.x answers nothing. */
type Builder = Record<string, (...values: unknown[]) => unknown>;
type Sdk = Record<'Builder' | 'init', (...values: unknown[]) => Builder>;

const events: HeardEvent[] = [];
const messages: SentMessage[] = [];
let instance: Instance | undefined;

const hear = (type: string, payload: object) => events.push({ type, payload: { ...payload } });
const hearError = (error: object) => hear('idCheck.onError', error);

// Heard before the loader, which takes the envelope off the message.
window.addEventListener('message', ({ data }) => {
  if (data) messages.push({ ...data, scrollTop: document.querySelector('#page')?.scrollTop });
});

function launchWithBuilder(sdk: Sdk, { token, baseUrl, conf, options = {} }: Launch): Instance {
  const builder = sdk.Builder(baseUrl, 'a-flow');
  builder.withAccessToken?.(token, (answer: (token: string) => void) => void window.renewToken().then(answer));
  builder.withConf?.({ ...conf, onMessage: hear, onError: hearError });
  builder.withOptions?.(options);
  return builder.build?.() as Instance;
}

function launchWithInit(sdk: Sdk, { token, baseUrl, conf, options = {} }: Launch): Instance {
  const builder = sdk.init(token, () => window.renewToken());
  if (baseUrl) builder.withBaseUrl?.(baseUrl);
  builder.withConf?.(conf ?? {});
  builder.withOptions?.(options);
  builder.on?.('idCheck.onError', hearError);
  builder.onMessage?.(hear);
  return builder.build?.() as Instance;
}

/** The package's own bytes, not bundled. */
async function importLoader({ module, format }: Launch): Promise<Sdk> {
  if (format === 'esm') {
    const address = `/loaders/${module}/dist/index.esm.js`;
    return (await import(/* @vite-ignore */ address)).default;
  }
  const commonjs = { exports: {} as { default: Sdk } };
  Object.assign(window, { module: commonjs });
  await new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `/loaders/${module}/dist/index.js`;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  return commonjs.exports.default;
}

window.host = {
  events,
  messages,
  async launch(launch) {
    if (launch.api === 'component') {
      const { mountComponent } = await import('./react-host');
      instance = mountComponent(launch, { onMessage: hear, onError: hearError });
      return;
    }
    const sdk = await importLoader(launch);
    instance = launch.api === 'builder' ? launchWithBuilder(sdk, launch) : launchWithInit(sdk, launch);
    instance.launch?.('#container');
  },
  call: (method, ...values) => instance?.[method]?.(...values),
  methods: names => names.filter(name => instance?.[name] !== undefined),
};
