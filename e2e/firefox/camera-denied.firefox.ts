import { expect, test } from './fixtures';
import { expectHeading, findSdkFrame, press, sendIdCard, upload, waitForText } from './person';

test.use({ camera: 'denied' });

test('a person whose Firefox denies the camera is told so before the check and in it, and sends files', async ({
  openTab,
  files,
}) => {
  const page = await openTab('/');
  await press(page, 'Start identity check');
  await expectHeading(page, 'This page may not use your camera');
  expect(new URL(page.url()).pathname).toBe('/check-device');
  await waitForText(page, 'Click the crossed-out camera beside the address.');

  await press(page, 'Send files instead');
  const frame = await findSdkFrame(page);
  await sendIdCard(frame, files);
  await press(frame, 'Open the camera');
  await waitForText(frame, 'The browser does not allow the camera.');
  await waitForText(frame, 'You can also upload a file below');
  await upload(frame, 0, files.portrait);
  await press(frame, 'Continue');
  await expectHeading(page, 'We have your documents');
});
