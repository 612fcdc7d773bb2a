import { type BrowserContext, test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import { type Stack, startStack } from '#dev/stack';
import { createReviewer, type Reviewer } from './reviewer';

export interface RealFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export interface RealFiles {
  front: RealFile;
  back: RealFile;
  betterBack: RealFile;
  portrait: RealFile;
}

interface TestFixtures {
  /** What the browser's console may say in this test; everything else fails it. */
  expectedConsole: RegExp | undefined;
  quietConsole: undefined;
  reviewer: Reviewer;
}

interface WorkerFixtures {
  /** Which level people are checked at. */
  levelName: string;
  /** A file that moves the clock or sets faults names a stack of its own, so as to leave the others' alone. */
  stackName: string;
  stack: Stack;
  files: RealFiles;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  levelName: ['basic-kyc-level', { scope: 'worker', option: true }],
  stackName: ['shared', { scope: 'worker', option: true }],
  stack: [
    async ({ levelName }, use) => {
      const stack = await startStack({ IDNGO_LEVEL_NAME: levelName });
      await use(stack);
      await stack.close();
    },
    { scope: 'worker' },
  ],

  files: [
    async ({ browser }, use) => {
      const page = await browser.newPage({ viewport: { width: 640, height: 400 } });
      const draw = (text: string, colour: string) =>
        page.setContent(`<body style="background:${colour};font:40px sans-serif;padding:60px">${text}</body>`);
      await draw('KAZAKHSTAN<br>ID CARD 012345678', '#cfe3ee');
      const front = await page.screenshot({ type: 'jpeg', quality: 80 });
      await draw('ID&lt;&lt;KAZ&lt;012345678', '#d9ecd2');
      const back = await page.screenshot({ type: 'png' });
      await draw('ID&lt;&lt;KAZ&lt;012345678, sharp', '#eef6ea');
      const betterBack = await page.pdf();
      await draw('(a face)', '#f2ddcc');
      const portrait = await page.screenshot({ type: 'jpeg', quality: 80 });
      await page.close();
      await use({
        front: { name: 'front.jpg', mimeType: 'image/jpeg', buffer: front },
        back: { name: 'back.png', mimeType: 'image/png', buffer: back },
        betterBack: { name: 'back.pdf', mimeType: 'application/pdf', buffer: betterBack },
        portrait: { name: 'face.jpeg', mimeType: 'image/jpeg', buffer: portrait },
      });
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ stack }, use) => use(stack.appUrl),
  reviewer: async ({ stack }, use) => use(createReviewer(stack.sandboxUrl)),

  expectedConsole: [undefined, { option: true }],
  quietConsole: [
    async ({ context, expectedConsole }, use) => {
      const heard = listenToConsole(context);
      await use(undefined);
      expect(heard.filter(line => !expectedConsole?.test(line))).toEqual([]);
    },
    { auto: true },
  ],
});

function listenToConsole(context: BrowserContext): string[] {
  const heard: string[] = [];
  context.on('console', (message: ConsoleMessage) => heard.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', error => heard.push(`uncaught: ${error.error().message}`));
  return heard;
}

export type { Page };
export { expect };
