import * as v from 'valibot';
import { outboxSchema } from '#sandbox/control/outbox-contract';
import { expect, test } from './fixtures';
import { expectHeading, sdkFrame, sendEverything } from './person';

test('the e-mail that asks for a better photo leads there from another device, and leaves no token behind', async ({
  page,
  browser,
  reviewer,
  files,
  stack,
}) => {
  await sendEverything(page, files);
  const { applicantId } = await reviewer.newest();
  await reviewer.decide(applicantId, {
    reviewAnswer: 'RED',
    reviewRejectType: 'RETRY',
    rejectLabels: ['BAD_SELFIE'],
  });
  const readMail = async () =>
    v
      .parse(outboxSchema, await reviewer.call(`outbox?applicantId=${applicantId}`))
      .items.find(({ kind }) => kind === 'resubmission');
  await expect.poll(readMail).toBeDefined();
  const link = (await readMail())?.link ?? '';
  expect(link).toMatch(new RegExp(`^${stack.appUrl}/verify\\?jwt=`));

  const elsewhere = await browser.newContext();
  const phone = await elsewhere.newPage();
  const requested: string[] = [];
  phone.on('request', request => requested.push(`${request.url()} ${request.headers().referer ?? ''}`));
  await phone.goto(link);
  await expect(phone).toHaveURL(`${stack.appUrl}/verify`);
  await expect(sdkFrame(phone).getByRole('heading').first()).toBeVisible();
  expect(requested.filter(line => line.includes('jwt='))).toEqual([`${link} `]);
  expect(await phone.evaluate(() => document.referrer)).toBe('');
  const client = await elsewhere.newCDPSession(phone);
  const { entries } = await client.send('Page.getNavigationHistory');
  expect(entries.filter(entry => entry.url.includes('jwt'))).toEqual([]);
  expect(entries.at(-1)?.url).toBe(`${stack.appUrl}/verify`);

  await phone.goto(`${stack.appUrl}/status`);
  await expectHeading(phone, 'We need something more from you');
  await elsewhere.close();
});

test('a link that was tampered with says so, and leaves no token behind', async ({ page, stack }) => {
  await page.goto(`${stack.appUrl}/verify?jwt=eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.`);
  await expect(page).toHaveURL(`${stack.appUrl}/?entry=invalid`);
  await expectHeading(page, 'This link does not work');
});
