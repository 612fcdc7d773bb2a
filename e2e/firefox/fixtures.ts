import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { type Stack, startStack } from '#dev/stack';
import { createReviewer, type Reviewer } from '../reviewer';

interface TestFixtures {
  /** Private to the test, with a fake camera. */
  visitor: BrowserContext;
  /** Another device of the same person: nothing is shared with the first but what the server knows. */
  otherDevice: BrowserContext;
  openTab: (path: string, where?: BrowserContext) => Promise<Page>;
  /** What the browser's console may say in this test; everything else fails it. */
  expectedConsole: RegExp | undefined;
  reviewer: Reviewer;
}

interface WorkerFixtures {
  /** What the person has told Firefox about cameras. */
  camera: 'allowed' | 'denied';
  stack: Stack;
  firefox: Browser;
  /** Paths of pictures a person could send. */
  files: { front: string; back: string; portrait: string };
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  camera: ['allowed', { scope: 'worker', option: true }],

  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner wants a pattern here.
    async ({}, use) => {
      const stack = await startStack({});
      await use(stack);
      await stack.close();
    },
    { scope: 'worker' },
  ],

  firefox: [
    async ({ camera }, use) => {
      const firefox = await puppeteer.launch({
        browser: 'firefox',
        executablePath: process.env.FIREFOX_PATH ?? '',
        headless: true,
        extraPrefsFirefox: {
          'media.navigator.streams.fake': true,
          ...(camera === 'allowed'
            ? { 'media.navigator.permission.disabled': true }
            : { 'permissions.default.camera': 2 }),
          'intl.accept_languages': 'en-GB',
        },
      });
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker' },
  ],

  files: [
    async ({ firefox }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'portico-files-'));
      const page = await firefox.newPage();
      const draw = async (name: string, text: string) => {
        await page.setContent(`<body style="background:#cfe3ee;font:40px sans-serif;padding:60px">${text}</body>`);
        const path = join(folder, name);
        writeFileSync(path, await page.screenshot({ type: 'png' }));
        return path;
      };
      const front = await draw('front.png', 'KAZAKHSTAN<br>ID CARD 012345678');
      const back = await draw('back.png', 'ID&lt;&lt;KAZ&lt;012345678');
      const portrait = await draw('portrait.png', '(a face)');
      await page.close();
      await use({ front, back, portrait });
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],

  visitor: async ({ firefox }, use) => {
    const context = await firefox.createBrowserContext();
    await use(context);
    await context.close();
  },

  otherDevice: async ({ firefox }, use) => {
    const context = await firefox.createBrowserContext();
    await use(context);
    await context.close();
  },

  expectedConsole: [undefined, { option: true }],

  openTab: async ({ visitor, stack, expectedConsole }, use) => {
    const heard: string[] = [];
    await use(async (path, where = visitor) => {
      const page = await where.newPage();
      page.on('console', message => heard.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', error => heard.push(`uncaught: ${String(error)}`));
      await page.setViewport({ width: 390, height: 844 });
      await page.goto(`${stack.appUrl}${path}`);
      return page;
    });
    expect(heard.filter(line => !expectedConsole?.test(line))).toEqual([]);
  },

  reviewer: async ({ stack }, use) => use(createReviewer(stack.sandboxUrl)),
});

export { expect, type Page };
