import { expect, type Page } from './fixtures';

/** The studio as somebody who has been there before: past the welcome. */
export async function openStudio(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const welcome = page.getByRole('dialog', { name: 'What do you begin with?' });
  await expect(welcome).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(welcome).toBeHidden();
}
