import type { Frame } from '@playwright/test';
import { previewNames } from '#stand-in/preview-names';
import { expect, type Page, test } from './fixtures';
import { chooseIdCard, startCheck } from './person';

test.use({ viewport: { width: 1280, height: 900 } });

const document = {
  version: 1,
  name: 'Aqsha, spring',
  controlRadius: 3,
  elements: { title: { 'text-transform': 'uppercase' } },
  rules: 'section.content { outline: 3px dotted rgb(1, 2, 3) }',
  texts: { en: { 'document.subTitles.IDENTITY': 'Show us who you are' } },
};

/** What a screen may have, in the state in which it stands; of each the first. */
const selectors = [
  ...[
    'html',
    'body',
    'section.content',
    'h2',
    'h3',
    'p',
    'button.submit:enabled',
    'button.submit:disabled',
    'button.back:enabled',
    'label',
  ],
  ...[
    '.step.active .bullet',
    '.steps.mobile .step',
    '.radio-item',
    'input:checked ~ .checkmark',
    'input:not(:checked) ~ .checkmark',
    'select',
    'input',
  ],
  ...['.country-selector .country', '.upload-item', '.upload-item .drag-drop', '.mobile-button', '.sumsub-logo'],
];

/** Properties whose computed values follow from how much text there is. */
const follows = '^(width|height|(inline|block)-size|perspective-origin|transform-origin)$';

function readStyles({
  asked,
  follows,
}: {
  asked: readonly string[];
  follows: string;
}): Record<string, Record<string, string>> {
  const isFree = (name: string) => !new RegExp(follows).test(name);
  for (const motion of window.document.getAnimations()) if (motion instanceof CSSTransition) motion.finish();
  return Object.fromEntries(
    asked.flatMap(selector => {
      const element = window.document.querySelector(selector);
      if (!element) return [];
      const style = getComputedStyle(element);
      const names = [...style].filter(isFree);
      return [[selector, Object.fromEntries(names.map(name => [name, style.getPropertyValue(name)]))]];
    }),
  );
}

async function expectAsPreviewed(preview: Page, frame: Frame, screen: string, css: string): Promise<void> {
  const width = await frame.evaluate(() => window.innerWidth);
  await preview.setViewportSize({ width, height: 900 });
  await preview.goto(`/studio/preview?preview=${screen}&lang=en`);
  await preview.locator('.iframe2').waitFor();
  await preview.evaluate(text => {
    window.postMessage({ method: 'preview.applyLook', lang: 'en', uiConf: { customCssStr: text } });
  }, css);
  await preview.locator('style[data-custom-css]').first().waitFor({ state: 'attached' });
  const [shown, got] = await Promise.all([
    preview.evaluate(readStyles, { asked: selectors, follows }),
    frame.evaluate(readStyles, { asked: selectors, follows }),
  ]);
  const common = Object.keys(shown).filter(selector => got[selector]);
  expect(common.length).toBeGreaterThan(7);
  for (const selector of common) expect({ selector, ...got[selector] }).toEqual({ selector, ...shown[selector] });
}

/** Opens every screen once, and reads all of it under the text, under the address, and under neither. */
async function compareOnEveryScreen({
  css,
  address,
  screens,
  follows,
}: {
  css: string;
  address: string;
  screens: readonly string[];
  follows: string;
}) {
  const waiting = [...screens];
  const unlike: string[] = [];
  let touched = 0;

  const names = [...getComputedStyle(window.document.body)].filter(name => !new RegExp(follows).test(name));
  const readAll = (page: Document) => {
    (page.activeElement as HTMLElement | null)?.blur();
    // One of each kind, since there are lists of all countries.
    const kinds = new Map<string, Element>();
    for (const element of page.querySelectorAll('body, body *')) {
      const { parentElement: parent } = element;
      kinds.set(
        [parent?.className, element.tagName, element.className, element.matches(':first-child')].join(),
        element,
      );
    }
    return [...kinds].flatMap(([kind, element]) => {
      const style = (page.defaultView as Window).getComputedStyle(element);
      return names.map(name => `${kind} ${name}: ${style.getPropertyValue(name)}`);
    });
  };
  const put = (page: Document, element: HTMLElement) =>
    new Promise<void>(resolve => {
      if (element.tagName === 'LINK') element.onload = () => resolve();
      else resolve();
      page.head.append(element);
    });

  const findDifference = (one: string[], other: string[]) =>
    one.length === other.length ? one.findIndex((line, index) => line !== other[index]) : 0;

  /** Pictures come a moment after the screen, and move what stands below them. */
  async function settle(page: Document): Promise<void> {
    const readContent = () =>
      [page.body.innerHTML.length, ...[...page.images].map(image => `${image.complete} ${image.naturalHeight}`)].join();
    for (let before = ''; before !== readContent() || before.includes('false'); ) {
      before = readContent();
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  async function visit(name: string): Promise<void> {
    const frame = Object.assign(window.document.createElement('iframe'), {
      src: `/studio/preview?preview=${name}&lang=en`,
      width: 360,
      height: 800,
      inert: true, // where the focus and the mouse are is no matter of the theme's
    });
    const loaded = new Promise(resolve => {
      frame.onload = resolve;
    });
    window.document.body.append(frame);
    await loaded;
    const page = frame.contentDocument as Document;
    while (!page.querySelector('.iframe2, #loader')) await new Promise(resolve => setTimeout(resolve, 10));
    const still = Object.assign(page.createElement('style'), {
      textContent: '* { animation: none !important; transition: none !important }',
    });
    await put(page, still);
    await settle(page);
    const bare = readAll(page);
    const readUnder = async (sheet: HTMLElement) => {
      await put(page, sheet);
      const lines = readAll(page);
      sheet.remove();
      return lines;
    };
    const readShown = () => readUnder(Object.assign(page.createElement('style'), { textContent: css }));
    for (let shown = await readShown(); ; ) {
      const got = await readUnder(Object.assign(page.createElement('link'), { rel: 'stylesheet', href: address }));
      const difference = findDifference(shown, got);
      if (difference >= 0) {
        // What came to the page between the two, as a picture does, is none.
        const before = shown;
        shown = await readShown();
        if (findDifference(before, shown) >= 0) continue;
        unlike.push(`${name}: ${shown[difference]}, and ${got[difference]}`);
      }
      if (findDifference(shown, bare) >= 0) touched += 1;
      break;
    }
    frame.remove();
  }

  async function walk(): Promise<void> {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await visit(name);
  }
  await Promise.all([walk(), walk(), walk(), walk()]);
  return { unlike, touched };
}

test('a theme made in the studio reaches the frame of the next person, and a rollback the one after', async ({
  page,
  browser,
  request,
}) => {
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

  await test.step('the person’s frame looks as the previews do', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' });
    const person = await context.newPage();
    const preview = await context.newPage();
    const locator = await startCheck(person);
    const frame = person.frames().find(candidate => candidate.url().includes('/websdk.html'));
    if (!frame) throw new Error('There is no frame of the SDK');
    await expect(locator.locator('section.content').first()).toHaveCSS('outline-style', 'dotted');
    await expect(locator.getByText('Show us who you are')).toBeVisible();
    await expectAsPreviewed(preview, frame, 'document-type', css);
    await chooseIdCard(locator);
    await locator.getByLabel('Front side').waitFor({ state: 'attached' });
    await expectAsPreviewed(preview, frame, 'upload', css);
    const accent = await person.evaluate(() =>
      getComputedStyle(window.document.documentElement).getPropertyValue('--accent'),
    );
    expect(accent.trim()).toBe('#0b7a5a');
    await context.close();
  });

  await test.step('the published address gives every screen the look of the text that the studio shows', async () => {
    const differing = await page.evaluate(compareOnEveryScreen, { css, address, screens: previewNames, follows });
    expect(differing).toEqual({ unlike: [], touched: previewNames.length });
  });

  await page.getByRole('button', { name: 'Publish' }).click();
  await dialog.getByRole('button', { name: 'Give the theme of this installation to basic-kyc-level' }).click();
  await expect(page.getByText('basic-kyc-level has the theme of this installation now')).toBeVisible();
  expect((await (await request.get('/api/configuration')).json()).themeUrl).toBe(earlier);
});
