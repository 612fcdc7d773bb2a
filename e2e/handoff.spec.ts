import type { Browser, Page } from '@playwright/test';
import jsqr from 'jsqr';
import pg from 'pg';
import { kk } from '#stand-in/texts/kk';
import { expectAccessible } from './axe';
import { expect, type RealFiles, test } from './fixtures';
import { expectHeading } from './person';

test.use({
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
});

/** A computer beside the phone, which is the test's own page. */
async function openComputer(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...(baseURL && { baseURL }) });
  return context.newPage();
}

/** Reads the code off the screen, as a phone's camera does: from its pixels. */
async function scan(computer: Page): Promise<string> {
  const picture = await computer.getByRole('img').first().screenshot();
  const reader = await computer.context().newPage();
  const { data, width, height } = await reader.evaluate(async base64 => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    return { data: [...pixels], width: image.width, height: image.height };
  }, picture.toString('base64'));
  await reader.close();
  const found = jsqr(new Uint8ClampedArray(data), width, height);
  if (!found) throw new Error('The code cannot be read off the screen');
  return found.data;
}

async function sendInKazakh(phone: Page, files: RealFiles): Promise<void> {
  const frame = phone.frameLocator('iframe');
  const next = frame.getByRole('button', { name: kk['buttons.continue'], exact: true });
  await frame.getByRole('radio', { name: kk['documentTypes.ID_CARD'] }).check({ force: true });
  await next.click();
  for (const [side, file] of [
    [kk['sides.FRONT_SIDE'], files.front],
    [kk['sides.BACK_SIDE'], files.back],
  ] as const) {
    await frame.getByLabel(side).setInputFiles(file);
    await expect(frame.getByText(kk['upload.receivedFile'].replace('{fileName}', file.name))).toBeVisible();
  }
  await next.click();
  for (const step of [kk['selfie.openCamera'], kk['selfie.take'], kk['selfie.use']]) {
    await frame.getByRole('button', { name: step }).click();
  }
}

test('a person who began on a computer goes on at the phone, in Kazakh on both, and the computer follows', async ({
  page: phone,
  browser,
  baseURL,
  stack,
  files,
}) => {
  const asked: string[] = [];
  phone.on('request', request => asked.push(request.url()));
  const computer = await openComputer(browser, baseURL);
  await computer.goto('/handoff?lang=kk');
  await computer.getByRole('button', { name: 'Кодты көрсету' }).click();
  await expect(computer.getByRole('img')).toBeVisible();
  await expectHeading(computer, 'Телефонда жалғастырыңыз');
  await expectAccessible(computer);

  const link = await scan(computer);
  const token = /#([\w-]{24})\.kk$/.exec(link)?.[1] ?? '';
  expect(link).toBe(`${baseURL}/handoff#${token}.kk`);
  await phone.goto(link);
  await expectHeading(phone, 'Осы телефонда жалғастырасыз ба?');
  await expect(phone).toHaveURL(`${baseURL}/handoff`);
  await expectAccessible(phone);
  await expectHeading(computer, 'Телефонда жалғастырыңыз');

  await phone.getByRole('button', { name: 'Жалғастыру', exact: true }).click();
  await expect(phone).toHaveURL(/\/verify$/);
  await expectHeading(computer, 'Телефоныңыз қосылды');
  await expect(computer.getByText(/Safari, iPhone/)).toBeVisible();
  await expectAccessible(computer);

  await sendInKazakh(phone, files);
  await expectHeading(phone, 'Құжаттарыңызды алдық');
  await expect(phone.getByText(/Компьютеріңізге орала беріңіз/)).toBeVisible();
  await expect(computer).toHaveURL(/\/status$/);
  await expectHeading(computer, 'Құжаттарыңызды алдық');

  expect(asked.filter(url => url.includes(token))).toEqual([]);
  expect(stack.output()).not.toContain(token);
  await computer.context().close();
});

test.describe('a code that is not good any more', () => {
  // 401: the phone may still be opening the check when it is disconnected.
  test.use({ expectedConsole: /status of 4(01|09|10)/ });

  test('is refused with words on the phone, and replaced on the computer', async ({
    page: phone,
    browser,
    baseURL,
    stack,
  }) => {
    const computer = await openComputer(browser, baseURL);
    await computer.clock.install();
    await computer.goto('/handoff');
    await computer.getByRole('button', { name: 'Show the code' }).click();
    await expectHeading(computer, 'Continue on your phone');
    await phone.goto(await scan(computer));
    await expectHeading(phone, 'Continue on this phone?');
    await computer.getByRole('button', { name: 'Cancel' }).click();
    await expectHeading(computer, 'The code is cancelled');
    await phone.getByRole('button', { name: 'Continue', exact: true }).click();
    await expectHeading(phone, 'This link was cancelled');

    await computer.getByRole('button', { name: 'Get a new code' }).click();
    await expectHeading(computer, 'Continue on your phone');
    const link = await scan(computer);
    const database = new pg.Client({ connectionString: stack.databaseUrl });
    await database.connect();
    await database.query('update handoffs set expires_at = now() where taken_at is null');
    await database.end();
    await phone.goto(link);
    await expectHeading(phone, 'This link has expired');
    await computer.clock.fastForward('10:01');
    await expectHeading(computer, 'This code has expired');

    await computer.getByRole('button', { name: 'Get a new code' }).click();
    await expectHeading(computer, 'Continue on your phone');
    await phone.goto(await scan(computer));
    await phone.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(phone).toHaveURL(/\/verify$/);
    await computer.getByRole('button', { name: 'Disconnect the phone' }).click();
    await expectHeading(computer, 'The code is cancelled');
    await phone.reload();
    await expectHeading(phone, 'Confirm it’s really you');
    await computer.context().close();
  });
});
