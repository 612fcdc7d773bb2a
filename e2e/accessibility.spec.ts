import type { Locator } from '@playwright/test';
import type { ApplicantDetail, Verdict } from '#sandbox/control/panel-contract';
import { expectAccessible, expectReflow } from './axe';
import { expect, type RealFile, test } from './fixtures';
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
  await reviewer.decide(applicantId, badSelfie(steps));
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

test('the whole way can be walked with the keyboard alone', async ({ page, files, reviewer }) => {
  const { keyboard } = page;
  const frame = sdkFrame(page);
  const hasFocus = (target: Locator) =>
    target.evaluate(element => element === element.ownerDocument.activeElement && element.ownerDocument.hasFocus());
  /** As somebody does who has no mouse: from where the focus is, forward to `target`. */
  const tabTo = async (target: Locator) => {
    await expect(target).toBeEnabled();
    for (let presses = 0; presses < 30; presses += 1) {
      if (await hasFocus(target)) return;
      await keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  const press = async (target: Locator, key = 'Enter') => {
    await tabTo(target);
    await keyboard.press(key);
  };
  const send = async (side: string, file: RealFile) => {
    const chooser = page.waitForEvent('filechooser');
    await press(frame.getByLabel(side));
    await (await chooser).setFiles(file);
    await expect(frame.getByText(`Received: ${file.name}`)).toBeVisible();
  };
  const takePhoto = async () => {
    await press(frame.getByRole('button', { name: 'Open the camera' }));
    await press(frame.getByRole('button', { name: 'Take a photo' }), 'Space');
    await press(frame.getByRole('button', { name: 'Use this photo' }));
    await expectHeading(page, 'We have your documents');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  };

  await page.goto('/');
  await expectHeading(page, 'Confirm it’s really you');
  await press(page.getByRole('button', { name: 'Start identity check' }));
  await tabTo(frame.getByRole('radio', { name: 'Passport' }));
  await keyboard.press('ArrowDown');
  await expect(frame.getByRole('radio', { name: 'ID card' })).toBeChecked();
  await press(frame.getByRole('button', { name: 'Continue', exact: true }));
  await send('Front side', files.front);
  await send('Back side', files.back);
  await press(frame.getByRole('button', { name: 'Continue', exact: true }));
  await takePhoto();

  const { applicantId, steps } = await reviewer.newest();
  await reviewer.decide(applicantId, badSelfie(steps));
  await expectHeading(page, 'We need 1 new photo');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await press(page.getByRole('button', { name: 'Take a new photo' }));
  await press(frame.getByRole('button', { name: 'Send again' }));
  await takePhoto();
  await reviewer.decide(applicantId, approve);
  await expectHeading(page, 'You’re verified');
  await press(page.getByRole('button', { name: 'Show' }));
  await expect(page.getByText('••••').first()).toBeVisible();
});

function badSelfie(steps: ApplicantDetail['steps']): Verdict {
  return {
    reviewAnswer: 'RED',
    reviewRejectType: 'RETRY',
    rejectLabels: ['LOW_QUALITY'],
    images: { [steps[1]?.images[0]?.imageId ?? '']: { rejectLabels: ['BAD_SELFIE'] } },
  };
}
