import { expectAccessible, expectReflow } from './axe';
import { expect, test } from './fixtures';
import { chooseIdCard, expectHeading, sdkFrame, startCheck, takeSelfie, upload } from './person';
import { approve, rejectForGood } from './reviewer';

test('every screen of the flow passes axe and fits 320 px', async ({ page, files, reviewer }) => {
  const check = async () => {
    await expectAccessible(page);
    await expectReflow(page);
  };
  await page.goto('/');
  await expectHeading(page, 'Confirm it’s really you');
  await check();

  const frame = await startCheck(page);
  await check();
  await chooseIdCard(frame);
  await upload(frame, 'Front side', files.front);
  await check();
  await upload(frame, 'Back side', files.back);
  await frame.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(frame.getByRole('button', { name: 'Open the camera' })).toBeVisible();
  await check();

  await page.goto('/status');
  await expectHeading(page, 'Your check is not finished');
  await check();
  await page.goto('/verify');
  await takeSelfie(sdkFrame(page));
  await expectHeading(page, 'We have your documents');
  await check();

  const { applicantId, steps } = await reviewer.newest();
  await reviewer.act(applicantId, 'hold');
  await expectHeading(page, 'We are taking a closer look');
  await check();
  await reviewer.decide(applicantId, {
    reviewAnswer: 'RED',
    reviewRejectType: 'RETRY',
    rejectLabels: ['LOW_QUALITY'],
    images: { [steps[1]?.images[0]?.imageId ?? '']: { rejectLabels: ['BAD_SELFIE'] } },
  });
  await expectHeading(page, 'We need 1 new photo');
  await check();
  await reviewer.decide(applicantId, rejectForGood);
  await expectHeading(page, 'We could not verify your identity');
  await check();
  await reviewer.decide(applicantId, approve);
  await expectHeading(page, 'You’re verified');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('••••').first()).toBeVisible();
  await check();
  await reviewer.decide(applicantId, rejectForGood);
  await expectHeading(page, 'Your verification has changed');
  await check();
  for (const entry of ['expired', 'invalid']) {
    await page.goto(`/?entry=${entry}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/link/);
    await check();
  }
});

test('the whole way can be walked with the keyboard alone', async ({ page, files }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Start identity check' }).focus();
  await page.keyboard.press('Enter');
  const frame = sdkFrame(page);
  await frame.getByRole('radio', { name: 'Passport' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(frame.getByRole('radio', { name: 'ID card' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(frame.getByRole('button', { name: 'Continue', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await upload(frame, 'Front side', files.front);
  await upload(frame, 'Back side', files.back);
  await frame.getByRole('button', { name: 'Continue', exact: true }).focus();
  await page.keyboard.press('Enter');
  await frame.getByRole('button', { name: 'Open the camera' }).focus();
  await page.keyboard.press('Enter');
  await expect(frame.getByRole('button', { name: 'Take a photo' })).toBeEnabled();
  await frame.getByRole('button', { name: 'Take a photo' }).focus();
  await page.keyboard.press('Space');
  await frame.getByRole('button', { name: 'Use this photo' }).focus();
  await page.keyboard.press('Enter');
  await expectHeading(page, 'We have your documents');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});
