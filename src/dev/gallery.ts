import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { buildIfStale } from './build-if-stale';
import { findBrowser } from './find-browser';
import { composeSheet, type Picture } from './gallery-sheet';
import { serveGallery } from './serve-gallery';

const usage = `Pictures of the gallery's states, and sheets that hold several of them.

  npm run gallery -- [--lang en,kk] [--width 360,1440] [--scheme light,dark] [--dir rtl] [--state in-review] [--out folder]

Several values are separated by commas. --state takes the states whose names begin with it.`;

const { values } = parseArgs({
  options: {
    lang: { type: 'string', default: 'en' },
    width: { type: 'string', default: '360' },
    scheme: { type: 'string', default: 'light' },
    dir: { type: 'string' },
    state: { type: 'string', default: '' },
    out: { type: 'string', default: join(tmpdir(), 'portico-gallery') },
    help: { type: 'boolean', default: false },
  },
});

const windowHeight = 780;

/** How many cells a sheet has, and how wide they are on it, by the width of the cells. */
const layouts = [
  { upTo: 480, columns: 4, rows: 2, scale: 1 },
  { upTo: 1000, columns: 2, rows: 2, scale: 0.9 },
  { upTo: Number.POSITIVE_INFINITY, columns: 2, rows: 3, scale: 0.5 },
];

async function main(): Promise<void> {
  buildIfStale();
  const server = await serveGallery();
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const names = (await listStates(browser, server.url)).filter(name => name.startsWith(values.state));
  for (const { lang, width, scheme } of combine(values.lang, values.width, values.scheme)) {
    const folder = join(values.out, [lang, width, scheme, ...(values.dir ? [values.dir] : [])].join('-'));
    mkdirSync(folder, { recursive: true });
    const page = await browser.newPage({
      viewport: { width: Number(width), height: windowHeight },
      timezoneId: 'Asia/Almaty',
    });
    const pictures: Picture[] = [];
    for (const name of names) {
      const search = new URLSearchParams({ lang, scheme, ...(values.dir ? { dir: values.dir } : {}) });
      await page.goto(`${server.url}/gallery/${name}?${search}`);
      await page
        .locator('html[data-cell=shown]')
        .waitFor({ timeout: 10_000 })
        .catch(() => console.error(`${name} never said what it has to say`));
      // As high as its content: what sticks to the edge of a window would stand in the middle of a longer picture.
      const box = await page.locator('html').boundingBox();
      const height = Math.max(windowHeight, Math.ceil(box?.height ?? 0));
      await page.setViewportSize({ width: Number(width), height });
      const png = await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
      await page.setViewportSize({ width: Number(width), height: windowHeight });
      pictures.push({ name, png });
    }
    await page.close();
    const sheets = await composeSheet(browser, pictures, toLayout(Number(width)), folder);
    console.log([`${pictures.length} cells in ${folder}, on`, ...sheets].join('\n  '));
  }
  await browser.close();
  server.close();
}

/** The wall itself says what hangs on it. */
async function listStates(browser: Browser, url: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.goto(`${url}/gallery`);
  const links = page.locator('.cell a');
  await links.first().waitFor();
  const addresses = await Promise.all((await links.all()).map(link => link.getAttribute('href')));
  await page.close();
  return addresses.map(address => new URL(address ?? '', url).pathname.replace('/gallery/', ''));
}

function toLayout(width: number) {
  const { columns, rows, scale } = layouts.find(({ upTo }) => width <= upTo) ?? { columns: 1, rows: 1, scale: 1 };
  return { columns, rows, shownWidth: Math.round(width * scale) };
}

function combine(languages: string, widths: string, schemes: string) {
  return languages
    .split(',')
    .flatMap(lang => widths.split(',').flatMap(width => schemes.split(',').map(scheme => ({ lang, width, scheme }))));
}

if (values.help) console.log(usage);
else await main();
