import { expect, test } from './fixtures';
import { expectHeading, sendEverything } from './person';
import { readSeen, recordHeadings } from './record-headings';
import { approve, rejectForGood } from './reviewer';

// The runner switches the memory for Back off, which people's browsers have on.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
});

test('a page that Back brings from memory never shows what was true when it was left', async ({
  page,
  files,
  reviewer,
}) => {
  await sendEverything(page, files);
  const { applicantId } = await reviewer.newest();
  await reviewer.decide(applicantId, approve);
  await expectHeading(page, 'You’re verified');
  // As a browser that keeps such pages in spite of what we ask of it.
  await page.route('**/status', async route => {
    const response = await route.fetch();
    const { 'cache-control': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.addInitScript(recordHeadings);
  await page.goto('/status');
  await expectHeading(page, 'You’re verified');
  await expect.poll(async () => (await page.evaluate(readSeen)).headings).toContain('You’re verified');

  await page.goto('about:blank');
  await reviewer.decide(applicantId, rejectForGood);
  await expect
    .poll(async () => (await reviewer.deliveries(applicantId)).filter(({ state }) => state !== 'delivered'))
    .toEqual([]);
  await page.evaluate(() => history.back()).catch(() => undefined); // its document goes while it runs
  await expect(page).toHaveURL(/\/status$/);
  await expect.poll(async () => (await page.evaluate(readSeen)).headings).toContain('Your verification has changed');
  const { headings, isFromMemory } = await page.evaluate(readSeen);
  expect(isFromMemory).toBe(true);
  expect(headings).not.toContain('You’re verified');
});
