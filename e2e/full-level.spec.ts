import type { FrameLocator, Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, type RealFiles, test } from './fixtures';
import { expectHeading, sdkFrame, upload } from './person';
import { approve, type Reviewer } from './reviewer';

test.use({ levelName: 'full-kyc-level' });

const next = (frame: FrameLocator) => frame.getByRole('button', { name: 'Continue', exact: true }).click();

async function expectStep(frame: FrameLocator, name: string): Promise<void> {
  await expect(frame.getByRole('heading', { level: 2, name, exact: true }).first()).toBeVisible();
}

async function chooseCountry(frame: FrameLocator, label: string, typed: string, name: string): Promise<void> {
  await frame.getByRole('combobox', { name: label }).click();
  await frame.getByRole('combobox', { name: 'Search for a country' }).fill(typed);
  await frame.getByRole('option', { name, exact: true }).click();
  await expect(frame.getByRole('combobox', { name: label })).toHaveText(new RegExp(name));
}

async function begin(page: Page): Promise<FrameLocator> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Start identity check' }).click();
  return sdkFrame(page);
}

async function proveEmail(frame: FrameLocator, reviewer: Reviewer): Promise<void> {
  const { applicantId } = await reviewer.newest();
  await frame.getByLabel('Code', { exact: true }).fill(await reviewer.code(applicantId));
  await frame.getByRole('button', { name: 'Confirm' }).click();
}

async function answerQuestions(frame: FrameLocator): Promise<void> {
  await frame.getByLabel('Main source of income').selectOption('Salary');
  await frame.getByLabel('Send money').check({ force: true });
  await frame.getByRole('radio', { name: 'No' }).check({ force: true });
  await frame.getByLabel('My answers are true').check({ force: true });
  await next(frame);
}

async function fillInData(frame: FrameLocator): Promise<void> {
  await frame.getByLabel('First name').fill('Aigerim');
  await frame.getByLabel('Last name').fill('Ospanova');
  await frame.getByRole('radio', { name: 'Female' }).check({ force: true });
  await frame.getByLabel('Date of birth').fill('1991-03-08');
  await frame.getByLabel('Place of birth').fill('Almaty');
  await chooseCountry(frame, 'Country of birth', 'kaz', 'Kazakhstan');
  await chooseCountry(frame, 'Citizenship', 'ky', 'Kyrgyzstan');
  await frame.getByLabel('Phone number').fill('8 701 000 00 00');
  await chooseCountry(frame, 'Country of residence', 'KAZ', 'Kazakhstan');
  await frame.getByLabel('Town or city').fill('Almaty');
  await frame.getByLabel('Street').fill('Abai avenue');
  await frame.getByLabel('House number').fill('10');
  await frame.getByLabel('Postcode').fill('050000');
  await frame.getByLabel('Occupation').selectOption('Employed');
  await frame.getByLabel('I live at this address').check({ force: true });
}

async function sendBothSides(frame: FrameLocator, type: string, files: RealFiles): Promise<void> {
  await frame.getByRole('radio', { name: type }).check({ force: true });
  await next(frame);
  await upload(frame, 'Front side', await vary(files, 'front', type));
  await upload(frame, 'Back side', await vary(files, 'back', type));
  await next(frame);
}

/** The same picture is refused for a second document: a text chunk after the end makes another file of it. */
async function vary(files: RealFiles, side: 'front' | 'back', word: string): Promise<RealFiles['front']> {
  const { buffer, ...file } = files[side];
  return { ...file, buffer: Buffer.concat([buffer, Buffer.from(word)]) };
}

test('a person gives everything that a level can ask for, and one form once more', async ({
  page,
  files,
  reviewer,
}) => {
  const frame = await begin(page);
  await expect(frame.getByRole('heading', { name: 'Prove who you are' })).toBeVisible();
  await expect(frame.getByRole('list', { name: 'What you will be asked for' }).getByRole('listitem')).toHaveCount(10);
  await expectAccessible(page);
  await frame.getByLabel('E-mail').fill('aigerim@example.kz');
  await next(frame);

  await expect(frame.getByRole('status').filter({ hasText: 'aigerim@example.kz' })).toBeVisible();
  // At once: half a minute later it would be sent.
  await frame.getByRole('button', { name: 'Send again' }).click();
  await expect(frame.getByRole('alert').filter({ hasText: 'A code was sent a moment ago' })).toBeVisible();
  await expectAccessible(page);
  await frame.getByLabel('Code', { exact: true }).fill('12');
  await frame.getByRole('button', { name: 'Confirm' }).click();
  await expect(frame.getByText('Enter the 6 digits of the code')).toBeVisible();
  await proveEmail(frame, reviewer);

  await expectStep(frame, 'Questions');
  await next(frame);
  await expect(frame.getByRole('alert').filter({ hasText: 'Some answers need your attention' })).toBeVisible();
  await expect(frame.getByLabel('Main source of income')).toBeFocused();
  await expectAccessible(page);
  await answerQuestions(frame);

  await expectStep(frame, 'Personal data');
  await expect(frame.getByLabel('E-mail')).toHaveValue('aigerim@example.kz');
  await fillInData(frame);
  await expectAccessible(page);
  await next(frame);

  await expectStep(frame, 'Identity document');
  await page.reload();
  await expectStep(frame, 'Identity document');
  await sendBothSides(frame, 'ID card', files);
  await expectStep(frame, 'Second identity document');
  await sendBothSides(frame, 'Driving licence', files);
  await sendBothSides(frame, 'Migration card', files);
  await sendBothSides(frame, 'Work permit', files);
  await expectStep(frame, 'Proof of address');
  await next(frame);
  await upload(frame, 'The whole document', files.betterBack);
  await next(frame);
  await expectStep(frame, 'Selfie');
  await recordFilm(frame);
  await expectStep(frame, 'Second selfie');
  await takePhoto(frame);

  await expect(frame.getByRole('heading', { name: 'Check what you are about to send' })).toBeVisible();
  await expect(frame.getByText('Phone number: +77010000000')).toBeVisible();
  await expect(frame.getByText('Citizenship: Kyrgyzstan')).toBeVisible();
  await expect(frame.locator('.review-images img').first()).toBeVisible();
  await expectAccessible(page);
  await frame.getByRole('button', { name: 'Change: Personal data' }).click();
  await expect(frame.getByLabel('Last name')).toHaveValue('Ospanova');
  await frame.getByRole('button', { name: 'Back', exact: true }).click();
  await frame.getByRole('button', { name: 'Send for checking' }).click();
  await expectHeading(page, 'We have your documents');

  const { applicantId } = await reviewer.newest();
  await reviewer.decide(applicantId, {
    reviewAnswer: 'RED',
    reviewRejectType: 'RETRY',
    rejectLabels: ['PROBLEMATIC_APPLICANT_DATA'],
    steps: { APPLICANT_DATA: { moderationComment: 'Write your name as it is in your document.' } },
  });
  await expect(page.getByRole('heading', { level: 1, name: /^We need/ })).toBeVisible();
  await page.goto('/verify');
  await frame.getByRole('button', { name: 'Send again' }).click();
  await expectStep(frame, 'Personal data');
  await expect(frame.getByText('Write your name as it is in your document.')).toBeVisible();
  await expectAccessible(page);
  await frame.getByLabel('Last name').fill('Ospan');
  await next(frame);
  await expectHeading(page, 'We have your documents');
  const { steps } = await reviewer.newest();
  expect(steps.map(({ idDocSetType, state }) => [idDocSetType, state])).toContainEqual(['APPLICANT_DATA', 'received']);
  await reviewer.decide(applicantId, approve);
  await expectHeading(page, 'You’re verified');
});

async function recordFilm(frame: FrameLocator): Promise<void> {
  await frame.getByRole('button', { name: 'Open the camera' }).click();
  await frame.getByRole('button', { name: 'Start recording' }).click();
  await frame.getByRole('button', { name: 'Use this video' }).click();
}

async function takePhoto(frame: FrameLocator): Promise<void> {
  await frame.getByRole('button', { name: 'Open the camera' }).click();
  await frame.getByRole('button', { name: 'Take a photo' }).click();
  await frame.getByRole('button', { name: 'Use this photo' }).click();
}
