import { readFileSync } from 'node:fs';
import { findViolations } from './find-violations';
import { expect, test } from './fixtures';
import { expectPicture, findLosses, showState, stateGroups } from './gallery';

const phone = { width: 360, height: 740 };

test.use({ viewport: phone, timezoneId: 'Asia/Almaty', deviceScaleFactor: 0.5 });

const arabicFont = readFileSync(
  'node_modules/@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2',
).toString('base64');

test.describe.configure({ timeout: 600_000 });

for (const { title, states } of stateGroups) {
  // What a device lacks differs in words alone, and is much: one picture each is enough, the English one.
  const isPictured = title !== 'Device';

  test(`${title}: every state in Kazakh in the dark`, async ({ page }) => {
    const found: string[] = [];
    for (const name of Object.keys(states)) {
      await showState(page, name, 'lang=kk&scheme=dark');
      if (isPictured) await expectPicture(page, `kk-${name}`);
      await page.setViewportSize({ ...phone, width: 320 });
      found.push(...(await findLosses(page)).map(loss => `${name}: ${loss}`));
      await page.setViewportSize(phone);
    }
    expect(found).toEqual([]);
  });

  test(`${title}: every state in Arabic, from right to left`, async ({ page }) => {
    // The page leaves Arabic to the system's fonts, which differ from one machine to the next, and pictures with them.
    await page.addInitScript(async font => {
      const bytes = Uint8Array.from(atob(font), character => character.charCodeAt(0));
      document.fonts.add(await new FontFace('Kept Arabic', bytes.buffer, { weight: '100 900' }).load());
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':root:lang(ar) { --font: "Golos Text Variable", "Kept Arabic" !important }');
      document.adoptedStyleSheets = [sheet];
    }, arabicFont);
    const found: string[] = [];
    for (const name of Object.keys(states)) {
      await showState(page, name, 'lang=ar&scheme=light');
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      if (isPictured) await expectPicture(page, `ar-${name}`);
      // English is judged by its colours too, and they are the same.
      found.push(...(await findViolations(page, 'all but colours')).map(violation => `${name}: ${violation}`));
      await page.setViewportSize({ ...phone, width: 320 });
      found.push(...(await findLosses(page)).map(loss => `${name}: ${loss}`));
      await page.setViewportSize(phone);
    }
    expect(found).toEqual([]);
  });
}
