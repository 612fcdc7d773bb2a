import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { observeFrame } from './observe-frame';
import { chooseIdCard, expectHeading, startCheck, upload } from './person';

// Nothing is granted beforehand and nobody answers for the person: they block the camera when the browser asks.
test.use({
  // biome-ignore lint/correctness/noEmptyPattern: the runner wants a pattern here.
  permissions: async ({}, use) => use(undefined),
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: launchOptions.args?.filter(arg => !arg.startsWith('--use-fake-ui')) ?? [] }),
});

test('a camera that is denied inside the frame is told there, and a file or the phone leads on', async ({
  page,
  files,
}) => {
  const { launches, place } = observeFrame(page);
  const frame = await startCheck(page);
  await chooseIdCard(frame);
  await upload(frame, 'Front side', files.front);
  await upload(frame, 'Back side', files.back);
  await frame.getByRole('button', { name: 'Continue', exact: true }).click();
  const openCamera = frame.getByRole('button', { name: 'Open the camera' });
  await expect(openCamera).toBeVisible();
  const before = await place();
  const denial = frame.getByRole('alert').filter({ hasText: 'The browser does not allow the camera.' });
  await openCamera.click();
  await expect(denial).toContainText('You can also upload a file below');
  await openCamera.click();
  await expect(denial).toHaveCount(1);
  expect(await place()).toEqual(before);
  expect(launches).toHaveLength(1);
  await expectAccessible(page);

  await page.getByText('Is the check stuck?').click();
  await page.getByRole('main').getByRole('button', { name: 'Use another device' }).click();
  await expectHeading(page, 'Continue on your phone');
  await page.goBack();
  await expect(openCamera).toBeVisible();
  await openCamera.click();
  await expect(denial).toBeVisible();
  await upload(frame, 'Photo of your face', files.portrait);
  await frame.getByRole('button', { name: 'Continue', exact: true }).click();
  await expectHeading(page, 'We have your documents');
});
