import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from './fixtures';
import { listPreviews, openPreview } from './frame-walk';

const looks = ['&lang=en', '&lang=ar&theme=dark', '&lang=kk', '&lang=ru&theme=dark'];

async function listViolations(page: Page, rules: 'all' | 'contrast'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ preload: false });
  if (rules === 'contrast') axe.withRules(['color-contrast']);
  else {
    axe
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      // The screen's title is its h1 only where the frame stands alone; the page around it has one of its own.
      .disableRules(['page-has-heading-one']);
  }
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`);
}

test('every screen of the frame passes axe, and keeps its contrast in the dark', async ({ page, stack }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const found: Record<string, string[]> = {};
  for (const name of await listPreviews(page, stack.sandboxUrl)) {
    for (const [look, rules] of [
      ['&lang=en', 'all'],
      ['&lang=ar&theme=dark', 'contrast'],
    ] as const) {
      await openPreview(page, stack.sandboxUrl, name, look);
      const violations = await listViolations(page, rules);
      if (violations.length > 0) found[`${name} ${look}`] = violations;
    }
  }
  expect(found).toEqual({});
});

test('every screen of the frame fits 320 px, in every language', async ({ page, stack }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const wider: string[] = [];
  for (const name of await listPreviews(page, stack.sandboxUrl)) {
    for (const look of looks) {
      await openPreview(page, stack.sandboxUrl, name, look);
      const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      if (scrollWidth > clientWidth) wider.push(`${name} ${look}: ${scrollWidth} px`);
    }
  }
  expect(wider).toEqual([]);
});

test('a browser that is too old is told so, instead of a flow that breaks', async ({ page, stack }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'ResizeObserver'));
  await page.goto(`${stack.sandboxUrl}/websdk.html?_=id_1`);
  await expect(page.locator('#not-supported-msg')).toContainText('This browser is too old');
});
