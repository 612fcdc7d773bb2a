import type { Page, Route } from '@playwright/test';
import { expect, test } from './fixtures';
import { observeFrame } from './observe-frame';
import { chooseIdCard, chooseLanguage, expectHeading, sdkFrame, sendEverything, startCheck, upload } from './person';

test.use({
  stackName: 'bad-days',
  expectedConsole: /Failed to load resource|net::ERR_|Content Security Policy/,
});

const framePage = '**/websdk.html*';
const overlay = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name }).click();
}

/** Past the start page, and past the look at the device, which would tell some of it before. */
async function openVerify(page: Page): Promise<void> {
  await page.request.post('/api/session', { headers: { 'sec-fetch-site': 'same-origin' } });
  await page.goto('/verify');
}

test('a frame that is blocked leaves three ways out', async ({ page }) => {
  await page.clock.install();
  await page.route(framePage, route => route.abort('blockedbyclient'));
  await openVerify(page);
  await expect(page.locator('iframe')).toBeAttached();
  await page.clock.runFor(10_000);
  await expect(page.getByRole('main').getByText('This is taking longer than usual')).toBeVisible();
  await page.clock.runFor(10_000);
  await expect(overlay(page, 'Something keeps the check from opening')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: 'Use another device' })).toBeVisible();
  await page.unrouteAll();
  await press(page, 'Try again');
  await expect(sdkFrame(page).getByRole('radio', { name: 'ID card' })).toBeVisible();
});

test('a frame that the policy forbids is told at once', async ({ page }) => {
  await page.route('/verify', async route => {
    const response = await route.fetch();
    const policy = response.headers()['content-security-policy'] ?? '';
    await route.fulfill({
      response,
      headers: {
        ...response.headers(),
        'content-security-policy': policy.replace(/frame-src [^;]+/, "frame-src 'none'"),
      },
    });
  });
  await openVerify(page);
  await expect(overlay(page, 'Something keeps the check from opening')).toBeVisible();
});

test('a frame that stays silent is shown as soon as it comes after all', async ({ page }) => {
  await page.clock.install();
  const held: Route[] = [];
  await page.route(framePage, route => void held.push(route));
  await openVerify(page);
  await expect(page.locator('iframe')).toBeAttached();
  await page.clock.runFor(20_000);
  await expect(overlay(page, 'The check did not open')).toBeVisible();
  await expect.poll(() => held.length).toBe(1);
  await held[0]?.continue();
  await expect(overlay(page, 'The check did not open')).toHaveCount(0);
  await expect(sdkFrame(page).getByRole('radio', { name: 'ID card' })).toBeVisible();
});

test('a token that cannot be renewed, while the provider is down and then for a limit, costs nothing', async ({
  page,
  files,
  reviewer,
}) => {
  const { launches } = observeFrame(page);
  const frame = await startCheck(page);
  await chooseIdCard(frame);
  await upload(frame, 'Front side', files.front);

  const { externalUserId } = await reviewer.newest();
  await reviewer.call('faults', {
    target: 'api',
    fault: { name: 'too-many-requests', retryAfterSeconds: 120 },
    times: null,
    only: { pathPrefix: '/resources/accessTokens' },
  });
  await reviewer.expireTokens(externalUserId);
  await frame.getByLabel('Back side').setInputFiles(files.back);
  await expect(overlay(page, 'The checking service is not available')).toBeFocused();
  await expect(page.getByText(/Try again after \d\d:\d\d/)).toBeVisible();
  await expect(page.getByText('What you have typed is still there.')).toBeVisible();

  await reviewer.call('faults/clear', {});
  await page.route('**/api/access-token', route =>
    route.fulfill({
      status: 429,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '60' },
      json: { type: 'about:blank', title: '', status: 429, code: 'rate-limited', requestId: 'r' },
    }),
  );
  await press(page, 'Try again');
  await expect(overlay(page, 'Too many tries')).toBeVisible();
  await page.unrouteAll();
  await press(page, 'Try again');
  await expect(frame.getByText('Received: back.png')).toBeVisible();
  await expect(page.locator('.sdk-overlay')).toHaveCount(0);
  expect(launches).toHaveLength(1);
});

test('a connection that goes in the middle of an upload neither moves nor restarts the frame', async ({
  page,
  context,
  files,
}) => {
  const { launches, place } = observeFrame(page);
  const frame = await startCheck(page);
  await chooseIdCard(frame);
  await upload(frame, 'Front side', files.front);
  const before = await place();
  await context.setOffline(true);
  await frame.getByLabel('Back side').setInputFiles(files.back);
  await expect(page.getByRole('main').getByText('You’re offline. The check stays open')).toBeVisible();
  await expect(frame.getByText('Not sent: back.png')).toBeVisible();
  expect(await place()).toEqual(before);
  await context.setOffline(false);
  await expect(page.getByText('You can leave and come back.')).toBeVisible();
  await frame.getByRole('button', { name: 'Try again' }).click();
  await expect(frame.getByText('Received: back.png')).toBeVisible();
  expect(await place()).toEqual(before);

  await chooseLanguage(page, 'Русский');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await place()).toEqual(before);
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(frame.getByText('Received: back.png')).toBeVisible();
  expect(launches).toHaveLength(1);
});

test('a frame that the phone has thrown out, and a tab that was killed, go on where the person was', async ({
  page,
  context,
  files,
}) => {
  const { launches } = observeFrame(page);
  const frame = await startCheck(page);
  await chooseIdCard(frame);
  await upload(frame, 'Front side', files.front);
  await upload(frame, 'Back side', files.back);
  await page
    .frames()
    .find(one => one.parentFrame())
    ?.evaluate(() => {
      window.name = '';
      location.reload();
    });
  await expect.poll(() => launches.length).toBe(3); // the reload itself, and the launch that makes up for it
  await expect(frame.getByRole('button', { name: 'Open the camera' })).toBeVisible();

  const crashed = page.waitForEvent('crash');
  const devtools = await context.newCDPSession(page);
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  const again = await context.newPage();
  await again.goto('/verify');
  await expect(sdkFrame(again).getByRole('button', { name: 'Open the camera' })).toBeVisible();
  const kept = await again.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  expect(kept).toEqual([]);
});

test('a session that ends in the frame says so in its place, and how to go on', async ({
  page,
  context,
  files,
  reviewer,
}) => {
  const frame = await startCheck(page);
  await chooseIdCard(frame);
  const { externalUserId } = await reviewer.newest();
  await context.clearCookies();
  await reviewer.expireTokens(externalUserId);
  await frame.getByLabel('Front side').setInputFiles(files.front);
  await expectHeading(page, 'Your session has ended');
  await expect(page).toHaveURL(/\/verify$/);
  await expect(page.locator('iframe')).toHaveCount(0);
  await press(page, 'Start identity check');
  await expectHeading(page, 'Confirm it’s really you');
});

test('a screen that could not be fetched at once comes with its look at the second try', async ({ page }) => {
  await page.goto('/');
  await page.route('**/assets/verify-page*', route => route.abort());
  await press(page, 'Start identity check');
  await expect(page.getByRole('alert').filter({ hasText: 'We can’t reach our service' })).toBeVisible();
  await page.unrouteAll();
  await press(page, 'Start identity check');
  await expect(sdkFrame(page).getByRole('radio', { name: 'ID card' })).toBeVisible();
  await expect(page.locator('.sdk')).toHaveCSS('display', 'grid');
});

test('an operator’s reset is told to the person who waits, and leads to a check that asks for everything anew', async ({
  page,
  files,
  reviewer,
}) => {
  await sendEverything(page, files);
  const { applicantId } = await reviewer.newest();
  await reviewer.act(applicantId, 'hold');
  await expectHeading(page, 'We are taking a closer look');
  await reviewer.act(applicantId, 'reset');
  await expectHeading(page, 'Please start your check again');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Please start your check again' })).toBeAttached();
  await expect(page.getByText('What you sent before no longer counts')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('What you have sent is kept');
  await page.reload();
  await expectHeading(page, 'Please start your check again');
  await press(page, 'Start identity check');
  await expect(sdkFrame(page).getByRole('radio', { name: 'ID card' })).toBeVisible();
  expect((await reviewer.newest()).steps.flatMap(step => step.images)).toEqual([]);
  await page.goBack();
  await expectHeading(page, 'Please start your check again');
});
