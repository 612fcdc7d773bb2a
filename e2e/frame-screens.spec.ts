import { ofThePage } from './axe';
import { findViolations } from './find-violations';
import { expect, test } from './fixtures';
import { listPreviews, openPreview } from './frame-walk';

const looks = [
  ['&lang=en', 'all'],
  ['&lang=ar&theme=dark', 'colours'],
  ['&lang=kk', 'nothing'],
  ['&lang=ru&theme=dark', 'nothing'],
] as const;

test('every screen of the frame passes axe, keeps its contrast in the dark, and fits 320 px in every language', async ({
  page,
  stack,
}) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 320, height: 640 });
  const found: string[] = [];
  for (const name of await listPreviews(page, stack.sandboxUrl)) {
    for (const [look, rules] of looks) {
      await openPreview(page, stack.sandboxUrl, name, look);
      const violations = rules === 'nothing' ? [] : await findViolations(page, rules, ofThePage);
      const tooWide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth > clientWidth ? [`${scrollWidth} px wide`] : [];
      });
      found.push(...[...violations, ...tooWide].map(fault => `${name} ${look}: ${fault}`));
    }
  }
  expect(found).toEqual([]);
});

test('a browser that is too old is told so, instead of a flow that breaks', async ({ page, stack }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'ResizeObserver'));
  await page.goto(`${stack.sandboxUrl}/websdk.html?_=id_1`);
  await expect(page.locator('#not-supported-msg')).toContainText('This browser is too old');
});
