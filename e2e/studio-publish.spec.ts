import { previewNames } from '#stand-in/preview-names';
import { expect, type Page, test } from './fixtures';
import { notLive } from './live-screens';
import { startCheck } from './person';
import { followsText, type Kinds, readKinds } from './read-kinds';
import { type LiveScreen, readLiveScreens } from './read-live-screens';

test.use({ viewport: { width: 1280, height: 900 } });

const document = {
  version: 1,
  name: 'Aqsha, spring',
  controlRadius: 3,
  elements: { title: { 'text-transform': 'uppercase' } },
  rules: 'section.content { outline: 3px dotted rgb(1, 2, 3) }',
  texts: { en: { 'document.subTitles.IDENTITY': 'Show us who you are' } },
};

/** What a preview shows, and what it would without the text. */
interface Preview {
  styled: Kinds;
  bare: Kinds;
}

interface PreviewWalk {
  css: string;
  /** By name of the preview: the size of its window. */
  sizes: Readonly<Record<string, { width: number; height: number }>>;
  follows: string;
}

/** Opens each screen once, under the text and without, and keeps what it shows in the page, where it is asked for by name. */
async function readPreviews({ css, sizes, follows }: PreviewWalk): Promise<void> {
  const waiting = Object.entries(sizes);
  const previews: Record<string, string> = {};
  const readKinds = Reflect.get(window, 'readKinds') as (page: Document, follows: string) => Kinds;

  /** Pictures come a moment after the screen, and move what stands below them. */
  async function settle(page: Document): Promise<void> {
    const readContent = () =>
      [page.body.innerHTML.length, ...[...page.images].map(image => `${image.complete} ${image.naturalHeight}`)].join();
    for (let before = ''; before !== readContent() || before.includes('false'); ) {
      before = readContent();
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  async function visit(name: string, size: { width: number; height: number }): Promise<void> {
    const frame = Object.assign(window.document.createElement('iframe'), {
      src: `/studio/preview?preview=${name}&lang=en`,
      ...{ width: `${size.width}`, height: `${size.height}` },
      style: 'border: 0',
      inert: true, // where the focus and the mouse are is no matter of the theme's
    });
    const loaded = new Promise(resolve => {
      frame.onload = resolve;
    });
    window.document.body.append(frame);
    await loaded;
    const page = frame.contentDocument as Document;
    while (!page.querySelector('.iframe2, #loader')) await new Promise(resolve => setTimeout(resolve, 10));
    await settle(page);
    const bare = readKinds(page, follows);
    page.head.append(Object.assign(page.createElement('style'), { textContent: css }));
    const styled = readKinds(page, follows);
    previews[name] = JSON.stringify({ styled, bare });
    frame.remove();
  }

  async function walk(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) await visit(...next);
  }
  await Promise.all([walk(), walk(), walk(), walk()]);
  Object.assign(window, { previews });
}

async function readPreview(page: Page, name: string): Promise<Preview> {
  return JSON.parse(await page.evaluate(name => Reflect.get(window, 'previews')[name], name));
}

/** The lines of two styles that differ. */
function differ(one = '', other = ''): string[] {
  const others = other.split('\n');
  return one.split('\n').flatMap((line, index) => (line === others[index] ? [] : [`${line}, live ${others[index]}`]));
}

test('a theme made in the studio reaches the frame of the next person, and a rollback the one after', async ({
  page,
  browser,
  request,
  files,
}) => {
  test.slow();
  await page.addInitScript({ content: `window.readKinds = ${readKinds}` });
  await request.post('/api/studio/drafts', { data: { theme: document } });
  const { themeUrl: earlier } = await (await request.get('/api/configuration')).json();

  await page.goto('/studio?lang=en');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'New theme' }).click();
  await page.getByRole('menuitem', { name: 'Open a draft…' }).click();
  await page.getByRole('button', { name: 'Open Aqsha, spring' }).click();
  await page.getByRole('textbox', { name: 'Accent', exact: true }).fill('#0b7a5a');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  const address = await dialog.getByLabel('Address of the stylesheet').inputValue();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText(/^Draft \d+, saved just now$/)).toBeVisible();
  const css = await (await request.get(address)).text();
  expect(css).toContain('#0b7a5a');
  expect(css).toContain(document.rules);

  await test.step('the next person gets it, with its texts', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' });
    const person = await context.newPage();
    const frame = await startCheck(person);
    await expect(frame.locator('section.content').first()).toHaveCSS('outline-style', 'dotted');
    await expect(frame.getByText('Show us who you are')).toBeVisible();
    const accent = await person.evaluate(() =>
      getComputedStyle(window.document.documentElement).getPropertyValue('--accent'),
    );
    expect(accent.trim()).toBe('#0b7a5a');
    await context.close();
  });

  await test.step('every screen of a person’s frame looks as its preview does', async () => {
    const screens = await readLiveScreens(browser, files);
    expect([...screens.map(({ name }) => name), ...Object.keys(notLive)].toSorted()).toEqual(previewNames.toSorted());
    const live = new Map<string, LiveScreen>(screens.map(screen => [screen.name, screen]));
    const anySize = { width: 360, height: 800 };
    const sizes = Object.fromEntries(previewNames.map(name => [name, live.get(name)?.size ?? anySize]));
    await page.evaluate(readPreviews, { css, sizes, follows: followsText });

    const elsewhere = new Map(screens.flatMap(({ kinds }) => Object.entries(kinds)));
    const [unlike, untouched, unseen]: string[][] = [[], [], []];
    let compared = 0;
    for (const name of previewNames) {
      const { styled, bare } = await readPreview(page, name);
      if (Object.keys(styled).every(kind => styled[kind] === bare[kind])) untouched?.push(name);
      const here = live.get(name)?.kinds;
      if (!here) continue;
      // Steps and uploads of a preview stand as they never do together: a few of its elements are of other screens.
      for (const [kind, style] of Object.entries(styled)) {
        const got = here[kind] ?? elsewhere.get(kind);
        if (got === undefined) unseen?.push(`${name}: ${kind}`);
        else if (got !== style) unlike?.push(`${name}: ${kind}: ${differ(style, got).join('; ')}`);
        if (here[kind] !== undefined) compared += 1;
      }
    }
    expect({ unlike, untouched }).toEqual({ unlike: [], untouched: [] });
    expect(compared).toBeGreaterThan(3300);
    expect(unseen?.length).toBeLessThan(60);
  });

  await page.getByRole('button', { name: 'Publish' }).click();
  await dialog.getByRole('button', { name: 'Give the theme of this installation to basic-kyc-level' }).click();
  await expect(page.getByText('basic-kyc-level has the theme of this installation now')).toBeVisible();
  expect((await (await request.get('/api/configuration')).json()).themeUrl).toBe(earlier);
});
