import { stateGroups } from '../src/app/gallery/find-state';
import { expect, type Page } from './fixtures';

export { stateGroups };

export async function showState(page: Page, name: string, search = ''): Promise<void> {
  await page.goto(`/gallery/${name}?${search}`, { waitUntil: 'commit' });
  await page.locator('html[data-cell=shown]').waitFor({ state: 'attached', timeout: 20_000 });
}

/** Nothing but what the page itself is made of may be asked for. */
export function watchRequests(page: Page): string[] {
  const foreign: string[] = [];
  page.on('request', request => {
    const { origin, pathname } = new URL(request.url());
    const isOurs = origin === new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin;
    if (isOurs && request.method() === 'GET' && /^\/(gallery|assets|icon)/.test(pathname)) return;
    foreign.push(`${request.method()} ${request.url()}`);
  });
  return foreign;
}

/** What a screen has whatever it shows: one heading, a title, and things large enough to be hit. */
export function findFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const headings = [...document.querySelectorAll('h1')].filter(heading => heading.checkVisibility()).length;
    const isTitled = /(Identity check|Aqsha Bank)$/.test(document.title);
    const tooSmall = [...document.querySelectorAll<HTMLElement>('a, button, select, input, summary')].filter(target => {
      const { width, height } = target.getBoundingClientRect();
      const isSeen = width > 1 && height > 1 && target.checkVisibility();
      // Links inside sentences are excepted (WCAG 2.5.8).
      if (!isSeen || target.matches('p a:not(.button), p .text-button')) return false;
      return Math.min(width, height) < (target.matches('.button') ? 44 : 24);
    });
    return [
      ...(headings === 1 ? [] : [`${headings} h1`]),
      ...(isTitled ? [] : [`the title is "${document.title}"`]),
      ...tooSmall.map(target => `too small to be hit: ${target.outerHTML}`),
    ];
  });
}

/** What is lost where there is little room: things that stick out sideways, are cut off, or cover what they stand on. */
export function findLosses(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const elements = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
      element => element.checkVisibility() && !element.closest('.visually-hidden, .skip, iframe, .cell-stage'),
    );
    const losses: string[] = [];
    if (root.scrollWidth > root.clientWidth) losses.push(`scrolls sideways to ${root.scrollWidth} px`);
    for (const element of elements) {
      const { position, overflowX, overflowY } = getComputedStyle(element);
      const name = `${element.tagName.toLowerCase()}.${element.className}`;
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      const isText = element.tagName !== 'SVG' && element.tagName !== 'SELECT';
      if (isText && hides(overflowX) && element.scrollWidth > element.clientWidth + 1) losses.push(`cut off: ${name}`);
      if (isText && hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        losses.push(`cut off: ${name}`);
      // What has a heading is what there is to read.
      const isFloating = (position === 'sticky' || position === 'fixed') && !element.querySelector('h1, h2');
      if (isFloating && element.getBoundingClientRect().height > (window.innerHeight * 2) / 3)
        losses.push(`covers: ${name}`);
      if (element.matches('button, a.button') && element.scrollWidth > element.clientWidth + 1) {
        losses.push(`sticks out: ${name}`);
      }
    }
    return losses;
  });
}

/** The spacing that a person may ask for (WCAG 1.4.12), on or off. */
export function spaceText(page: Page, isSpaced: boolean): Promise<void> {
  return page.evaluate(spaced => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = spaced ? [sheet] : [];
  }, isSpaced);
}

export async function setScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(chosen => {
    document.documentElement.dataset.scheme = chosen;
    // What is judged is where the colours end, not what is on its way there.
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  }, scheme);
}

/** Compares with the picture that is kept; `npm run e2e -- gallery --update-snapshots` keeps anew. */
export async function expectPicture(page: Page, name: string): Promise<void> {
  const window = page.viewportSize() ?? { width: 0, height: 0 };
  const box = await page.locator('html').boundingBox();
  // As high as its content: what sticks to the edge of a window would stand in the middle of a longer picture.
  const height = Math.max(window.height, Math.ceil(box?.height ?? 0));
  if (height > window.height) await page.setViewportSize({ ...window, height });
  const picture = await page.screenshot({ animations: 'disabled' });
  if (height > window.height) await page.setViewportSize(window);
  expect.soft(picture, name).toMatchSnapshot(`${name}.png`, { maxDiffPixelRatio: 0.01, threshold: 0.3 });
}
