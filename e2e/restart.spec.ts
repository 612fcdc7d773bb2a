import { startStack } from '#dev/stack';
import { countStreams } from './count-streams';
import { expect, test } from './fixtures';
import { expectHeading, sendEverything } from './person';
import { approve, createReviewer, rejectForGood } from './reviewer';

test.use({ expectedConsole: /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|503/ });

test('a kill of the server and a restart of the sandbox lose nothing, and the page catches up by itself', async ({
  browser,
  files,
}) => {
  const stack = await startStack();
  const context = await browser.newContext({ baseURL: stack.appUrl });
  const page = await context.newPage();
  await sendEverything(page, files);
  const before = createReviewer(stack.sandboxUrl);
  const { applicantId } = await before.newest();
  await before.decide(applicantId, approve);
  await expectHeading(page, 'You’re verified');
  const other = await context.newPage();
  await other.goto('/status');
  await expectHeading(other, 'You’re verified');

  await stack.end('app', 'SIGKILL');
  await stack.end('sandbox', 'SIGKILL');
  await stack.start('sandbox');
  const reviewer = createReviewer(stack.sandboxUrl);
  expect((await reviewer.newest()).applicantId).toBe(applicantId);
  await reviewer.decide(applicantId, rejectForGood);
  await expect.poll(async () => (await reviewer.deliveries(applicantId))[0]?.attempts.length).toBeGreaterThan(0);
  await expectHeading(page, 'You’re verified');

  await stack.start('app');
  const undelivered = (await reviewer.deliveries(applicantId)).find(delivery => delivery.state === 'waiting');
  await fetch(`${stack.sandboxUrl}/panel/api/deliveries/${undelivered?.deliveryId}/send-again`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  for (const tab of [page, other]) await expectHeading(tab, 'Your verification has changed');
  await expect.poll(() => countStreams(stack)).toBe(1);
  await other.close();
  await page.reload();
  await expectHeading(page, 'Your verification has changed');
  await context.close();
  await stack.close();
});
