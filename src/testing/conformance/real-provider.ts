import { listenForWebhooks } from './listen-for-webhooks';
import { createProvider, type Provider } from './provider';

type Variables = Record<string, string | undefined>;

/** How to find a provider that is not the sandbox; undefined where nobody points to one. Throws where half is said. */
export interface RealProviderSettings {
  baseUrl: string;
  appToken: string;
  secretKey: string;
  levelName: string;
  otherLevelName?: string | undefined;
  actionLevelName?: string | undefined;
  webhooks?: { port: number; secret: string } | undefined;
}

export function readRealProvider(variables: Variables): RealProviderSettings | undefined {
  const read = (name: string) => variables[`CONFORMANCE_${name}`] || undefined;
  const [baseUrl, appToken, secretKey] = [read('BASE_URL'), read('APP_TOKEN'), read('SECRET_KEY')];
  if (!baseUrl && !appToken && !secretKey) return undefined;
  if (!baseUrl || !appToken || !secretKey) {
    throw new Error('CONFORMANCE_BASE_URL, CONFORMANCE_APP_TOKEN and CONFORMANCE_SECRET_KEY are needed together');
  }
  const [port, secret] = [read('WEBHOOK_PORT'), read('WEBHOOK_SECRET')];
  return {
    ...{ baseUrl, appToken, secretKey },
    levelName: read('LEVEL_NAME') ?? 'basic-kyc-level',
    otherLevelName: read('OTHER_LEVEL_NAME'),
    actionLevelName: read('ACTION_LEVEL_NAME'),
    webhooks: port && secret ? { port: Number(port), secret } : undefined,
  };
}

export async function openRealProvider(
  settings: RealProviderSettings,
): Promise<{ provider: Provider; close(): Promise<void> }> {
  const { webhooks, ...facts } = settings;
  const listener = webhooks && (await listenForWebhooks(webhooks));
  const provider = createProvider({ ...facts, webhooks: listener, fetch: globalThis.fetch, now: Date.now });
  return { provider, close: async () => listener?.close() };
}
