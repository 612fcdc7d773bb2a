import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { sdkFrame } from './person';
import { approve, rejectForGood } from './reviewer';
import { type Heard, tellPage } from './tell';

const storyFile = join(import.meta.dirname, 'blind-walk.txt');
const toldFile = join(import.meta.dirname, 'results', 'blind-walk.txt');

/** Somebody who sees nothing: they hear the page, and act only on what they have heard. */
function createListener(page: Page) {
  const story: string[] = [];
  const announced: { text: string; isOfPage: boolean }[] = [];
  let heard: Heard[] = [];

  async function listenForAnnouncements(): Promise<void> {
    await page.exposeBinding('announced', ({ frame }, text: string) => {
      announced.push({ text: normalise(text), isOfPage: frame === page.mainFrame() });
    });
    await page.addInitScript(() => {
      const tell = (window as unknown as { announced: (text: string) => void }).announced;
      const last = new WeakMap<Element, string>();
      const hear = (region: Element) => {
        const shown = region instanceof HTMLElement ? region.innerText : region.textContent;
        const text = shown?.replace(/\s+/g, ' ').trim() ?? '';
        // What a polite region holds when it comes is not spoken; what an alert holds is.
        const isSpoken = last.has(region) || region.getAttribute('role') === 'alert';
        if (text && isSpoken && last.get(region) !== text) tell(text);
        last.set(region, text);
      };
      const regions = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
      new MutationObserver(changes => {
        const touched = new Set<Element>();
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          const around = element?.closest(regions);
          if (around) touched.add(around);
          for (const region of element?.querySelectorAll(regions) ?? []) touched.add(region);
        }
        for (const region of touched) hear(region);
      }).observe(document, { childList: true, subtree: true, characterData: true });
    });
  }

  /** Listens until the page says the same twice, and writes it down. */
  async function listen(chapter: string): Promise<string[]> {
    let before = '';
    let lines: string[] = [];
    await expect(async () => {
      const told = await tellPage(page);
      lines = told.lines.map(normalise);
      heard = told.heard;
      const text = lines.join('\n');
      const isSame = text === before;
      before = text;
      expect(isSame).toBe(true);
    }).toPass({ intervals: [250] });
    // What a frame says as it is left may be cut short.
    const isFrameGone = page.frames().length === 1;
    const spoken = announced
      .splice(0)
      .filter(({ isOfPage }) => isOfPage || !isFrameGone)
      .map(({ text }) => `Announced: ${text}`);
    story.push(`## ${chapter}`, `Title: ${normalise(await page.title())}`, ...spoken, ...lines, '');
    return spoken;
  }

  /** The thing of that role and name, which they can only mean if they have heard it. */
  function the(where: Page | FrameLocator, role: 'button' | 'radio', name: string): Locator {
    expect(heard).toContainEqual({ role, name });
    return where.getByRole(role, { name, exact: true });
  }

  async function press(where: Page | FrameLocator, name: string): Promise<void> {
    await the(where, 'button', name).focus();
    await page.keyboard.press('Enter');
  }

  return { story, listenForAnnouncements, listen, the, press };
}

function normalise(text: string): string {
  return text
    .replace(/\b\d{2}:\d{2}\b/g, '00:00')
    .replace(/\b[2-9A-Z]{3}-[2-9A-Z]{3}\b/g, 'ABC-234')
    .replace(/\b([Yy])esterday\b/g, (_, letter) => (letter === 'Y' ? 'Today' : 'today'));
}

test('the whole way, told from the accessibility tree alone, is complete and makes sense', async ({
  page,
  files,
  reviewer,
}) => {
  const { story, listenForAnnouncements, listen, the, press } = createListener(page);
  const heading = (name: string) => expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  const frame = sdkFrame(page);
  await listenForAnnouncements();

  await page.goto('/');
  await heading('Confirm it’s really you');
  await listen('The start');
  await press(page, 'Start identity check');

  await expect(frame.getByRole('radio', { name: 'ID card' })).toBeVisible();
  await listen('The check opens');
  await the(frame, 'radio', 'ID card').focus();
  await page.keyboard.press('Space');
  await listen('The document is chosen');
  await press(frame, 'Continue');

  await frame.getByLabel('Front side').setInputFiles(files.front);
  await expect(frame.getByText('Received: front.jpg')).toBeVisible();
  await frame.getByLabel('Back side').setInputFiles(files.back);
  await expect(frame.getByText('Received: back.png')).toBeVisible();
  await listen('Both sides are there');
  await press(frame, 'Continue');

  await expect(frame.getByRole('button', { name: 'Open the camera' })).toBeVisible();
  await listen('The selfie');
  await press(frame, 'Open the camera');
  await expect(frame.getByRole('button', { name: 'Take a photo' })).toBeEnabled();
  await listen('The camera is on');
  await press(frame, 'Take a photo');
  await expect(frame.getByRole('button', { name: 'Use this photo' })).toBeVisible();
  await listen('The photo is taken');
  await press(frame, 'Use this photo');

  await heading('We have your documents');
  await listen('Everything is sent');

  const { applicantId, steps } = await reviewer.newest();
  await reviewer.decide(applicantId, {
    reviewAnswer: 'RED',
    reviewRejectType: 'RETRY',
    rejectLabels: ['LOW_QUALITY'],
    images: { [steps[0]?.images[1]?.imageId ?? '']: { rejectLabels: ['LOW_QUALITY'] } },
  });
  await heading('We need 1 new photo');
  expect(await listen('Something is needed again')).toEqual(['Announced: Status: Action needed']);
  await press(page, 'Take a new photo');

  await expect(frame.getByRole('button', { name: 'Send again' })).toBeVisible();
  await listen('The check opens again');
  await press(frame, 'Send again');
  await frame.getByLabel('Back side').setInputFiles(files.betterBack);
  await expect(frame.getByText('Received: back.pdf')).toBeVisible();
  await listen('The new photo is there');
  await press(frame, 'Continue');
  await heading('We have your documents');
  await listen('It is sent again');

  await reviewer.decide(applicantId, approve);
  await heading('You’re verified');
  expect(await listen('The result')).toEqual(['Announced: Status: Verified']);

  await reviewer.decide(applicantId, rejectForGood);
  await heading('Your verification has changed');
  expect(await listen('A late change')).toEqual(['Announced: Your verification has changed']);

  mkdirSync(join(toldFile, '..'), { recursive: true });
  writeFileSync(toldFile, `${story.join('\n')}`);
  expect(
    story.join('\n'),
    `What was told is in ${toldFile}; where it reads better than ${storyFile}, let it take its place`,
  ).toBe(readFileSync(storyFile, 'utf8'));
});
