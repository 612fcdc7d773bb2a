import { countStreams } from '../count-streams';
import { readSeen, recordHeadings } from '../record-headings';
import { approve, rejectForGood } from '../reviewer';
import { expect, type Page, test } from './fixtures';
import { expectHeading, press, sendEverything, waitForText } from './person';

// Firefox takes a stream that is refused, or breaks, for a mistake of the page.
test.use({ expectedConsole: /establish a connection|connection to .* was interrupted/ });

/** Answers requests for that path with `status` until it is told to stop, as a proxy that lets no stream through. */
async function refuse(page: Page, path: string, status: number): Promise<() => void> {
  let isRefused = true;
  await page.setRequestInterception(true);
  page.on('request', request => {
    if (isRefused && new URL(request.url()).pathname === path) void request.respond({ status });
    else void request.continue();
  });
  return () => {
    isRefused = false;
  };
}

const readAlert = (page: Page) => page.$$eval('[role="alert"]', alerts => alerts.map(({ textContent }) => textContent));

test('two tabs live on one stream, one that is refused is made up for, and a killed server is come back to', async ({
  openTab,
  files,
  reviewer,
  stack,
}) => {
  const page = await openTab('/');
  const allow = await refuse(page, '/api/verification/events', 503);
  await press(page, 'Start identity check');
  await sendEverything(page, files);
  await waitForText(page, 'Live updates paused, checking every minute.');
  const { applicantId } = await reviewer.newest();
  await reviewer.act(applicantId, 'hold');
  await expectHeading(page, 'We are taking a closer look');

  allow();
  const otherTab = await openTab('/status');
  for (const tab of [page, otherTab]) await waitForText(tab, 'Live. Last updated');
  await expect.poll(() => countStreams(stack)).toBe(1);
  await reviewer.decide(applicantId, approve);
  for (const tab of [page, otherTab]) await expectHeading(tab, 'You’re verified');

  await stack.end('app', 'SIGKILL');
  await stack.start('app');
  await expect.poll(() => countStreams(stack)).toBe(1);
  await reviewer.decide(applicantId, rejectForGood);
  for (const tab of [page, otherTab]) {
    await expectHeading(tab, 'Your verification has changed');
    await tab.bringToFront(); // one behind it keeps the news until it is looked at
    await expect.poll(() => readAlert(tab)).toContain('Your verification has changed');
  }
  await expect.poll(() => countStreams(stack)).toBe(1); // the lead may just be passing from one tab to the other
});

test('Back after a late change never shows what was true when the page was left', async ({
  openTab,
  files,
  reviewer,
}) => {
  const page = await openTab('/');
  await press(page, 'Start identity check');
  await sendEverything(page, files);
  const { applicantId } = await reviewer.newest();
  await reviewer.decide(applicantId, approve);
  await expectHeading(page, 'You’re verified');
  await page.evaluateOnNewDocument(recordHeadings);
  const readHeadings = async () => (await page.evaluate(readSeen)).headings;
  await page.reload();
  await expectHeading(page, 'You’re verified');
  await expect.poll(readHeadings).toContain('You’re verified');

  await page.goto('about:blank');
  await reviewer.decide(applicantId, rejectForGood);
  await expect
    .poll(async () => (await reviewer.deliveries(applicantId)).filter(({ state }) => state !== 'delivered'))
    .toEqual([]);
  await page.goBack();
  await expect.poll(readHeadings).toContain('Your verification has changed');
  expect(await readHeadings()).not.toContain('You’re verified');
});
