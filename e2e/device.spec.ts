import { expectAccessible, expectReflow } from './axe';
import { expect, test } from './fixtures';
import { chooseIdCard, expectHeading, sdkFrame, upload } from './person';

const instagram =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 390.0.0.0 (iPhone15,2; iOS 18_6; en_US)';

test('a person whose camera is denied is told how to allow it, tests it, and goes on', async ({
  page,
  context,
  stack,
  files,
}) => {
  const origin = stack.appUrl;
  await page.goto('/');
  // Granting something else denies the rest.
  await context.grantPermissions(['notifications'], { origin });
  await page.getByRole('button', { name: 'Start identity check' }).click();
  await expectHeading(page, 'This page may not use your camera');
  await expect(page).toHaveURL(/\/check-device$/);
  await expect(page.getByRole('listitem').first()).toHaveText('Click the icon beside the address.');
  await expectAccessible(page);
  await expectReflow(page);
  await page.reload();
  await expectHeading(page, 'This page may not use your camera');

  await context.grantPermissions(['camera'], { origin });
  await expectHeading(page, 'This device is ready');
  await page.getByRole('button', { name: 'Test my camera' }).click();
  await expectHeading(page, 'Your camera works');
  await expect
    .poll(() =>
      page.getByLabel('Live picture from your camera').evaluate(video => (video as HTMLVideoElement).videoWidth),
    )
    .toBeGreaterThan(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await chooseIdCard(sdkFrame(page));
  await upload(sdkFrame(page), 'Front side', files.front);
});

test('a person inside an app is told to leave it before the check opens, and may stay', async ({ browser, stack }) => {
  const context = await browser.newContext({ baseURL: stack.appUrl, userAgent: instagram, locale: 'en-GB' });
  await context.grantPermissions(['camera', 'clipboard-read', 'clipboard-write'], { origin: stack.appUrl });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: 'Start identity check' }).click();
  await expectHeading(page, 'Open this page in your browser');
  await expect(page.getByText('You are inside Instagram.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect(page.getByText(/^The link is copied/).first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${stack.appUrl}/`);
  await page.getByRole('button', { name: 'Go on anyway' }).click();
  await expect(sdkFrame(page).getByRole('radio', { name: 'ID card' })).toBeVisible();
  await context.close();
});
