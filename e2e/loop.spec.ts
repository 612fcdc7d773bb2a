import { expect, test } from './fixtures';
import { chooseIdCard, expectHeading, sdkFrame, sendEverything, startCheck, takeSelfie, upload } from './person';
import { approve, rejectForGood } from './reviewer';

test('a person is verified, and sees the approval withdrawn, in every tab and without touching the page', async ({
  page,
  context,
  files,
  reviewer,
}) => {
  await sendEverything(page, files);
  const otherTab = await context.newPage();
  await otherTab.goto('/status');
  await expectHeading(otherTab, 'We have your documents');
  const { applicantId } = await reviewer.newest();

  await reviewer.decide(applicantId, approve);
  for (const tab of [page, otherTab]) await expectHeading(tab, 'You’re verified');
  await expect(page).toHaveTitle('Verified – Identity check');

  await reviewer.decide(applicantId, rejectForGood);
  for (const tab of [page, otherTab]) await expectHeading(tab, 'Your verification has changed');
  await expect(page.getByRole('alert')).toContainText('Your verification has changed');

  await page.reload();
  await expectHeading(page, 'Your verification has changed');
  await page.goto('/');
  await expectHeading(page, 'Your verification has changed');
  await page.goBack();
  await expectHeading(page, 'Your verification has changed');
  await expect(page.locator('body')).not.toContainText(/You’re verified|FORGERY|never to be seen/);
});

test('a person sends one page again and is verified', async ({ page, files, reviewer }) => {
  await sendEverything(page, files);
  const { applicantId, steps } = await reviewer.newest();
  const back = steps[0]?.images[1];
  await reviewer.decide(applicantId, {
    reviewAnswer: 'RED',
    reviewRejectType: 'RETRY',
    rejectLabels: ['LOW_QUALITY'],
    images: {
      [back?.imageId ?? '']: { rejectLabels: ['LOW_QUALITY'], moderationComment: 'The back of the card is blurred.' },
    },
  });

  await expectHeading(page, 'We need 1 new photo');
  const cards = page.getByRole('main').getByRole('listitem');
  await expect(cards.filter({ hasText: 'ID card, back side' })).toContainText('The back of the card is blurred.');
  await expect(cards.filter({ hasText: 'ID card, front side' })).toContainText('Accepted');
  await expect(cards.filter({ hasText: 'Selfie' })).toContainText('Accepted');

  await page.getByRole('button', { name: 'Take a new photo' }).click();
  const frame = sdkFrame(page);
  await expect(frame.getByText('The back of the card is blurred.')).toBeVisible();
  await frame.getByRole('button', { name: 'Send again' }).click();
  await upload(frame, 'Back side', files.betterBack);
  await frame.getByRole('button', { name: 'Continue', exact: true }).click();

  await expect(page).toHaveURL(/\/status$/);
  await expectHeading(page, 'We have your documents');
  const afterwards = await reviewer.newest();
  expect(afterwards.applicantId).toBe(applicantId);
  expect(afterwards.steps[0]?.images.map(image => image.mediaType)).toEqual(['image/jpeg', 'application/pdf']);
  await reviewer.decide(applicantId, approve);
  await expectHeading(page, 'You’re verified');
});

test('what was read is shown masked, only on demand', async ({ page, files, reviewer }) => {
  await sendEverything(page, files);
  const { applicantId } = await reviewer.newest();
  await reviewer.decide(applicantId, approve);
  await expectHeading(page, 'You’re verified');
  await expect(page.getByText('••••')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('••••').first()).toBeVisible();
  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(page.getByText('••••')).toHaveCount(0);
});

test('on hold and every kind of withdrawal show as what they are', async ({ page, files, reviewer }) => {
  await sendEverything(page, files);
  const { applicantId } = await reviewer.newest();
  await reviewer.act(applicantId, 'hold');
  await expectHeading(page, 'We are taking a closer look');
  await reviewer.decide(applicantId, approve);
  await expectHeading(page, 'You’re verified');
  await reviewer.act(applicantId, 'reset');
  await expectHeading(page, 'Your verification has changed');
  await page.getByRole('button', { name: 'Start the check again' }).click();
  await expect(sdkFrame(page).getByRole('radio', { name: 'ID card' })).toBeVisible();
});

test('a final rejection without an approval before it offers no second try', async ({ page, files, reviewer }) => {
  await sendEverything(page, files);
  const { applicantId } = await reviewer.newest();
  await reviewer.decide(applicantId, rejectForGood);
  await expectHeading(page, 'We could not verify your identity');
  await page.goto('/verify');
  await expect(page).toHaveURL(/\/status$/);
  await expectHeading(page, 'We could not verify your identity');
});

test.describe('with a token that runs out', () => {
  test.use({ expectedConsole: /401 \(Unauthorized\)/ });

  test('a token that runs out in the middle is renewed without a word', async ({ page, files, reviewer }) => {
    const frame = await startCheck(page);
    await chooseIdCard(frame);
    await upload(frame, 'Front side', files.front);
    const { externalUserId } = await reviewer.newest();
    await reviewer.expireTokens(externalUserId);
    await upload(frame, 'Back side', files.back);
    await reviewer.expireTokens(externalUserId);
    await frame.getByRole('button', { name: 'Continue', exact: true }).click();
    await takeSelfie(frame);
    await expectHeading(page, 'We have your documents');
  });
});

test('a reload in the middle loses nothing that was sent', async ({ page, files, reviewer }) => {
  const frame = await startCheck(page);
  await chooseIdCard(frame);
  await upload(frame, 'Front side', files.front);
  await upload(frame, 'Back side', files.back);
  await page.reload();
  await expect(frame.getByRole('button', { name: 'Open the camera' })).toBeVisible();
  await page.goto('/');
  await page
    .getByRole('link', { name: 'Continue where you left off' })
    .or(page.getByRole('button', { name: 'Continue where you left off' }))
    .click();
  await takeSelfie(frame);
  await expectHeading(page, 'We have your documents');
  expect((await reviewer.newest()).steps.map(step => step.images.length)).toEqual([2, 1]);
});

test.describe('with a file that is refused', () => {
  test.use({ expectedConsole: /400 \(Bad Request\)/ });

  test('a file that is not what its name says is refused with words, and the right one accepted', async ({
    page,
    files,
  }) => {
    const frame = await startCheck(page);
    await chooseIdCard(frame);
    const rubbish = { name: 'front.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html>not a picture</html>') };
    await frame.getByLabel('Front side').setInputFiles(rubbish);
    await expect(frame.getByRole('alert')).toContainText('The file is damaged and cannot be opened');
    await upload(frame, 'Front side', files.front);
    await expect(frame.getByRole('alert')).toHaveCount(0);
  });
});
