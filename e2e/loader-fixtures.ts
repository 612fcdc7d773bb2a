import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { FrameLocator } from '@playwright/test';
import { findFreePort } from '#dev/find-free-port';
import type { TokenShape } from '#sandbox/api/token-shapes';
import { sandboxCredentials } from '#sandbox/credentials';
import { test as base, expect, type Page } from './fixtures';
import type { HeardEvent, Launch } from './loader-host/host';
import { serveLoaderHost } from './loader-host/serve-loader-host';
import { expectedAddress, generationOf, type Loader } from './loaders';

/** The sandbox alone, as built, and a page of another site that embeds its frame. */
export interface LoaderBench {
  sandboxPort: number;
  hostPort: number;
  /** Where tokens say the frame is. */
  publicUrl: string;
  mint(person: string, shape?: TokenShape): Promise<string>;
  panel(path: string, body: object): Promise<Response>;
}

export interface Opening extends Partial<Omit<Launch, 'module' | 'format' | 'token'>> {
  loader: Loader;
  shape?: TokenShape;
  /** The name under which the frame's origin is reached; the host's page is then on the other one. */
  site?: 'localhost' | '127.0.0.1';
  /** The token has ended before the loader gets it, and the next one is spelled like this. */
  endedAndRenewedAs?: TokenShape;
}

export interface OpenedLoader {
  person: string;
  frame: FrameLocator;
  generation: 1 | 2;
  renewals(): number;
  events(): Promise<HeardEvent[]>;
  /** Names without `idCheck.`, of those that are not about the height. */
  eventNames(): Promise<string[]>;
  messageNames(): Promise<string[]>;
  call(method: string, ...values: unknown[]): Promise<void>;
  /** The frame reloads itself; its session is in the name of its window. */
  reload(as: 'same session' | 'another session'): Promise<void>;
  /** Ends the person's tokens. */
  expire(): Promise<void>;
  /** Whether the host has no token when the frame asks for one. */
  refuseTokens(refuses: boolean): void;
}

/** What the host hears of a launch that leads to a step. */
export const launchNames = {
  1: ['onReady', 'onApplicantLoaded', 'onInitialized', 'onStepInitiated'],
  2: ['onReady', 'onApplicantLoaded', 'onInitialized', 'onStepInitiated', 'onVerificationProgressChanged'],
} as const;

interface LoaderFixtures {
  open(opening: Opening): Promise<OpenedLoader>;
}

export const test = base.extend<LoaderFixtures, { bench: LoaderBench }>({
  bench: [
    async ({}, use) => {
      const host = await serveLoaderHost();
      const dataDir = mkdtempSync(join(tmpdir(), 'portico-loaders-'));
      const sandboxPort = await findFreePort();
      const publicUrl = `http://127.0.0.1:${sandboxPort}`;
      const sandbox = await startSandbox({
        SANDBOX_PORT: String(sandboxPort),
        SANDBOX_PUBLIC_URL: publicUrl,
        SANDBOX_DATA_DIR: dataDir,
        SANDBOX_WEBHOOK_URL: `http://127.0.0.1:${host.port}/webhooks`,
      });
      const panel = (path: string, body: object) => postJson(`${publicUrl}/panel/api/${path}`, body);
      await use({
        sandboxPort,
        hostPort: host.port,
        publicUrl,
        panel,
        async mint(person, shape = 'opaque') {
          await panel('access-tokens/shape', { shape });
          return mintToken(publicUrl, person);
        },
      });
      sandbox.kill('SIGTERM');
      await once(sandbox, 'exit');
      await host.close();
      rmSync(dataDir, { recursive: true });
    },
    { scope: 'worker' },
  ],

  // A token that has ended is answered 401, and the browser says so; React praises its tools.
  expectedConsole: async ({}, use) => use(/401 \(Unauthorized\)|React DevTools/),
  // High enough for every screen of the frame, so that nothing moves under the pointer.
  viewport: { width: 600, height: 2400 },
  // Without it every page would wait for the whole stack, which plays no part here.
  baseURL: async ({ bench }, use) => use(`http://localhost:${bench.hostPort}`),

  open: async ({ page, bench }, use) => {
    let renewToken = (): Promise<string> => Promise.reject(new Error('Nothing was launched'));
    await page.exposeFunction('renewToken', () => renewToken());
    await use(async opening => {
      const { loader, shape = 'opaque', site = 'localhost', api = loader.apis[0] ?? 'init' } = opening;
      const { conf, options, isStrict, endedAndRenewedAs } = opening;
      const person = `person-${randomUUID()}`;
      const token = await bench.mint(person, shape);
      const expire = async () => {
        await bench.panel('access-tokens/expire', { externalUserId: person });
      };
      if (endedAndRenewedAs) await expire();
      let renewals = 0;
      let refusesTokens = false;
      renewToken = () => {
        renewals += 1;
        return refusesTokens
          ? Promise.reject(new Error('The host is out of tokens'))
          : bench.mint(person, endedAndRenewedAs ?? shape);
      };
      const baseUrl = 'baseUrl' in opening ? opening.baseUrl : `http://${site}:${bench.sandboxPort}`;
      const hostName = site === 'localhost' ? '127.0.0.1' : 'localhost';
      await page.goto(`http://${hostName}:${bench.hostPort}/`);
      const { module, format } = loader;
      await page.evaluate(launch => window.host.launch(launch), {
        ...{ module, format, api, token, baseUrl },
        ...(conf && { conf }),
        ...(options && { options }),
        ...(isStrict && { isStrict }),
      } as Launch);
      const generation = generationOf(loader, token, conf?.version as number | undefined);
      if (!endedAndRenewedAs)
        await expectAddress(page, opening, { token, generation, base: baseUrl ?? bench.publicUrl, bench });
      const frame = page.frameLocator('#container iframe');
      await expect(frame.locator('[data-screen]')).toBeVisible();
      const events = () => page.evaluate(() => window.host.events);
      const eventNames = async () => withoutResize((await events()).map(({ type }) => type));
      // The host is another process, and hears of what the frame shows when it comes to it.
      if (!endedAndRenewedAs) await expect.poll(eventNames).toEqual(launchNames[generation]);
      return {
        person,
        frame,
        generation,
        renewals: () => renewals,
        events,
        eventNames,
        messageNames: async () =>
          withoutResize(await page.evaluate(() => window.host.messages.map(({ method }) => String(method)))),
        call: (method, ...values) =>
          page.evaluate(given => window.host.call(given.method, ...given.values), { method, values }),
        async reload(as) {
          const reloading = page.frames().find(one => one.parentFrame());
          const loaded = page.waitForEvent('framenavigated', one => one === reloading);
          await reloading?.evaluate(isAnother => {
            if (isAnother) window.name = '';
            location.reload();
          }, as === 'another session');
          await loaded;
        },
        expire,
        refuseTokens(refuses) {
          refusesTokens = refuses;
        },
      };
    });
  },
});

function withoutResize(methods: string[]): string[] {
  return methods.map(method => method.replace('idCheck.', '')).filter(name => name !== 'onResize');
}

async function expectAddress(
  page: Page,
  { loader, shape = 'opaque' }: Opening,
  { token, generation, base, bench }: { token: string; generation: 1 | 2; base: string; bench: LoaderBench },
) {
  const iframe = page.locator('#container iframe');
  await expect(iframe).toHaveAttribute('allow', loader.allow);
  const address = new URL((await iframe.getAttribute('src')) ?? '');
  const tokenUrl = shape.startsWith('jwt') ? bench.publicUrl : undefined;
  expect(address.origin + address.pathname).toBe(expectedAddress(loader, generation, base, tokenUrl));
  const hasTokenAsId = loader.frameId === 'token' || (loader.frameId !== 'random' && generation === 2);
  if (hasTokenAsId) expect(address.search).toBe(`?_=id_${btoa(token)}`);
  else expect(address.search).toMatch(/^\?_=id_\d+$/);
}

async function startSandbox(environment: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['dist/sandbox/main.js'], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error('The sandbox ended instead of answering');
    const answered = await fetch(`${environment.SANDBOX_PUBLIC_URL}/`).catch(() => undefined);
    if (answered?.ok) return child;
    await delay(50);
  }
}

async function mintToken(publicUrl: string, person: string): Promise<string> {
  const path = `/resources/accessTokens?userId=${person}&levelName=basic-kyc-level&ttlInSecs=600`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', sandboxCredentials.secretKey).update(`${timestamp}POST${path}`).digest('hex');
  const response = await fetch(publicUrl + path, {
    method: 'POST',
    headers: {
      'X-App-Token': sandboxCredentials.appToken,
      'X-App-Access-Ts': timestamp,
      'X-App-Access-Sig': signature,
    },
  });
  const { token } = (await response.json()) as { token: string };
  return token;
}

async function postJson(url: string, body: object): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response;
}

export { expect };
