import { expect, test } from './fixtures';
import { expectHeading, press, sendEverything, waitForText } from './person';

test('a person who began in one Firefox goes on in another, and the first follows to the end', async ({
  openTab,
  otherDevice,
  files,
}) => {
  const computer = await openTab('/handoff');
  await press(computer, 'Show the code');
  const link = await computer.waitForSelector('.copied-link');
  const { pathname, hash } = new URL((await link?.evaluate(element => element.textContent)) ?? '');
  expect(hash).toMatch(/^#[\w-]{24}\.en$/);

  const phone = await openTab(pathname + hash, otherDevice);
  await expectHeading(phone, 'Continue on this phone?');
  expect(new URL(phone.url()).hash).toBe('');
  await waitForText(phone, 'Firefox on');
  await expectHeading(computer, 'Continue on your phone');
  await press(phone, 'Continue');
  await expectHeading(computer, 'Your phone is connected');
  await waitForText(computer, 'Firefox on');

  await sendEverything(phone, files);
  await waitForText(phone, 'go back to your computer');
  await expectHeading(computer, 'We have your documents');
  expect(new URL(computer.url()).pathname).toBe('/status');
});
