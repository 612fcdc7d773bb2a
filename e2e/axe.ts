import { findViolations } from './find-violations';
import { expect, type Page } from './fixtures';

/** The screen's title is a frame's h1 only where the frame stands alone; the page around it has one of its own. */
export const ofThePage = ['page-has-heading-one'];

/** axe on the page and on each frame in it, in both colour schemes. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const [colorScheme, rules] of [
    ['light', 'all'],
    ['dark', 'colours'],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found: string[] = [];
    for (const frame of page.frames()) {
      found.push(...(await findViolations(frame, rules, frame.parentFrame() ? ofThePage : [])));
    }
    expect(found, colorScheme).toEqual([]);
  }
}

/** No scrolling sideways at that width. */
export async function expectReflow(page: Page, width = 320): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width, height: 640 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  if (size) await page.setViewportSize(size);
}
