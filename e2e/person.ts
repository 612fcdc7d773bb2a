import { expect, type FrameLocator, type Page } from '@playwright/test';
import type { RealFile, RealFiles } from './fixtures';

/** What a person does, step by step, in English. */

export function sdkFrame(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="Identity check by IDnGO"]');
}

export async function startCheck(page: Page): Promise<FrameLocator> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Start identity check' }).click();
  await expect(page).toHaveURL(/\/verify$/);
  const frame = sdkFrame(page);
  await expect(frame.getByRole('radio', { name: 'ID card' })).toBeVisible();
  return frame;
}

export async function chooseIdCard(frame: FrameLocator): Promise<void> {
  await frame.getByRole('radio', { name: 'ID card' }).check({ force: true });
  await frame.getByRole('button', { name: 'Continue', exact: true }).click();
}

export async function upload(frame: FrameLocator, side: string, file: RealFile): Promise<void> {
  await frame.getByLabel(side).setInputFiles(file);
  await expect(frame.getByText(`Received: ${file.name}`)).toBeVisible();
}

export async function takeSelfie(frame: FrameLocator): Promise<void> {
  await frame.getByRole('button', { name: 'Open the camera' }).click();
  await frame.getByRole('button', { name: 'Take a photo' }).click();
  await frame.getByRole('button', { name: 'Use this photo' }).click();
}

/** From the start page to "in review". */
export async function sendEverything(page: Page, files: RealFiles): Promise<void> {
  const frame = await startCheck(page);
  await chooseIdCard(frame);
  await upload(frame, 'Front side', files.front);
  await upload(frame, 'Back side', files.back);
  await frame.getByRole('button', { name: 'Continue', exact: true }).click();
  await takeSelfie(frame);
  await expect(page).toHaveURL(/\/status$/);
  await expectHeading(page, 'We have your documents');
}

export async function expectHeading(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

/** By its own name or whatever else people may type, on a page in any language. */
export async function chooseLanguage(page: Page, name: string): Promise<void> {
  await page.locator('.language-button').click();
  await page.getByRole('combobox').fill(name);
  await page.getByRole('combobox').press('Enter');
}
