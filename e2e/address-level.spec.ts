import type { FrameLocator } from '@playwright/test';
import { expect, test } from './fixtures';

test.use({ levelName: 'address-kyc-level' });

/** Found by what no language changes. */
const submit = (frame: FrameLocator) => frame.locator('button.submit');
const fileInput = (frame: FrameLocator) => frame.locator('.upload-item input[type=file]');

const looks = [
  { language: 'en', width: 1440, dir: 'ltr' },
  { language: 'ru', width: 360, dir: 'ltr' },
  { language: 'kk', width: 360, dir: 'ltr' },
  { language: 'ar', width: 360, dir: 'rtl' },
] as const;

for (const { language, width, dir } of looks) {
  test(`somebody who reads ${language} goes through forms and documents at ${width} px`, async ({
    page,
    files,
    reviewer,
  }) => {
    await page.setViewportSize({ width, height: 780 });
    await page.goto(`/?lang=${language}`);
    await page.getByRole('main').getByRole('button').first().click();
    const frame = page.frameLocator('iframe');
    await frame.locator('input[name=firstName]').fill('Әйгерім');
    await expect(frame.locator('html')).toHaveAttribute('dir', dir);
    await frame.locator('input[name=lastName]').fill('Оспанова');
    await submit(frame).click();
    await expect(frame.locator('input[name=dob]')).toBeFocused();
    await frame.locator('input[name=dob]').fill('1991-03-08');
    await frame.locator('.country-selector .country').press('K');
    await frame.locator('.country-selector .list input').fill('KAZ');
    await frame.locator('.country-selector .list input').press('Enter');
    await expect(frame.locator('.value-flag').first()).toHaveText('KZ');
    await submit(frame).click();

    await frame.locator('input[type=radio][value=PASSPORT]').check({ force: true });
    await submit(frame).click();
    await fileInput(frame).setInputFiles(files.front);
    await submit(frame).click();
    await expect(frame.locator('.liveness-step')).toBeVisible();
    await submit(frame).click();
    await frame.locator('.controls button.submit').click();
    await frame.locator('.controls button.submit').and(frame.locator(':enabled')).click();
    await expect(frame.locator('input[type=radio][value=UTILITY_BILL]')).toBeVisible();
    await submit(frame).click();
    await fileInput(frame).setInputFiles(files.betterBack);
    await submit(frame).click();

    await expect(frame.locator('.review-data')).toHaveCount(4);
    await expect(frame.locator('.review-data').first()).toContainText('Әйгерім');
    const overflow = await frame.locator('html').evaluate(html => html.scrollWidth - html.clientWidth);
    expect(overflow).toBe(0);
    await submit(frame).click();
    await expect(page).toHaveURL(/\/status/);
    const { steps, review } = await reviewer.newest();
    expect(review.reviewStatus).toBe('pending');
    expect(steps[0]?.values).toEqual({
      firstName: 'Әйгерім',
      lastName: 'Оспанова',
      dob: '1991-03-08',
      country: 'KAZ',
    });
  });
}
