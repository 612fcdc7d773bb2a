import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** What a person opens on a screen, and what it shows that the preview of the screen does not. */
const openings = [
  { control: '.lang-dropdown-button', shows: '.dropdown-content' },
  { control: '.country-selector .country', shows: '.country-selector .list' },
  { control: '.identity-item-text-button', shows: '.identity-item-text-button.isActive' },
  { control: '.mobile-tabs .tab:nth-child(2)', shows: '.tab-content .phone-input' },
  { control: '.liveness-step .tutorial button.submit', shows: '.media-element' },
];

/** Every screen of the frame by the name under which it can be opened. */
export async function listPreviews(page: Page, sandboxUrl: string): Promise<string[]> {
  await page.goto(`${sandboxUrl}/websdk.html?preview`);
  await expect(page.getByRole('link').first()).toBeVisible();
  return page.getByRole('link').allInnerTexts();
}

export async function openPreview(page: Page, sandboxUrl: string, name: string, look = ''): Promise<void> {
  await page.goto(`${sandboxUrl}/websdk.html?preview=${name}${look}`);
  await expect(page.locator('.iframe2, #loader')).toBeVisible();
}

/** Calls `visit` on every screen as it opens, and again after each thing that can be opened on it. */
export async function walkScreens(page: Page, sandboxUrl: string, visit: (name: string) => Promise<void>) {
  for (const name of await listPreviews(page, sandboxUrl)) {
    await openPreview(page, sandboxUrl, name);
    await visit(name);
    for (const { control, shows } of openings) {
      const opener = page.locator(control).first();
      if (!(await opener.isVisible()) || !(await opener.isEnabled())) continue;
      await opener.click();
      await page.locator(shows).first().waitFor();
      await visit(name);
      await page.keyboard.press('Escape');
    }
  }
}
