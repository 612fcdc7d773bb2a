import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from './find-browser';

/** The arch on paper; its size leaves what a phone may cut away. */
function draw(size: number, share: number): string {
  const width = size * share;
  return `<body style="margin:0;display:grid;place-items:center;height:${size}px;background:#f7f7f4">
    <svg width="${width}" viewBox="3.7 2.7 24.6 27.6" fill="none" stroke="#2746a6" stroke-linecap="round">
      <path stroke-width="2.6" d="M5 29V15a11 11 0 0 1 22 0v14" />
      <path stroke-width="2.2" opacity=".6" d="M11 29V16a5 5 0 0 1 10 0v13" />
    </svg>`;
}

const folder = 'public/icons';
const icons = [
  { name: 'icon-192.png', size: 192, share: 0.56 },
  { name: 'icon-512.png', size: 512, share: 0.56 },
  { name: 'maskable-192.png', size: 192, share: 0.44 },
  { name: 'maskable-512.png', size: 512, share: 0.44 },
  { name: 'apple-touch-icon.png', size: 180, share: 0.54 },
];

/** `npx tsx src/dev/draw-icons.ts`: the committed pictures of `public/icons`, and `favicon.ico` for who asks for that. */
async function drawIcons(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: findBrowser() });
  const page = await browser.newPage();
  for (const { name, size, share } of icons) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(draw(size, share));
    writeFileSync(`${folder}/${name}`, await page.screenshot({ type: 'png' }));
  }
  await page.setViewportSize({ width: 32, height: 32 });
  await page.setContent(draw(32, 0.8));
  writeFileSync('public/favicon.ico', toIco(await page.screenshot({ type: 'png' }), 32));
  await browser.close();
}

/** One PNG in the wrapping of an .ico, which browsers have taken since 2009. */
function toIco(png: Buffer, size: number): Buffer {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.byteLength, 14);
  header.writeUInt32LE(header.byteLength, 18);
  return Buffer.concat([header, png]);
}

await drawIcons();
