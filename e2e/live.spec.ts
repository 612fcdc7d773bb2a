import { countStreams } from './count-streams';
import { expect, test } from './fixtures';
import { expectHeading, sendEverything } from './person';
import { approve, rejectForGood } from './reviewer';

test.describe('where the stream is refused', () => {
  test.use({ expectedConsole: /net::ERR_FAILED/ });

  test('the page says so, polls, and is live again with the stream', async ({ page, files, reviewer, stack }) => {
    const headings: string[] = [];
    await page.exposeFunction('sawHeading', (text: string) => headings.push(text));
    await page.addInitScript(() => {
      const report = (window as unknown as { sawHeading: (text: string) => void }).sawHeading;
      new MutationObserver(() => {
        const heading = document.querySelector('h1')?.textContent;
        if (heading && window.location.pathname === '/status') report(heading);
      }).observe(document, { childList: true, subtree: true, characterData: true });
    });
    await page.route('**/api/verification/events', route => route.abort());
    await sendEverything(page, files);
    expect(headings).not.toContain('Your check is not finished');
    await expect(page.getByText(/Live updates paused/)).toBeVisible();
    const { applicantId } = await reviewer.newest();
    await reviewer.decide(applicantId, approve);
    await expectHeading(page, 'You’re verified');
    await page.getByRole('button', { name: 'Show' }).focus();
    await page.unroute('**/api/verification/events');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(() => countStreams(stack)).toBe(1);
    await reviewer.decide(applicantId, rejectForGood);
    await expectHeading(page, 'Your verification has changed');
  });
});

test('a tab never shows one person the data of another who entered in a second tab', async ({
  page,
  context,
  files,
  reviewer,
}) => {
  await sendEverything(page, files);
  const first = await reviewer.newest();
  await reviewer.decide(first.applicantId, approve);
  await expectHeading(page, 'You’re verified');
  const shown = (await page.locator('footer').innerText()).match(/[\w]{3}-[\w]{3}/)?.[0];

  const otherTab = await context.newPage();
  await otherTab.goto('/status');
  await otherTab.getByRole('button', { name: 'Enter as a new person' }).click();
  await expectHeading(otherTab, 'Confirm it’s really you');
  await sendEverything(otherTab, files);
  const second = await reviewer.newest();
  expect(second.applicantId).not.toBe(first.applicantId);
  await reviewer.decide(second.applicantId, approve);
  await expectHeading(otherTab, 'You’re verified');

  const showing = page.getByRole('button', { name: 'Show' });
  if (await showing.isVisible()) await showing.click();
  const theirs = (await otherTab.locator('footer').innerText()).match(/[\w]{3}-[\w]{3}/)?.[0];
  expect(theirs).not.toBe(shown);
  await expect(page.locator('footer')).toContainText(theirs ?? '');
});
