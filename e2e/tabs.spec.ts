import pg from 'pg';
import { countStreams } from './count-streams';
import { expect, type Page, test } from './fixtures';
import { expectHeading, sendEverything } from './person';
import { approve, rejectForGood } from './reviewer';

/** Nothing of a tab runs until it is let go, as if the browser had frozen it. */
async function freeze(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Debugger.enable');
  const paused = new Promise<void>(resolve => session.once('Debugger.paused', () => resolve()));
  await session.send('Debugger.pause');
  await paused;
  return async () => {
    await session.send('Debugger.disable');
    await session.detach();
  };
}

// The stream of a session that has ended is refused.
test.use({ expectedConsole: /401 \(Unauthorized\)/ });

test('the tabs of a person live on one stream, whichever is frozen or closed, and end with the session', async ({
  page: first,
  context,
  files,
  reviewer,
  stack,
}) => {
  await context.clock.install();
  await sendEverything(first, files);
  const { applicantId } = await reviewer.newest();
  const second = await context.newPage();
  await second.goto('/status');
  const third = await context.newPage();
  await third.goto('/status');
  for (const tab of [first, second, third]) await expect(tab.getByText(/^Live\. Last updated/)).toBeVisible();
  await expect.poll(() => countStreams(stack)).toBe(1);

  const letGo = await freeze(first);
  await reviewer.decide(applicantId, approve);
  for (const tab of [second, third]) await expectHeading(tab, 'You’re verified');
  await expect.poll(() => countStreams(stack)).toBe(2); // it could not let go of its own
  await letGo();
  await expectHeading(first, 'You’re verified');
  await expect.poll(() => countStreams(stack)).toBe(1);

  await second.close();
  await reviewer.decide(applicantId, rejectForGood);
  for (const tab of [first, third]) {
    await expectHeading(tab, 'Your verification has changed');
    await expect(tab.getByRole('alert')).toHaveText('Your verification has changed');
  }
  await expect.poll(() => countStreams(stack)).toBe(1);

  const database = new pg.Client({ connectionString: stack.databaseUrl });
  await database.connect();
  await database.query(`update sessions set expires_at = now() + interval '100 seconds'`);
  await first.reload();
  await expect(first.getByRole('dialog', { name: 'Your session is about to end' })).toBeVisible();
  await expect(third.getByRole('dialog', { name: 'Your session is about to end' })).toBeVisible();
  await database.query('update sessions set expires_at = now()');
  await database.end();
  await context.clock.fastForward('01:40');
  for (const tab of [first, third]) await expectHeading(tab, 'Your session has ended');
});
