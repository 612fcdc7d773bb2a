import { join } from 'node:path';
import type { Browser } from '@playwright/test';

export interface Picture {
  name: string;
  png: Buffer;
}

const gap = 16;

/** Puts pictures side by side under their names, so many to a sheet. Returns the files. */
export async function composeSheet(
  browser: Browser,
  pictures: readonly Picture[],
  { columns, rows, shownWidth }: { columns: number; rows: number; shownWidth: number },
  folder: string,
): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: columns * (shownWidth + gap) + gap, height: 200 } });
  const files: string[] = [];
  for (let first = 0; first < pictures.length; first += columns * rows) {
    const cells = pictures.slice(first, first + columns * rows).map(
      ({ name, png }) =>
        `<figure><figcaption>${name}</figcaption>
         <img src="data:image/png;base64,${png.toString('base64')}" width="${shownWidth}"></figure>`,
    );
    await page.setContent(`<style>
      body { display: grid; grid-template-columns: repeat(${columns}, ${shownWidth}px); gap: ${gap}px; align-items: start;
        margin: ${gap}px; background: #8b8f94; font: 600 13px sans-serif }
      figure { margin: 0 }
      img { display: block; margin-block-start: 4px }
    </style>${cells.join('')}`);
    const file = join(folder, `sheet-${String(files.length + 1).padStart(2, '0')}.png`);
    await page.screenshot({ path: file, fullPage: true });
    files.push(file);
  }
  await page.close();
  return files;
}
