import type { Locator, Page } from '@playwright/test';
import { createTheme, type Theme } from '#contract/theme';
import { presets } from '#theming/presets';
import { expect, test } from './fixtures';

const calm = presets.find(({ id }) => id === 'institution')?.theme ?? createTheme('none');

// Every screen is drawn and looked at in seven ways.
test.setTimeout(400_000);

function findingsOn(page: Page): Locator {
  return page.getByRole('tabpanel', { name: /^Findings/ });
}

/** Opens the studio with a theme that this browser kept, and waits until all of it was looked at. */
async function openFindings(page: Page, theme: Theme): Promise<void> {
  await page.addInitScript(
    kept => localStorage.setItem('portico.studio.theme', kept),
    JSON.stringify({ tab: 'another', at: 1, theme }),
  );
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/studio?lang=en');
  const accent = page.getByRole('textbox', { name: 'Accent', exact: true });
  await accent.focus();
  await expect(findingsOn(page).getByText(/text pairs pass/)).toBeVisible({ timeout: 120_000 });
  await expect(accent).toBeFocused();
}

async function readFindings(page: Page): Promise<string[]> {
  const items = await findingsOn(page).getByRole('listitem').all();
  const said = items.map(async item => {
    const [severity, title] = [item.locator('.ui-pill'), item.getByRole('heading')];
    return `${await severity.innerText()}: ${await title.innerText()}`;
  });
  return Promise.all(said);
}

const faults = `
.markdown-instructions li { color: #b4b8bd }
button.back:focus-visible { outline: none }
.radio-item { height: 16px; min-height: 0; margin: 0; padding-block: 0; line-height: 16px }
.upload-item h4 { overflow: hidden; max-width: 60px; white-space: nowrap }
.submit-buton { border-radius: 12px }
button.submit:hover { transform: none }
h3.subtitle { colr: red }
@font-face { font-family: Own; src: url(https://fonts.example/own.woff2) }
.status-text { font-family: Gotham, serif }
.sumsub-logo { margin-left: 12px }
`;

test('ten faults in a theme are ten findings, and a fix does away with its own', async ({ page }) => {
  await openFindings(page, { ...calm, rules: faults });
  const found = (await readFindings(page)).slice(0, -1);
  expect([...found].sort()).toEqual([
    'Cut off: Title of an upload card',
    'Fails: Back button: focus',
    'Fails: Gotham',
    'Fails: Instructions',
    'Fails: Radio button',
    'Fails: colr: red',
    'No match: .submit-buton',
    'Note: margin-left: 12px',
    'Note: transform: none',
    'Outside: A file from fonts.example',
  ]);
  await findingsOn(page)
    .getByRole('button', { name: /^Use #.*Instructions$/ })
    .click();
  await expect(findingsOn(page).getByRole('heading', { name: 'Instructions', exact: true })).toHaveCount(0, {
    timeout: 120_000,
  });
  expect((await readFindings(page)).slice(0, -1)).toEqual(found.filter(finding => finding !== 'Fails: Instructions'));
});

test('a theme that was drawn with care has none', async ({ page }) => {
  await openFindings(page, calm);
  expect(await readFindings(page)).toEqual([expect.stringMatching(/^Passes: (\d+) of \1 text pairs pass$/)]);
});
