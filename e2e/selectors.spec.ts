import { sdkSelectors } from '#idngo/sdk-selectors';
import { sdkStructure } from '#idngo/sdk-structure';
import { unprovedVariables } from '#idngo/sdk-variables';
import { findStruggles, type Struggle, stockSelectors, themeSelectors } from './element-weight';
import { expect, test } from './fixtures';
import { walkScreens } from './frame-walk';
import { findMatches, toProbe } from './selector-probe';

const proved = sdkSelectors.filter(({ evidence }) => evidence === 'proved').map(({ selector }) => selector);
const unverified = sdkSelectors.filter(({ evidence }) => evidence === 'unverified').map(({ selector }) => selector);
const structure = sdkStructure.flatMap(({ nesting }) => nesting);

/** Of the stock, for what lies within a field or lies over it unseen, and keeps its shape there under any theme. */
const parts = [
  '.phone-input>input',
  '.phone :where(select)',
  '.line-form .line-form-item>input,.line-form .line-form-item>.phone-input',
  '.radio-item input,.checkbox input',
  '.upload-item input:where([type="file"])',
  '.list>:where(input)',
  '.list>:where(input):focus-visible',
  '.list :where(.nothing)',
  '.start-phone :where(.copied)',
];

test('every proved selector matches something on some screen, no unverified one does, and a theme’s elements win', async ({
  page,
  stack,
}) => {
  const probes = [...new Set([...proved, ...structure, ...unverified])].map(toProbe);
  const screensOf = new Map<string, Set<string>>();
  const struggles: Struggle[] = [];
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await walkScreens(page, stack.sandboxUrl, async name => {
      // The one class among the selectors that a host brings itself.
      await page.evaluate(() =>
        window.postMessage({
          method: 'preview.applyLook',
          uiConf: { customBodyClass: ['profileSumsub__sdkUi'] },
        }),
      );
      await expect(page.locator('body')).toHaveClass('profileSumsub__sdkUi');
      for (const selector of await page.evaluate(findMatches, probes)) {
        screensOf.set(selector, (screensOf.get(selector) ?? new Set()).add(name));
      }
      if (width === 1440)
        struggles.push(...(await page.evaluate(findStruggles, [themeSelectors, stockSelectors] as const)));
    });
  }
  const bySelector = Object.fromEntries([...screensOf].map(([selector, names]) => [selector, [...names]]));
  await test.info().attach('screens by selector', { body: JSON.stringify(bySelector, undefined, 2) });
  expect({
    provedButUnmatched: proved.filter(selector => !screensOf.has(selector)),
    nestingUnmatched: structure.filter(selector => !screensOf.has(selector)),
    unverifiedButMatched: unverified.filter(selector => screensOf.has(selector)),
  }).toEqual({ provedButUnmatched: [], nestingUnmatched: [], unverifiedButMatched: [] });

  const winners = new Set(
    struggles.filter(({ hasWon }) => hasWon).map(({ element, property }) => `${element} ${property}`),
  );
  const lost = struggles.flatMap(({ element, property, lostTo }) =>
    lostTo.filter(rule => !parts.includes(rule)).map(rule => `${element} ${property} < ${rule}`),
  );
  expect({
    nowhereEffective: themeSelectors.flatMap(({ owner, properties }) =>
      properties.map(property => `${owner} ${property}`).filter(key => !winners.has(key)),
    ),
    beatenByStock: [...new Set(lost)],
  }).toEqual({ nowhereEffective: [], beatenByStock: [] });
});

test('no stock rule uses a variable that is not proved', async ({ page, stack }) => {
  await page.goto(`${stack.sandboxUrl}/websdk.html?preview=upload`);
  await expect(page.locator('section.content')).toBeVisible();
  const stock = await page.evaluate(() =>
    [...document.styleSheets].flatMap(sheet => [...sheet.cssRules].map(rule => rule.cssText)).join('\n'),
  );
  expect(stock).toContain('--success-color');
  expect(unprovedVariables.filter(name => stock.includes(name))).toEqual([]);
});
