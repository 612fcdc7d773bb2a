import { chromium, devices } from '@playwright/test';
import * as v from 'valibot';
import { outboxSchema } from '#sandbox/control/outbox-contract';
import { expect, type Page, type RealFiles, test } from './fixtures';
import { chooseIdCard, expectHeading, startCheck, takeSelfie, upload } from './person';
import { callApi, launchSdk, mintToken, type SdkHost } from './sdk-host';

const level = 'address-kyc-level';
let people = 0;

/** Somebody of whom only the film of the face and the proof of address are missing. */
async function createPersonWithoutFilm(sandboxUrl: string, files: RealFiles) {
  people += 1;
  const externalUserId = `film-${Date.now()}-${people}`;
  const fixedInfo = { firstName: 'Aigerim', lastName: 'Example', dob: '1990-01-01', country: 'KAZ' };
  const created = await callApi(sandboxUrl, 'POST', `/resources/applicants?levelName=${level}`, {
    externalUserId,
    fixedInfo,
  });
  const { id } = created as { id: string };
  const form = new FormData();
  form.set('metadata', JSON.stringify({ idDocType: 'PASSPORT', country: 'KAZ' }));
  form.set('content', new Blob([new Uint8Array(files.front.buffer)], { type: files.front.mimeType }), 'passport.jpg');
  await callApi(sandboxUrl, 'POST', `/resources/applicants/${id}/info/idDoc`, form);
  return { externalUserId, applicantId: id, token: await mintToken(sandboxUrl, externalUserId, level) };
}

async function readStep(sandboxUrl: string, applicantId: string, idDocSetType: string) {
  const response = await fetch(`${sandboxUrl}/panel/api/applicants/${applicantId}`);
  const { steps } = (await response.json()) as {
    steps: { idDocSetType: string; state: string; images: { imageId: string; mediaType: string; bytes: number }[] }[];
  };
  return steps.find(step => step.idDocSetType === idDocSetType);
}

async function recordFilm({ frame }: SdkHost) {
  await frame.getByRole('button', { name: 'Open the camera' }).click();
  await frame.getByRole('button', { name: 'Start recording' }).click();
  await expect(frame.getByLabel('The video you recorded')).toBeVisible();
}

test('a film of the face is recorded, shown, recorded again, and taken', async ({ page, stack, files }) => {
  const { applicantId, token } = await createPersonWithoutFilm(stack.sandboxUrl, files);
  const host = await launchSdk(page, stack.sandboxUrl, token);
  await expect(host.frame.getByText('The camera records a video of 3 seconds')).toBeVisible();
  await expect(host.frame.getByLabel('Video of your face')).toHaveCount(0);
  await recordFilm(host);
  const film = host.frame.getByLabel('The video you recorded');
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0);
  await host.frame.getByRole('button', { name: 'Record again' }).click();
  await host.frame.getByRole('button', { name: 'Start recording' }).click();
  await host.frame.getByRole('button', { name: 'Use this video' }).click();

  await expect(host.frame.getByRole('radio', { name: 'Utility bill' })).toBeVisible();
  const heard = await host.events();
  expect(heard.find(({ type }) => type === 'idCheck.onStepCompleted')?.payload).toMatchObject({
    idDocSetType: 'SELFIE',
  });
  const step = await readStep(stack.sandboxUrl, applicantId, 'SELFIE');
  expect(step).toMatchObject({ state: 'received', images: [{ mediaType: 'video/webm' }] });
  expect(step?.images[0]?.bytes).toBeGreaterThan(1000);
});

test('a film is a document, too', async ({ page, stack, files }) => {
  const filmed = await createPersonWithoutFilm(stack.sandboxUrl, files);
  const host = await launchSdk(page, stack.sandboxUrl, filmed.token);
  await recordFilm(host);
  await host.frame.getByRole('button', { name: 'Use this video' }).click();
  await host.frame.getByRole('button', { name: 'Continue' }).click();
  const readFilms = async () => (await readStep(stack.sandboxUrl, filmed.applicantId, 'SELFIE'))?.images ?? [];
  await expect.poll(async () => (await readFilms()).length).toBe(1);
  const [image] = await readFilms();
  const film = await (await fetch(`${stack.sandboxUrl}/panel/api/images/${image?.imageId}`)).arrayBuffer();

  const other = await createPersonWithoutFilm(stack.sandboxUrl, files);
  const { frame } = await launchSdk(page, stack.sandboxUrl, other.token, {
    documentDefinitions: { SELFIE: { idDocType: 'SELFIE', country: 'KAZ' } },
  });
  await expect(frame.getByRole('button', { name: 'Open the camera' })).toBeVisible();
  const token = await mintToken(stack.sandboxUrl, `${other.externalUserId}-2`, 'basic-kyc-level');
  const documents = await launchSdk(page, stack.sandboxUrl, token, {
    documentDefinitions: { IDENTITY: { idDocType: 'PASSPORT', country: 'KAZ' } },
  });
  await upload(documents.frame, 'Page with your photo and data', {
    name: 'passport.webm',
    mimeType: 'video/webm',
    buffer: Buffer.from(film),
  });
});

for (const { camera, flags, remedy } of [
  {
    camera: 'denied',
    flags: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream=deny'],
    remedy: 'Allow it in the settings of the browser',
  },
  { camera: 'absent', flags: ['--use-fake-ui-for-media-stream'], remedy: 'No camera was found' },
]) {
  test(`a person whose camera is ${camera} reads what to do, and goes on with a file`, async ({ stack, files }) => {
    const { CHROMIUM_PATH } = process.env;
    const browser = await chromium.launch({
      ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
      args: ['--no-sandbox', '--disable-gpu', ...flags],
    });
    const page = await browser.newPage({ locale: 'en-GB' });
    const { token } = await createPersonWithoutFilm(stack.sandboxUrl, files);
    const { frame } = await launchSdk(page, stack.sandboxUrl, token);
    await frame.getByRole('button', { name: 'Open the camera' }).click();
    await expect(frame.getByRole('alert')).toContainText(remedy);
    await expect(frame.getByRole('alert')).toContainText('You can also upload a file below');
    await expect(frame.getByRole('button', { name: 'Continue on your phone' })).toBeVisible();
    await upload(frame, 'Video of your face', files.portrait);
    await frame.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(frame.getByRole('radio', { name: 'Utility bill' })).toBeVisible();
    await browser.close();
  });
}

test('a check begun on a computer is finished on a phone, and the computer follows', async ({
  page,
  browser,
  files,
}) => {
  const frame = await startCheck(page);
  await chooseIdCard(frame);
  await upload(frame, 'Front side', files.front);
  await frame.getByRole('button', { name: 'Continue on your phone' }).click();
  await expect(frame.getByRole('img', { name: 'QR code' })).toBeVisible();
  const link = (await frame.getByRole('link').getAttribute('href')) ?? '';
  expect(new URL(link).pathname).toMatch(/^\/websdk\/p\/[\w-]{32}$/);

  const context = await browser.newContext({ ...devices['Pixel 7'], locale: 'en-GB', permissions: ['camera'] });
  const phone = await context.newPage();
  const addresses: string[] = [];
  phone.on('request', request => addresses.push(request.url()));
  await phone.goto(link);
  const there = phone.frameLocator('iframe[title="Identity check"]');
  await expect(there.getByText('Received', { exact: true })).toBeVisible();
  await expect(there.getByRole('button', { name: 'Continue on your phone' })).toHaveCount(0);
  await upload(there, 'Back side', files.back);
  await there.getByRole('button', { name: 'Continue' }).click();
  await expect(phone.getByRole('status')).toContainText('return to the device where you began');

  await expect(frame.getByText('Done on your phone')).toBeVisible();
  await expect(frame.getByRole('button', { name: 'Open the camera' })).toBeVisible();

  await takeSelfie(there);
  await expect(there.getByRole('heading', { name: 'Your documents are being checked' }).first()).toBeVisible();
  expect(addresses.filter(address => address.includes('_act-'))).toEqual([]);
  await expect(page).toHaveURL(/\/status$/);
  await expectHeading(page, 'We have your documents');
  await context.close();
});

test('a link to the phone is sent by e-mail, copied, and found in the outbox', async ({
  page,
  context,
  reviewer,
  stack,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const frame = await startCheck(page);
  await chooseIdCard(frame);
  const { externalUserId } = await reviewer.newest();
  await frame.getByRole('button', { name: 'Continue on your phone' }).click();
  await frame.getByRole('tab', { name: 'QR code' }).press('End');
  await frame.getByLabel('E-mail that you read on your phone').fill('aigerim@example.kz');
  await frame.getByRole('button', { name: 'Send the link' }).click();
  await expect(frame.getByText('The link was sent to aigerim@example.kz')).toBeVisible();
  const outbox = await fetch(`${stack.sandboxUrl}/panel/api/outbox?externalUserId=${externalUserId}`);
  const [mail] = v.parse(outboxSchema, await outbox.json()).items;
  expect(mail).toMatchObject({ kind: 'link', channel: 'email', to: 'aigerim@example.kz', lang: 'en' });

  await frame.getByRole('tab', { name: 'E-mail' }).press('Home');
  await frame.getByRole('button', { name: 'Copy the link' }).click();
  await expect(frame.getByText('The link is copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(mail?.link);
  await frame.getByRole('button', { name: 'Stay on this device' }).click();
  await expect(frame.getByLabel('Front side')).toBeAttached();
});

test.describe('a link that nobody made', () => {
  test.use({ expectedConsole: /404/ });

  test('says that it has expired', async ({ page, stack }) => {
    await page.goto(`${stack.sandboxUrl}/websdk/p/${'x'.repeat(32)}`);
    await expect(page.getByRole('heading', { name: 'This link has expired' })).toBeVisible();
  });
});

test('an upload that is turned down at once, and one that is only warned of', async ({
  page,
  files,
  reviewer,
  stack,
}) => {
  const frame = await startCheck(page);
  await chooseIdCard(frame);
  const { applicantId } = await reviewer.newest();
  const provoke = (tags: object) =>
    fetch(`${stack.sandboxUrl}/panel/api/applicants/${applicantId}/fast-fail`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(tags),
    });
  await provoke({ errors: ['screenRecapture'] });
  await frame.getByLabel('Front side').setInputFiles(files.front);
  await expect(frame.getByRole('alert')).toContainText('This is a picture of a screen');
  await expect(frame.getByText('Not accepted: front.jpg')).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await frame.getByRole('button', { name: 'Choose another', exact: true }).click();
  await provoke({ warnings: ['documentTooMuchOutside'] });
  await (await chooser).setFiles(files.front);
  await expect(frame.getByRole('alert')).toContainText('A part of the document may be outside the picture');
  await upload(frame, 'Back side', files.back);
  await expect(frame.getByRole('button', { name: 'Continue', exact: true })).toBeDisabled();
  await frame.getByRole('button', { name: 'Use it anyway' }).click();
  await expect(frame.getByText('A part of the document')).toHaveCount(0);
  await frame.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(frame.getByRole('button', { name: 'Open the camera' })).toBeVisible();
});

test.describe('while the server is down', () => {
  test.use({ expectedConsole: /503|Failed to load resource/ });

  const fail = (page: Page) => page.route('**/frame/api/**', route => route.fulfill({ status: 503, body: '' }));

  test('nothing that was chosen is lost, and a pop-up keeps the focus until it is answered', async ({
    page,
    files,
  }) => {
    const frame = await startCheck(page);
    await chooseIdCard(frame);
    await upload(frame, 'Front side', files.front);
    await fail(page);
    await frame.getByLabel('Back side').setInputFiles(files.back);
    await expect(frame.getByText('Not sent: back.png')).toBeVisible();
    await page.unrouteAll();
    await frame.getByRole('button', { name: 'Try again' }).click();
    await expect(frame.getByText('Received: back.png')).toBeVisible();

    await fail(page);
    await frame.getByRole('button', { name: 'Continue', exact: true }).click();
    const popup = frame.getByRole('alertdialog', { name: 'This could not be done' });
    await expect(popup).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Try again' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(popup.getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.unrouteAll();
    await page.keyboard.press('Enter');
    await expect(frame.getByRole('button', { name: 'Open the camera' })).toBeVisible();
  });
});

test('the host defines a document, and says which it takes of a country and with how many sides', async ({
  page,
  stack,
  files,
}) => {
  const token = await mintToken(stack.sandboxUrl, `defined-${Date.now()}`, 'basic-kyc-level');
  const documentsByCountries = {
    KAZ: {
      ID_CARD: { supported: false, doubleSided: true },
      PASSPORT: { supported: true, doubleSided: true },
    },
  };
  const { frame } = await launchSdk(page, stack.sandboxUrl, token, { documentsByCountries, country: 'KAZ' });
  await expect(frame.getByRole('radio', { name: 'Driving licence' })).toBeVisible();
  await expect(frame.getByRole('radio', { name: 'ID card' })).toHaveCount(0);

  const defined = {
    documentDefinitions: { IDENTITY: { idDocType: 'PASSPORT', country: 'KAZ' } },
    documentsByCountries,
  };
  const host = await launchSdk(page, stack.sandboxUrl, token, defined);
  await upload(host.frame, 'Front side', files.front);
  await upload(host.frame, 'Back side', files.back);
  await host.frame.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(host.frame.getByRole('button', { name: 'Open the camera' })).toBeVisible();
});
