import type { Frame, Page, Route } from '@playwright/test';
import { expect, launchNames, test } from './loader-fixtures';
import { loaders, requireLoader } from './loaders';
import { chooseIdCard } from './person';

const uploads = '**/frame/api/documents';
const cases = [
  { name: '1.0.6', api: 'builder' },
  { name: '2.2.1', api: 'init' },
  { name: '2.9.0', api: 'init' },
] as const;

for (const { name, api } of cases) {
  test(`${name}: files on their way when the token ends arrive with the next one, asked for once`, async ({
    open,
    page,
    files,
  }) => {
    const { frame, renewals, expire } = await open({ loader: requireLoader(name), api });
    await chooseIdCard(frame);
    const held = holdUploads(page, 2);
    await frame.getByLabel('Front side').setInputFiles(files.front);
    await frame.getByLabel('Back side').setInputFiles(files.back);
    const release = await held;
    await expect(frame.getByText(`Uploading ${files.front.name}`)).toBeVisible();
    await expire();
    await release();
    await expect(frame.getByText(`Received: ${files.front.name}`)).toBeVisible();
    await expect(frame.getByText(`Received: ${files.back.name}`)).toBeVisible();
    expect(renewals()).toBe(1);
  });
}

test('a large file is sent again by itself when its token is turned down before all of it has arrived', async ({
  open,
  page,
  files,
}) => {
  const { frame, renewals, expire } = await open({ loader: requireLoader('2.2.1'), api: 'init' });
  await chooseIdCard(frame);
  const large = { ...files.front, buffer: enlargeJpeg(files.front.buffer) };
  await expire();
  const answered: number[] = [];
  page.on('response', response => {
    if (response.url().endsWith('/frame/api/documents')) answered.push(response.status());
  });
  await frame.getByLabel('Front side').setInputFiles(large);
  await expect(frame.getByText(`Received: ${large.name}`)).toBeVisible();
  expect(answered).toEqual([401, 200]);
  expect(renewals()).toBe(1);
});

test('a file waits for a host that has no token at first', async ({ open, files }) => {
  const { frame, renewals, expire, refuseTokens } = await open({ loader: requireLoader('2.2.1'), api: 'init' });
  await chooseIdCard(frame);
  await expire();
  refuseTokens(true);
  await frame.getByLabel('Front side').setInputFiles(files.front);
  await expect(frame.getByText('The session has ended')).toBeVisible();
  refuseTokens(false);
  await frame.getByRole('alertdialog').getByRole('button', { name: 'Try again' }).click();
  await expect(frame.getByText(`Received: ${files.front.name}`)).toBeVisible();
  expect(renewals()).toBe(2);
});

for (const name of ['2.2.1', '2.9.0']) {
  test(`${name}: a frame that begins another session is not heard, one that keeps it goes on`, async ({ open }) => {
    const { frame, generation, eventNames, messageNames, reload } = await open({
      loader: requireLoader(name),
      api: 'init',
    });
    await reload('same session');
    const heardSoFar = [...launchNames[generation], ...launchNames[generation]];
    await expect.poll(eventNames).toEqual(heardSoFar);
    await expect(frame.getByRole('radio', { name: 'ID card' })).toBeVisible();

    await reload('another session');
    await expect.poll(async () => (await messageNames()).filter(sent => sent === 'onReady')).toHaveLength(3);
    expect(await eventNames()).toEqual(heardSoFar);
    await expect(frame.locator('#loader')).toBeVisible();
  });
}

test('a loader opens the frame anew when the next token is of the other generation, where it can', async ({
  open,
  page,
}) => {
  for (const loader of loaders) {
    const { renewals } = await open({ loader, site: '127.0.0.1', shape: 'opaque', endedAndRenewedAs: 'opaque-v2' });
    expect(renewals(), loader.name).toBe(1);
    const address = await page.locator('#container iframe').getAttribute('src');
    const isSecond = loader.reopensForOtherGeneration || loader.secondGeneration === 'always';
    expect(address, loader.name).toContain(isSecond ? '/websdk/websdk.html' : '/idensic/websdk.html');
  }
});

/**
 * Should the first frame have spoken before it is taken away, the second loader may take its word for that of its own
 * frame, whose id is made of the same token, and is deaf to its own from then on: loader 2.9.0 has no remedy for that.
 */
test('a component that StrictMode mounts twice leaves one frame, which works', async ({ open, page }) => {
  const attached: Frame[] = [];
  const detached: Frame[] = [];
  page.on('frameattached', one => attached.push(one));
  page.on('framedetached', one => detached.push(one));
  await page.route('**/websdk/websdk.html?*', async route => {
    if (route.request().frame() !== attached[0]) await route.continue();
  });
  const { frame, eventNames } = await open({ loader: requireLoader('react 2.9.0'), isStrict: true });
  await chooseIdCard(frame);
  expect(attached).toHaveLength(2);
  expect(detached).toEqual(attached.slice(0, 1));
  expect((await eventNames()).slice(0, 3)).toEqual(['onReady', 'onApplicantLoaded', 'onInitialized']);
  expect((await eventNames()).filter(name => name === 'onReady')).toHaveLength(1);
});

test('the host can keep the height of the frame, whose content then scrolls', async ({ open, page }) => {
  for (const name of ['2.0.1', '2.2.1', '2.9.0']) {
    const options = { adaptIframeHeight: false, addViewportTag: false };
    const { frame, events } = await open({ loader: requireLoader(name), options });
    await page.addStyleTag({ content: '#container iframe { height: 240px; min-height: 0 }' });
    const highest = async () => {
      const told = (await events()).filter(({ type }) => type === 'idCheck.onResize');
      return Math.max(...told.map(({ payload }) => Number(payload.height)));
    };
    await expect.poll(highest, name).toBeGreaterThan(400);
    await expect(page.locator('#container iframe')).not.toHaveAttribute('style');
    await expect(page.locator('meta[name=viewport]')).toHaveCount(0);
    const button = frame.getByRole('button', { name: 'Continue', exact: true });
    await expect(button).not.toBeInViewport();
    await frame.locator('body').hover();
    await page.mouse.wheel(0, 2000);
    await expect(button).toBeInViewport();
  }
});

test('a loader adds a viewport to a page that has none', async ({ open, page }) => {
  for (const name of ['1.0.6', '1.3.7', '2.2.1', '2.9.0']) {
    const loader = requireLoader(name);
    await open({ loader });
    await expect(page.locator('meta[name=viewport]')).toHaveCount(loader.addsViewportTag ? 1 : 0);
  }
});

test('the frame is given the corners of the host’s style, where the loader can', async ({ open, page }) => {
  for (const name of ['2.2.1', '2.3.18', '2.6.3', '2.9.0']) {
    const loader = requireLoader(name);
    const conf = { uiConf: { customCssStr: 'body { border-radius: 24px }' } };
    const { frame, messageNames } = await open({ loader, api: 'init', conf });
    await expect(frame.locator('body')).toHaveCSS('border-top-left-radius', '24px');
    await expect(page.locator('#container iframe')).toHaveCSS('border-radius', loader.roundsCorners ? '24px' : '0px');
    expect((await messageNames()).includes('onSetBorderRadius')).toBe(loader.roundsCorners);
  }
});

test('rubbish and strangers do not disturb the frame', async ({ open, page }) => {
  const { frame, eventNames } = await open({ loader: requireLoader('2.2.1'), api: 'init' });
  const before = await eventNames();
  await page.evaluate(() => {
    const target = document.querySelector<HTMLIFrameElement>('#container iframe')?.contentWindow;
    const forged = [
      { method: 'idCheck.callSetLanguage', language: 'ar' },
      { method: 'idCheck.updateAccessToken', accessToken: 'forged' },
      { method: 'idCheck.init', accessToken: 'forged', lang: 'ar' },
    ];
    const rubbish = [null, undefined, 5, 'idCheck.init', [], { method: null }, { method: 'idCheck.init' }];
    for (const message of [...rubbish, { method: 'idCheck.callSetLanguage', language: 7 }]) {
      target?.postMessage(message, '*');
    }
    target?.postMessage({ method: 'idCheck.init', accessToken: 'a second one', lang: 'ar' }, '*');
    const stranger = document.createElement('iframe');
    stranger.srcdoc = `<script>
      for (const message of ${JSON.stringify(forged)}) parent.frames[0].postMessage(message, '*');
      parent.postMessage('spoken', '*');
    </script>`;
    return new Promise(resolve => {
      window.addEventListener('message', ({ data }) => data === 'spoken' && resolve(undefined));
      document.body.append(stranger);
    });
  });
  await chooseIdCard(frame);
  await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
  await expect(frame.getByLabel('Front side')).toBeAttached();
  expect(await eventNames()).toEqual(before);
});

/** With 12 MB of comments in it. */
function enlargeJpeg(jpeg: Buffer): Buffer {
  const comment = Buffer.alloc(2 + 65_535);
  comment.writeUInt16BE(0xfffe, 0);
  comment.writeUInt16BE(65_535, 2);
  const comments = Array.from({ length: 183 }, () => comment);
  return Buffer.concat([jpeg.subarray(0, 2), ...comments, jpeg.subarray(2)]);
}

/** Resolves when so many uploads are held back, with what lets them go. */
function holdUploads(page: Page, count: number): Promise<() => Promise<void>> {
  const routes: Route[] = [];
  return new Promise(resolve => {
    void page.route(uploads, async route => {
      if (routes.length === count) return route.continue();
      routes.push(route);
      if (routes.length < count) return;
      resolve(async () => {
        for (const held of routes) await held.continue();
      });
    });
  });
}
