import { expect } from '@playwright/test';
import type { Frame, Page } from 'puppeteer-core';

/** What a person does in Firefox, in English. */

export async function press(where: Page | Frame, name: string): Promise<void> {
  await where.locator(`::-p-aria([name="${name}"][role="button"])`).click();
}

export async function expectHeading(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.querySelector('h1')?.textContent)).toBe(name);
}

export async function waitForText(where: Page | Frame, text: string): Promise<void> {
  await where.waitForFunction(wanted => document.body.innerText.includes(wanted), {}, text);
}

/** The frame of another origin, once it has drawn its first screen. */
export async function findSdkFrame(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe[title="Identity check by IDnGO"]');
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The page has no frame of the SDK');
  await frame.waitForSelector('::-p-aria([name="ID card"][role="radio"])');
  return frame;
}

export async function upload(frame: Frame, place: number, path: string): Promise<void> {
  const inputs = await frame.$$('input[type="file"]');
  await (inputs[place] as { uploadFile: (path: string) => Promise<void> } | undefined)?.uploadFile(path);
  await waitForText(frame, `Received: ${path.split('/').at(-1)}`);
}
