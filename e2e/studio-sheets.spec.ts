import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { previewNames } from '#stand-in/preview-names';
import { compileTheme } from '#theming/compile-theme';
import { importCss } from '#theming/import-css';
import { expect, type Page, test } from './fixtures';

/** Half of the pixels of a usual screen each way: a quarter of the time, and a difference of one still shows. */
test.use({ deviceScaleFactor: 0.5 });

const directory = join(import.meta.dirname, '../src/theming/sheets');
const sheets = readdirSync(directory)
  .filter(file => file.endsWith('.css'))
  .map(file => {
    const before = readFileSync(join(directory, file), 'utf8');
    return { file, before, after: compileTheme(importCss(before, 'sheet').theme) };
  });

const stillness =
  '*, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important }';
const wall = `<!doctype html><style>
  body { display: flex; flex-wrap: wrap; gap: 8px; margin: 0; background: #fff }
  iframe { width: 360px; height: 900px; border: 0 }
</style>${previewNames.map(name => `<iframe title="${name}" src="/studio/preview?preview=${name}"></iframe>`).join('')}`;

/** Every screen in a frame of its own on one page, at rest and at one time of day. */
async function openWall(page: Page): Promise<void> {
  await page.route(/^https:/, route => route.fulfill({ contentType: 'text/css', body: '' }));
  await page.route('**/static/**', route =>
    route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
  await page.route('**/wall.html', route => route.fulfill({ contentType: 'text/html', body: wall }));
  await page.clock.setFixedTime(new Date('2026-03-02T10:00:00Z'));
  await page.goto('/wall.html');
  await page.evaluate(css => {
    for (const frame of document.querySelectorAll('iframe')) {
      const style = frame.contentDocument?.createElement('style');
      if (!style) throw new Error('A preview cannot be looked into');
      style.textContent = css;
      frame.contentDocument?.head.append(style);
    }
  }, stillness);
  await page.evaluate(async () => {
    const frames = [...document.querySelectorAll('iframe')];
    for (const { contentWindow } of frames) {
      contentWindow?.postMessage({ method: 'preview.applyLook', uiConf: { customCssStr: '/**/' } }, location.origin);
    }
    const isReady = ({ contentDocument }: HTMLIFrameElement) => contentDocument?.querySelector('[data-custom-css]');
    while (!frames.every(isReady)) await new Promise(resolve => requestAnimationFrame(resolve));
  });
}

/** Into the style element that the frame made for the host's text, as the frame itself would. */
async function wear(page: Page, customCssStr: string): Promise<void> {
  await page.evaluate(async css => {
    const pages = [...document.querySelectorAll('iframe')].flatMap(frame => frame.contentDocument ?? []);
    for (const { head } of pages) {
      const style = head.querySelector('style[data-custom-css]');
      if (!style) throw new Error('A preview has taken no look yet');
      style.textContent = css;
    }
    await Promise.all(pages.map(({ fonts }) => fonts.ready));
  }, customCssStr);
}

async function photograph(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
  });
  await session.detach();
  return data;
}

/** As soon as nothing moves any more: pictures that load, and whatever a screen does when it appears. */
async function photographAtRest(page: Page): Promise<string> {
  let earlier = '';
  for (let photo = await photograph(page); photo !== earlier; photo = await photograph(page)) earlier = photo;
  return earlier;
}

async function photographBoth(page: Page, before: string, after: string): Promise<boolean> {
  await wear(page, before);
  const asWas = await photographAtRest(page);
  await wear(page, after);
  return (await photographAtRest(page)) === asWas;
}

test('twenty sheets of the real world draw every screen to the pixel as they did, after import and export', async ({
  page,
}) => {
  test.setTimeout(400_000);
  await page.setViewportSize({ width: 3672, height: 5440 });
  await openWall(page);
  const changed = sheets.filter(({ before, after }) => before !== after);
  const asksForWidth = ({ before }: { before: string }) => before.includes('@media');
  const seen = new Set<string>();
  for (const [width, worn] of [
    [360, changed.filter(sheet => !asksForWidth(sheet))],
    [540, changed.filter(asksForWidth)],
  ] as const) {
    await page.addStyleTag({ content: `iframe { width: ${width}px; height: ${width === 360 ? 900 : 700}px }` });
    await photographAtRest(page);
    for (const { file, before, after } of worn) {
      await wear(page, before);
      const asWas = await photograph(page);
      await wear(page, after);
      const isSame = (await photograph(page)) === asWas || (await photographBoth(page, before, after));
      expect(isSame, `${file} at ${width} px`).toBe(true);
      seen.add(asWas);
    }
  }
  expect(seen.size, 'every sheet shows').toBe(changed.length);
  expect(changed.length).toBeGreaterThanOrEqual(16);
});
