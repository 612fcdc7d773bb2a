import type { Browser, Page } from '@playwright/test';
import type { RealFiles } from './fixtures';
import { answerFrame } from './frame-answers';
import { type LiveName, liveWalks } from './live-screens';
import { followsText, type Kinds, readKinds } from './read-kinds';

export interface LiveScreen {
  name: LiveName;
  size: { width: number; height: number };
  kinds: Kinds;
}

const viewport = { width: 390, height: 844 };

/** Everything that a person's frame shows, in the look that the real loader gives it: two people at a time, each on their own page. */
export async function readLiveScreens(browser: Browser, files: RealFiles): Promise<LiveScreen[]> {
  const screens: LiveScreen[] = [];
  const waiting = [...liveWalks];

  async function walk(): Promise<void> {
    const context = await browser.newContext({ viewport, locale: 'en-GB', permissions: ['camera'] });
    await context.addInitScript({ content: `window.readKinds = ${readKinds}` });
    const page = await context.newPage();
    const answers = await answerFrame(context);
    await page.request.post('/api/session', { headers: { 'sec-fetch-site': 'same-origin' } });
    const shown = async (name: LiveName) => {
      screens.push({ name, ...(await readFrame(page)) });
    };
    for (let see = waiting.shift(); see; see = waiting.shift()) await see({ page, answers, files, shown });
    await context.close();
  }
  await Promise.all([walk(), walk()]);
  return screens;
}

async function readFrame(page: Page): Promise<Pick<LiveScreen, 'size' | 'kinds'>> {
  const frame = page.frames().find(one => one.url().includes('/websdk.html'));
  if (!frame) throw new Error('There is no frame of the SDK');
  await frame.waitForFunction(() => document.querySelector<HTMLLinkElement>('link[data-custom-css]')?.sheet);
  const read = await frame.evaluate(follows => {
    const kinds = Reflect.get(window, 'readKinds')(document, follows);
    return JSON.stringify({ size: { width: window.innerWidth, height: window.innerHeight }, kinds });
  }, followsText);
  return JSON.parse(read);
}
