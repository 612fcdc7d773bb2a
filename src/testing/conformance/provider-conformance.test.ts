import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandboxCredentials } from '#sandbox/credentials';
import { openTestSandbox, origin, type TestSandbox } from '#sandbox/open-test-sandbox';
import { serveTestSandbox } from '#sandbox/serve-test-sandbox';
import { collectWebhooks } from './listen-for-webhooks';
import { createProvider, type Provider } from './provider';
import { canBeAsked, isInferred, type ProviderPromise } from './provider-promise';
import { providerPromises } from './provider-promises';
import { openRealProvider, readRealProvider } from './real-provider';

const { appToken, secretKey, webhookSecret } = sandboxCredentials;
const facts = {
  ...{ appToken, secretKey },
  ...{ levelName: 'basic-kyc-level', otherLevelName: 'address-kyc-level', actionLevelName: 'basic-action-level' },
};

/** A sandbox whose webhooks come here, without a socket. */
function openSandbox(now?: () => number): { bench: TestSandbox; webhooks: ReturnType<typeof collectWebhooks> } {
  const webhooks = collectWebhooks(webhookSecret);
  const bench = openTestSandbox({
    ...(now ? { now } : {}),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      webhooks.take({ body: Buffer.from(await request.arrayBuffer()), headers: request.headers });
      return new Response('ok');
    },
  });
  return { bench, webhooks };
}

describe('the sandbox', () => {
  let provider: Provider;
  let bench: TestSandbox;
  beforeAll(() => {
    const opened = openSandbox();
    bench = opened.bench;
    const { fetch } = bench.sandbox;
    provider = createProvider({ ...facts, baseUrl: origin, webhooks: opened.webhooks, fetch, now: bench.clock.now });
  });
  afterAll(() => bench.close());

  test.each(providerPromises)('$sentence', async ({ ask }) => {
    await ask(provider);
  });
});

describe('the sandbox over a socket', () => {
  let provider: Provider;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const { bench, webhooks } = openSandbox(Date.now);
    const server = await serveTestSandbox(bench);
    provider = createProvider({ ...facts, baseUrl: server.baseUrl, webhooks, fetch: globalThis.fetch, now: Date.now });
    close = async () => {
      await server.close();
      await bench.close();
    };
  });
  afterAll(() => close());

  test.each(providerPromises)('$sentence', async ({ ask }) => {
    await ask(provider);
  });
});

// Only where somebody points to one, by CONFORMANCE_BASE_URL, CONFORMANCE_APP_TOKEN and CONFORMANCE_SECRET_KEY.
const real = readRealProvider(process.env);
if (real) {
  const { provider, close } = await openRealProvider(real);
  describe(`the provider at ${new URL(real.baseUrl).origin}`, () => {
    afterAll(close);
    test.each(providerPromises.filter(kept => !isInferred(kept) && canBeAsked(kept, provider)))(
      '$sentence',
      async ({ ask }) => {
        await ask(provider);
      },
    );
  });
}

test('asks nothing of anybody but the address it is pointed to', async () => {
  const seen: string[] = [];
  const provider = createProvider({
    ...{ ...facts, baseUrl: 'https://provider.test/', now: () => 0 },
    fetch: async (input, init) => {
      seen.push(`${new URL(String(input)).origin} ${init?.redirect}`);
      return new Response('{}');
    },
  });
  for (const path of ['/resources/status/api', '//elsewhere.test/x', '/@elsewhere.test/x']) {
    await provider.call('GET', path);
  }
  expect(new Set(seen)).toEqual(new Set(['https://provider.test error']));
});

test('finds a provider in the environment, or none, and says what is missing', () => {
  expect(readRealProvider({})).toBeUndefined();
  expect(() => readRealProvider({ CONFORMANCE_BASE_URL: 'https://provider.test' })).toThrow('CONFORMANCE_APP_TOKEN');
  const variables = {
    CONFORMANCE_BASE_URL: 'https://provider.test',
    CONFORMANCE_APP_TOKEN: 'sbx:a.b',
    CONFORMANCE_SECRET_KEY: 'c',
    CONFORMANCE_WEBHOOK_PORT: '4999',
    CONFORMANCE_WEBHOOK_SECRET: 'd',
  };
  expect(readRealProvider(variables)).toMatchObject({
    levelName: 'basic-kyc-level',
    webhooks: { port: 4999, secret: 'd' },
  });
});

test('would notice where a promise is not kept', async () => {
  const answering = (status: number) =>
    createProvider({
      ...{ ...facts, baseUrl: 'https://provider.test', now: () => 0 },
      fetch: async () => Response.json({ token: 'x', userId: 'x', url: 'x', id: 'x', code: status }, { status }),
      webhooks: { secret: 'x', receive: async () => ({ body: Buffer.from('{"type":"x"}'), headers: new Headers() }) },
    });
  const isKept = (kept: ProviderPromise, status: number) =>
    kept.ask(answering(status)).then(
      () => true,
      () => false,
    );
  const untested: string[] = [];
  for (const kept of providerPromises) {
    const outcomes = await Promise.all([200, 401, 404, 409, 500].map(status => isKept(kept, status)));
    if (outcomes.every(Boolean)) untested.push(kept.sentence);
  }
  expect(untested).toEqual(['signs as the documented examples do']);
});

test('asks of others only what is written somewhere, and says each thing once', () => {
  const sentences = providerPromises.map(({ sentence }) => sentence);
  expect(new Set(sentences).size).toBe(sentences.length);
  expect(providerPromises.every(({ evidence }) => evidence.length > 0)).toBe(true);
  expect(providerPromises.filter(isInferred).length).toBeLessThan(providerPromises.length / 4);
});
