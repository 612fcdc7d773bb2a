import { readFileSync } from 'node:fs';
import { toDirection } from '#contract/language';
import { languagesWithoutNames, pageLanguages } from '#contract/page-languages';
import { expect, test } from './fixtures';
import { chooseIdCard, chooseLanguage, expectHeading, sdkFrame, startCheck, takeSelfie, upload } from './person';

function readStartTexts(language: string): Record<string, string> {
  return JSON.parse(readFileSync(`src/app/i18n/locales/start/${language}.json`, 'utf8'));
}

test('the start page speaks each of its languages and is laid out its way', async ({ page }) => {
  for (const language of pageLanguages) {
    await page.goto(`/?lang=${language}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(readStartTexts(language)['start.heading'] ?? '');
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('html')).toHaveAttribute('dir', toDirection(language));
  }
});

test('this browser knows months and countries of each language that brings none of its own', async ({ page }) => {
  const languages = pageLanguages.filter(language => !languagesWithoutNames.includes(language));
  const unknown = await page.evaluate(
    codes =>
      codes.filter(code => {
        const month = new Intl.DateTimeFormat(code, { month: 'long', day: 'numeric' }).format(0);
        const isSupported = Intl.DisplayNames.supportedLocalesOf(code).length > 0;
        return !isSupported || /M0?1/.test(month) || !new Intl.DisplayNames(code, { type: 'region' }).of('DE');
      }),
    languages,
  );
  expect(unknown).toEqual([]);
});

test('each address comes with what its screen says', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', request => asked.push(new URL(request.url()).pathname));
  await page.request.post('/api/session');
  const screens = { '/': 'start', '/check-device': 'device', '/verify': 'check', '/handoff': 'handoff' };
  for (const [path, part] of Object.entries(screens)) {
    asked.length = 0;
    await page.goto(`${path}?lang=kk`);
    await expect(page.locator('h1:not(.loading h1)')).toBeVisible();
    expect(asked.filter(asset => asset.endsWith(`/${part}.json`))).toEqual([]);
    expect(asked).not.toContain('/api/session');
  }
});

test.describe('a text that cannot be fetched', () => {
  test.use({ expectedConsole: /ERR_FAILED/ });

  test('is said in English, on a page that is there', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('language', 'kk'));
    await page.route('**/kk/start.json', route => route.abort());
    await page.goto('/');
    await expectHeading(page, 'Confirm it’s really you');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test('the list of languages is walked and left by the keyboard alone', async ({ page }) => {
  await page.goto('/');
  const button = page.getByRole('button', { name: 'Language: English' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Find a language' })).toBeFocused();
  await page.keyboard.type('kaz');
  await expect(page.getByRole('option')).toHaveText(['Қазақша']);
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await chooseLanguage(page, 'каз');
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
  await expect(page.locator('.language-button')).toBeFocused();
});

test('the frame gets the language of the page', async ({ page }) => {
  await page.goto('/?lang=ar');
  await page.getByRole('button', { name: readStartTexts('ar')['start.begin'] ?? '' }).click();
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

test.describe('where the network goes for a moment', () => {
  test.use({ expectedConsole: /net::ERR_/ });

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
});
