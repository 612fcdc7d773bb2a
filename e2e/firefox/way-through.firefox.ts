import { approve, rejectForGood } from '../reviewer';
import { expect, test } from './fixtures';
import { expectHeading, press, sendEverything, waitForText } from './person';

test('a person is verified in Firefox, and sees the approval withdrawn in every tab', async ({
  openTab,
  files,
  reviewer,
}) => {
  const page = await openTab('/');
  await press(page, 'Start identity check');
  await sendEverything(page, files);

  const otherTab = await openTab('/status');
  await expectHeading(otherTab, 'We have your documents');
  await waitForText(otherTab, 'Live.');
  const { applicantId } = await reviewer.newest();
  await reviewer.decide(applicantId, approve);
  for (const tab of [page, otherTab]) await expectHeading(tab, 'You’re verified');
  await reviewer.decide(applicantId, rejectForGood);
  for (const tab of [page, otherTab]) await expectHeading(tab, 'Your verification has changed');

  await page.reload();
  await expectHeading(page, 'Your verification has changed');
  await page.goBack();
  await expectHeading(page, 'Your verification has changed');
});

test('the page keeps within 320 px and turns round for Arabic in Firefox', async ({ openTab }) => {
  for (const [language, direction] of [
    ['kk', 'ltr'],
    ['ar', 'rtl'],
    ['zh', 'ltr'],
  ] as const) {
    const page = await openTab(`/?lang=${language}`);
    await page.setViewport({ width: 320, height: 640 });
    await page.waitForSelector('h1:not(.loading h1)');
    const seen = await page.evaluate(() => ({
      direction: document.documentElement.dir,
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    expect({ language, ...seen }).toEqual({ language, direction, overflow: 0 });
    await page.close();
  }
});
