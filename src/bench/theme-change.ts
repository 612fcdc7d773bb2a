import { setTimeout as delay } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { build } from '#dev/build';
import { findBrowser } from '#dev/find-browser';
import { startStack } from '#dev/stack';

/**
 * From a key or a move of the pointer in the studio to changed previews in Chromium: eight of them in view, on the built
 * app. A change counts as shown at the first frame after the one in which the last of the eight was written. Beside it, the
 * same theme by a relaunch of the SDK in the studio, to its first screen.
 */
const changes = 60;
const restMs = 3000;
const launches = 8;
/** As long as the sheets that people bring along. */
const longRules = Array.from({ length: 125 }, (_, at) => `.own-${at} .title {\n  color: red;\n  margin: 0;\n}\n`).join(
  '',
);
const eightCells = 'mode=wall&groups=contact,review&lang=en';

build();
const stack = await startStack();
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
});
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
const faults: string[] = [];
page.on('pageerror', error => faults.push(error.message));
await page.goto(`${stack.appUrl}/studio?${eightCells}`);
await page.waitForFunction(() => document.querySelectorAll('.stage-frame[data-progress="shown"]').length === 8);
const welcome = page.getByRole('dialog');
await welcome.waitFor();
await page.keyboard.press('Escape');
await welcome.waitFor({ state: 'hidden' });
// What the studio checks in the background when it opens is over, as it is for whoever has looked for a while.
await delay(Number(process.argv[3] ?? 20_000));

const typed = await measureTyping(page);
const dragged = await measureDrag(page);
const valued = await measureRules(page, 'p { opacity: 0.5 }', ' }'.length, number => `${(number % 8) + 1}`);
const selected = await measureRules(page, longRules, 0, number => (number % 20 === 19 ? '{' : 'p'));
const relaunched = await measureRelaunch(page);
await browser.close();
await stack.close();
if (faults.length > 0) throw new Error(`The studio failed: ${faults.join('; ')}`);

console.log(`\nFrom an event to eight changed previews, ${changes} changes each, milliseconds:`);
report('a key in a colour field', typed);
report('a drag of the radius', dragged);
report('a key in the value of a rule', valued);
report('a key after 500 lines of rules', selected);
console.log(`From a press to the first screen of the SDK with the same theme, ${launches} launches:`);
report('a relaunch', relaunched);

function report(name: string, samples: number[]): void {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) =>
    String(Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN)).padStart(6);
  console.log(`  ${name.padEnd(30)} median ${at(0.5)}   p95 ${at(0.95)}   most ${at(1)}`);
}

async function measureTyping(page: Page): Promise<number[]> {
  const field = page.locator('[data-control="light.accent"] input').first();
  await field.fill('#0e7c60');
  const times: number[] = [];
  for (let number = 0; number < changes; number += 1) {
    await page.keyboard.press('Backspace'); // a colour of five digits is none
    const shown = await watch(page, 'keydown');
    await page.keyboard.press(number % 2 ? '4' : 'b');
    times.push(await shown.time());
  }
  return times;
}

async function measureDrag(page: Page): Promise<number[]> {
  const thumb = page.locator('[data-control="controlRadius"] .ui-slider-thumb');
  const box = await thumb.boundingBox();
  const track = await page.locator('[data-control="controlRadius"] .ui-slider-track').boundingBox();
  if (!box || !track) throw new Error('There is no slider of the radius');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  const times: number[] = [];
  for (let number = 0; number < changes; number += 1) {
    const shown = await watch(page, 'pointermove');
    await page.mouse.move(track.x + track.width * (number % 2 ? 0.3 : 0.6), y);
    times.push(await shown.time());
  }
  await page.mouse.up();
  return times;
}

/** Types in the rules, so many characters before their end, in CodeMirror as a person does. */
async function measureRules(page: Page, rules: string, beforeEnd: number, keyOf: (number: number) => string) {
  await page.getByRole('tab', { name: 'Rules' }).click();
  const editor = page.getByRole('textbox', { name: 'CSS rules' });
  await editor.fill(rules);
  await page.keyboard.press('Control+End');
  for (let number = 0; number < beforeEnd; number += 1) await page.keyboard.press('ArrowLeft');
  await delay(restMs);
  const times: number[] = [];
  for (let number = 0; number < changes; number += 1) {
    const shown = await watch(page, 'keydown');
    await page.keyboard.press(keyOf(number));
    times.push(await shown.time());
  }
  return times;
}

/** Resolves once the page is watched; `time` with the milliseconds from the next event of that kind to the shown change. */
async function watch(page: Page, kind: 'keydown' | 'pointermove'): Promise<{ time(): Promise<number> }> {
  const time = await page.evaluateHandle(kind => {
    const frames = [...document.querySelectorAll<HTMLIFrameElement>('.stage-frame iframe')];
    const sheets = frames.map(frame => frame.contentDocument?.querySelector('style[data-custom-css="rest"]'));
    const waiting = new Set(sheets);
    let startedAt = Number.NaN;
    window.addEventListener(
      kind,
      event => {
        startedAt = event.timeStamp;
      },
      { capture: true, once: true },
    );
    const shown = new Promise<number>(resolve => {
      for (const sheet of sheets) {
        if (!sheet) continue;
        const observer = new MutationObserver(() => {
          observer.disconnect();
          waiting.delete(sheet);
          if (waiting.size === 0) requestAnimationFrame(() => resolve(performance.now() - startedAt));
        });
        observer.observe(sheet, { childList: true });
      }
    });
    return { shown };
  }, kind);
  return { time: () => time.evaluate(({ shown }) => shown) };
}

async function measureRelaunch(page: Page): Promise<number[]> {
  await page.getByRole('radio', { name: 'Widget' }).click();
  const again = page.getByRole('button', { name: 'Launch again with this theme' });
  const first = await watchLaunch(page);
  await first.time();
  const times: number[] = [];
  for (let number = 0; number < launches; number += 1) {
    const shown = await watchLaunch(page);
    await again.click();
    times.push(await shown.time());
  }
  return times;
}

async function watchLaunch(page: Page): Promise<{ time(): Promise<number> }> {
  const time = await page.evaluateHandle(() => {
    let startedAt = performance.now();
    window.addEventListener(
      'pointerdown',
      event => {
        startedAt = event.timeStamp;
      },
      { capture: true, once: true },
    );
    const shown = new Promise<number>(resolve => {
      const heard = new AbortController();
      window.addEventListener(
        'message',
        ({ data }: MessageEvent<unknown>) => {
          const method = typeof data === 'object' && data !== null ? Reflect.get(data, 'method') : undefined;
          if (method !== 'idCheck.onStepInitiated') return;
          heard.abort();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - startedAt)));
        },
        { capture: true, signal: heard.signal },
      );
    });
    return { shown };
  });
  return { time: () => time.evaluate(({ shown }) => shown) };
}
