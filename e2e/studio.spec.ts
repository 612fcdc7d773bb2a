import { findViolations } from './find-violations';
import { expect, type Page, test } from './fixtures';

test.use({ viewport: { width: 1440, height: 900 } });

/** What axe finds on the studio itself; the previews show what a designer makes of them. */
async function judge(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, rules] of [
    ['light', 'all'],
    ['dark', 'colours'],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await findViolations(page, rules)).map(fault => `${where}, ${colorScheme}, ${fault.slice(0, 400)}`));
  }
  return found;
}

test('a designer begins with a look, changes it, takes it back and keeps it, by an interface that axe has nothing against', async ({
  page,
}) => {
  const found: string[] = [];
  await page.goto('/studio?lang=en');
  const welcome = page.getByRole('dialog', { name: 'What do you begin with?' });
  await expect(welcome).toBeVisible();
  found.push(...(await judge(page, 'welcome')));
  await welcome.getByText('Forest', { exact: true }).click();
  await expect(welcome).toBeHidden();

  const accent = page.locator('[data-control="light.accent"]').getByRole('textbox');
  await expect(accent).toHaveValue('#1f6b3a');
  await accent.fill('#7a1f6b');
  await accent.press('Enter');
  const look = page.frameLocator('.stage-frame iframe').locator('html');
  await expect(look).toHaveCSS('--portico-accent', '#7a1f6b');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(look).toHaveCSS('--portico-accent', '#1f6b3a');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(look).toHaveCSS('--portico-accent', '#7a1f6b');

  for (const tab of ['Seeds', 'Elements', 'Rules', 'Texts']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible();
    if (tab === 'Rules') await expect(page.locator('.cm-content')).toBeVisible();
    found.push(...(await judge(page, tab)));
  }
  await page.getByRole('tab', { name: 'History' }).click();
  found.push(...(await judge(page, 'History')));

  for (const dialog of ['Import', 'Share', 'Export', 'Publish']) {
    await page.getByRole('button', { name: dialog, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    found.push(...(await judge(page, dialog)));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('button', { name: dialog, exact: true })).toBeFocused();
  }
  expect(found).toEqual([]);

  await expect(page.getByText(/^In this browser/)).toBeVisible();
  await page.reload();
  await expect(look).toHaveCSS('--portico-accent', '#7a1f6b');
});
