import { findViolations } from './find-violations';
import { expect, test } from './fixtures';
import {
  expectPicture,
  findFaults,
  findLosses,
  setScheme,
  showState,
  spaceText,
  stateGroups,
  watchRequests,
} from './gallery';

const phone = { width: 360, height: 740 };
const narrow = { width: 320, height: 640 };
/** A window of 1280 by 1024 at 400 %. */
const zoomed = { width: 320, height: 256 };

// Half as large: the pictures are about where things stand and what colour they have.
test.use({ viewport: phone, timezoneId: 'Asia/Almaty', deviceScaleFactor: 0.5 });

test.describe.configure({ timeout: 600_000 });

for (const { title, states } of stateGroups) {
  test(`${title}: every state is sound in light and dark, narrow, spaced and zoomed`, async ({ page }) => {
    const foreign = watchRequests(page);
    const found: string[] = [];
    for (const name of Object.keys(states)) {
      const note = (where: string, faults: string[]) =>
        found.push(...faults.map(fault => `${name}, ${where}: ${fault}`));
      await showState(page, name, 'scheme=light');
      await expectPicture(page, `en-${name}`);
      note('at all', await findFaults(page));
      note('light', await findViolations(page));
      await setScheme(page, 'dark');
      note('dark', await findViolations(page, 'colours'));
      await page.setViewportSize(narrow);
      note('320 px', await findLosses(page));
      await spaceText(page, true);
      note('spaced', await findLosses(page));
      await page.setViewportSize(zoomed);
      note('spaced and zoomed', await findLosses(page));
      await spaceText(page, false);
      note('zoomed', await findLosses(page));
      await page.setViewportSize(phone);
    }
    expect(found).toEqual([]);
    expect(foreign).toEqual([]);
  });
}

test('with forced colours nothing is told by colour alone', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const name of ['start-first-visit', 'in-review', 'verified-masked', 'action-needed-five', 'changed-contact']) {
    await showState(page, name, 'scheme=light');
    await expectPicture(page, `forced-${name}`);
    expect(await findViolations(page)).toEqual([]);
  }
});

test('printed, a state is in ink on white with its time and reference, and nothing to press', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await showState(page, 'in-review', 'scheme=dark');
  await expect(page.locator('button:visible, .skip:visible')).toHaveCount(0);
  for (const text of ['We have your documents', /Last updated/, 'Reference 7K2-94F']) {
    await expect(page.getByText(text)).toBeVisible();
  }
  await expectPicture(page, 'print-in-review');
});

test('a wide window holds the same column', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const name of ['start-first-visit', 'verify-open', 'in-review', 'action-needed-five', 'not-verified']) {
    await showState(page, name, 'scheme=dark');
    await expectPicture(page, `wide-${name}`);
  }
});

test('the wall shows what is chosen, and each cell leads to its state', async ({ page }) => {
  const foreign = watchRequests(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/gallery?group=Verified');
  const frame = page.frameLocator('iframe').first();
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('You’re verified');
  await page.getByRole('radio', { name: 'Both' }).check();
  await expect(page.getByRole('status')).toHaveText(/^\d+ cells$/);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ar');
  await expect(frame.locator('html[dir=rtl]')).toBeAttached();
  expect(await findViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await findViolations(page, 'colours')).toEqual([]);
  await page.setViewportSize(narrow);
  expect(await findLosses(page)).toEqual([]);
  await page.reload();
  await page.getByRole('link', { name: 'Verified, what was read in full' }).first().click();
  await expect(page).toHaveURL(/\/gallery\/verified-in-full\?lang=ar&scheme=light$/);
  await expect(page.locator('html[data-cell=shown]')).toBeAttached();
  expect(foreign).toEqual([]);
});

test('what is pressed in a state leads nowhere and asks nobody', async ({ page }) => {
  const foreign = watchRequests(page);
  await showState(page, 'verified-in-full');
  await page.getByRole('link', { name: 'Continue' }).click();
  await page.getByRole('link', { name: 'Help' }).click();
  await expect(page.getByText('0123456789')).toBeVisible();
  await showState(page, 'in-review');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your documents');
  expect(foreign).toEqual([]);
});

test.describe('the browser itself', () => {
  test.use({ expectedConsole: /Content Security Policy|Fetch API cannot load/ });

  test('lets a gallery page ask the backend nothing', async ({ page }) => {
    await showState(page, 'in-review');
    const outcome = await page.evaluate(() => fetch('/api/session').then(String, () => 'refused'));
    expect(outcome).toBe('refused');
  });
});
