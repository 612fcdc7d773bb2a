import { expect, test } from './fixtures';
import { chooseIdCard, chooseLanguage, expectHeading, sdkFrame, startCheck, takeSelfie, upload } from './person';

const startHeadings = {
  en: 'Confirm it’s really you',
  ru: /\p{Script=Cyrillic}/u,
  kk: /[әіңғүұқөһ]/iu,
  ar: /\p{Script=Arabic}/u,
};

for (const [language, heading] of Object.entries(startHeadings)) {
  test(`the start page speaks ${language} and is laid out its way`, async ({ page }) => {
    await page.goto(`/?lang=${language}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
  });
}

test('the frame gets the language of the page', async ({ page }) => {
  await page.goto('/?lang=ar');
  await page.getByRole('main').getByRole('button').click();
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'ar');
});

test('any ISO 639-1 code goes to the frame, while the page falls back to English', async ({ page }) => {
  await page.addInitScript(() => {
    window.addEventListener('message', event => {
      if (event.data?.method === 'idCheck.onReady') sessionStorage.setItem('heard', 'yes');
    });
  });
  await page.goto('/?lang=eo');
  await expectHeading(page, 'Confirm it’s really you');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const asked = page.waitForRequest(request => request.url().includes('/frame/api/applicant'));
  await page.getByRole('button', { name: 'Start identity check' }).click();
  expect(new URL((await asked).url()).searchParams.get('lang')).toBe('eo');
});

test('changing the language in the middle asks first, and loses nothing that was sent', async ({ page, files }) => {
  const frame = await startCheck(page);
  await chooseIdCard(frame);
  await upload(frame, 'Front side', files.front);
  await upload(frame, 'Back side', files.back);
  await chooseLanguage(page, 'Русский');
  await page.getByRole('button', { name: 'Change the language' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('lang', 'ru');
});

test('a restart of the frame never happens by itself', async ({ page, files }) => {
  const frame = await startCheck(page);
  await chooseIdCard(frame);
  await upload(frame, 'Front side', files.front);
  const source = await page.locator('iframe').getAttribute('src');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await expect(frame.getByText(`Received: ${files.front.name}`)).toBeVisible();
  expect(await page.locator('iframe').getAttribute('src')).toBe(source);
  await upload(frame, 'Back side', files.back);
  await frame.getByRole('button', { name: 'Continue', exact: true }).click();
  await takeSelfie(sdkFrame(page));
  await expectHeading(page, 'We have your documents');
});
