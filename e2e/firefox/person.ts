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

/** The frame of another origin, once it shows what can be pressed under that name. */
export async function findSdkFrame(page: Page, role = 'radio', name = 'ID card'): Promise<Frame> {
  let frame: Frame | undefined;
  // Asked anew each time: a wait that began in the empty frame may never hear of the document that comes into it.
  await expect
    .poll(async () => {
      frame = page.frames().find(one => one.parentFrame() && one.url().includes('/websdk.html'));
      return frame?.$(`::-p-aria([name="${name}"][role="${role}"])`);
    })
    .toBeTruthy();
  return frame as Frame;
}

export async function upload(frame: Frame, place: number, path: string): Promise<void> {
  const inputs = await frame.$$('input[type="file"]');
  await (inputs[place] as { uploadFile: (path: string) => Promise<void> } | undefined)?.uploadFile(path);
  await waitForText(frame, `Received: ${path.split('/').at(-1)}`);
}

/** Everything of the level but the selfie. */
export async function sendIdCard(frame: Frame, files: { front: string; back: string }): Promise<void> {
  await frame.locator('::-p-aria([name="ID card"][role="radio"])').click();
  await press(frame, 'Continue');
  await frame.waitForSelector('input[type="file"]');
  await upload(frame, 0, files.front);
  await upload(frame, 1, files.back);
  await press(frame, 'Continue');
}

/** From an open frame to "in review". */
export async function sendEverything(page: Page, files: { front: string; back: string }): Promise<void> {
  const frame = await findSdkFrame(page);
  await sendIdCard(frame, files);
  await press(frame, 'Open the camera');
  await press(frame, 'Take a photo');
  await press(frame, 'Use this photo');
  await expectHeading(page, 'We have your documents');
  expect(new URL(page.url()).pathname).toBe('/status');
}
