import { readFileSync } from 'node:fs';
import { startStack } from '#dev/stack';
import { expect, test } from './fixtures';
import { chooseIdCard, chooseLanguage, upload } from './person';

const loaderUrl = 'https://loader.example/index.esm.js';

test('a loader that can changes language and theme in the frame, without a question and without a restart', async ({
  context,
  files,
}) => {
  const stack = await startStack({ IDNGO_SDK_URL: loaderUrl });
  const body = readFileSync('node_modules/websdk-2.6.3/dist/index.esm.js', 'utf8');
  const headers = { 'access-control-allow-origin': '*' };
  await context.route(loaderUrl, route => route.fulfill({ contentType: 'text/javascript', headers, body }));
  const page = await context.newPage();
  await page.goto(stack.appUrl);
  await page.getByRole('button', { name: 'Start identity check' }).click();
  const frame = page.frameLocator('iframe');
  await chooseIdCard(frame);
  await upload(frame, 'Front side', files.front);
  const source = await page.locator('iframe').getAttribute('src');

  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await chooseLanguage(page, 'Русский');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(frame.getByText(files.front.name)).toBeVisible();
  expect(await page.locator('iframe').getAttribute('src')).toBe(source);
  await page.close();
  await stack.close();
});
