import { type Browser, chromium } from '@playwright/test';
import { createTheme, type Theme } from '#contract/theme';
import { build } from '#dev/build';
import { findBrowser } from '#dev/find-browser';
import { startStack } from '#dev/stack';

interface Subject {
  name: string;
  path: string;
  /** What is there once somebody can work. */
  signs: readonly string[];
  kept?: Theme;
}

/**
 * From the navigation to a studio in which somebody can work, on the built app, in a browser that starts empty and with its
 * processor made four times slower: the first preview stands under the theme, the settings take a value, and a frame was
 * drawn with both. Beside it the first page of a verification, by which a busy machine can be told.
 */
const slowdown = 4;
const runs = Number(process.argv[3] ?? 9);
const inUse = ['[data-control="light.accent"] input:enabled', '.stage-frame[data-progress="shown"]'];
const kept: Theme = { ...createTheme('Kept'), light: { accent: '#0e7c60' } };

build();
const stack = await startStack();
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
console.log(`\nFrom the navigation to a page in use, CPU ${slowdown}× slower, ${runs} times each, milliseconds:`);
const subjects: Subject[] = [
  { name: 'the first page of a verification', path: '/', signs: ['main button:enabled'] },
  { name: 'the studio, for the first time', path: '/studio', signs: inUse },
  { name: 'the studio, with the theme of before', path: '/studio', signs: inUse, kept },
];
const times = new Map(subjects.map(({ name }) => [name, [] as number[]]));
try {
  for (let run = 0; run < runs; run += 1) {
    for (const subject of subjects) times.get(subject.name)?.push(await measureOpening(browser, stack.appUrl, subject));
  }
} finally {
  await browser.close();
  await stack.close();
}
for (const [name, samples] of times) {
  const sorted = samples.toSorted((a, b) => a - b).map(ms => String(Math.round(ms)).padStart(6));
  console.log(`  ${name.padEnd(38)} median ${sorted[Math.floor(runs / 2)]}   most ${sorted.at(-1)}`);
}

async function measureOpening(browser: Browser, origin: string, { path, signs, kept }: Subject): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(error.message));
  await page.addInitScript(watchOpening, signs);
  if (kept) await page.addInitScript(kept => localStorage.setItem('portico.studio.theme', kept), JSON.stringify(kept));
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(origin + path, { waitUntil: 'commit' });
  const ms = await page.evaluate(() => Reflect.get(window, 'opened') as Promise<number>);
  await context.close();
  if (faults.length > 0) throw new Error(`${path} failed: ${faults.join('; ')}`);
  return ms;
}

/** Runs in the page, before anything of its own. */
function watchOpening(selectors: readonly string[]): void {
  const opened = new Promise<number>(resolve => {
    const observer = new MutationObserver(() => {
      if (selectors.some(selector => !document.querySelector(selector))) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    });
    observer.observe(document, { subtree: true, childList: true, attributeFilter: ['data-progress'] });
  });
  Object.assign(window, { opened });
}
