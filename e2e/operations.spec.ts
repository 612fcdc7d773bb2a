import pg from 'pg';
import { findFreePort } from '#dev/find-free-port';
import { startNginx } from '#dev/nginx';
import { type Stack, startStack } from '#dev/stack';
import { expectAccessible, expectReflow } from './axe';
import { expect, type Page, test } from './fixtures';

const pictures = process.env.PICTURES;

/** Pictures for people to look at, where a folder is named. */
async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  for (const width of [360, 1440]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${pictures}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
}

// What other journeys left behind is for the doctor to find, and not for this one.
test.use({ stackName: 'operations' });

test.describe('somebody who is not an operator', () => {
  test.use({ expectedConsole: /401/ });

  test('is told how one signs in', async ({ page }) => {
    await page.goto('/operations');
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in as an operator' })).toBeVisible();
    await expectAccessible(page);
    await expectReflow(page);
    await picture(page, 'outside');
  });
});

test('an operator sees what the doctor finds, and what happened to one person', async ({ page, stack, browser }) => {
  const visitor = await browser.newPage();
  await visitor.goto(stack.appUrl);
  await visitor.getByRole('button', { name: 'Start identity check' }).click();
  await visitor.waitForURL('**/verify');
  await visitor.close();
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ external_user_id: string }>(
    `select external_user_id from verifications where external_user_id not like 'portico-doctor-%' order by created_at desc limit 1`,
  );
  await client.end();

  const { text } = await stack.run('sign-in', 'operator');
  await page.goto(text.trim());
  await expect(page).toHaveURL(/\/operations$/);
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
  await expect(page.getByRole('status').first()).toContainText('0 fail');
  await expect(page.getByText('The push stream arrives at once through the proxy')).toBeVisible();

  const field = page.getByLabel('External user id');
  await field.fill('nobody-of-this-name');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('Nobody with this id has been here')).toBeVisible();
  await field.fill(rows[0]?.external_user_id ?? '');
  await field.press('Enter');
  await expect(page.getByText('at basic-kyc-level')).toBeVisible();
  await picture(page, 'operations');
  await expectAccessible(page);
  await expectReflow(page);
});

interface Finding {
  id: string;
  outcome: string;
}

async function runDoctor(stack: Stack): Promise<{ code: number; findings: Finding[] }> {
  const { code, text } = await stack.run('doctor', '--json');
  return { code, findings: (JSON.parse(text) as { findings: Finding[] }).findings };
}

test('the command finds nothing wrong with a local run, in a real browser neither', async ({ stack }) => {
  const { code, findings } = await runDoctor(stack);
  expect(findings.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
  expect(findings.find(({ id }) => id === 'pages-console')).toMatchObject({ outcome: 'pass' });
  expect(code).toBe(0);
});

test('the command finds nothing wrong with two processes behind nginx, but who made its certificate', async () => {
  const [httpPort, httpsPort] = [await findFreePort(), await findFreePort()];
  const stack = await startStack({ PUBLIC_URL: `https://localhost:${httpsPort}`, TRUSTED_PROXIES: '1' });
  const other = await stack.startAnotherApp();
  const nginx = await startNginx({ httpPort, httpsPort, appUrls: [stack.appUrl, other.url] });
  const { code, findings } = await runDoctor(stack);
  await nginx.close();
  await stack.close();
  expect(findings.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id)).toEqual(['tls-certificate']);
  expect(findings.find(({ id }) => id === 'trusted-proxies')).toMatchObject({ outcome: 'pass' });
  expect(code).toBe(1);
});
