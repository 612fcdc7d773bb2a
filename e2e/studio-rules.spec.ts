import { expect, test } from './fixtures';
import { openStudio } from './studio';

test.use({ viewport: { width: 1440, height: 900 } });

test('rules are written, completed, undone and left by the keyboard alone', async ({ page }) => {
  await openStudio(page, '/studio?screen=upload&lang=en');
  await expect(page.locator('.stage-frame')).toHaveAttribute('data-progress', 'shown');
  const tab = page.getByRole('tab', { name: 'Rules' });
  await tab.press('Enter');
  const editor = page.getByRole('textbox', { name: 'CSS rules' });
  await editor.focus();
  await page.keyboard.type('.upload-it');
  const offered = page.getByRole('option', { name: /^\.upload-item Document/ });
  await expect(offered).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.rules-word')).toContainText('Proved');
  // In the first moment of a list, in which nobody can have seen it, a key is none for it.
  const seenAt = await page.evaluate(() => performance.now());
  await page.waitForFunction(seenAt => performance.now() > seenAt + 75, seenAt);
  await page.keyboard.press('Tab');
  await expect(offered).toBeHidden();
  await page.keyboard.type(' { border-radius: 9px');
  await expect(editor).toHaveText('.upload-item { border-radius: 9px}');
  const item = page.frameLocator('.stage-frame iframe').locator('.upload-item').first();
  await expect(item).toHaveCSS('border-radius', '9px');

  await page.keyboard.press('End');
  await page.keyboard.type(' }');
  await expect(page.getByRole('button', { name: '1 finding' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(editor).toHaveText('.upload-item { border-radius: 9px}');
  await page.keyboard.press('Control+Shift+z');
  await expect(editor).toHaveText('.upload-item { border-radius: 9px} }');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
});
