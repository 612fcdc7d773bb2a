import type { Page } from '@playwright/test';
import { createTheme, type Theme } from '#contract/theme';
import { presets } from '#theming/presets';
import { expect, test } from './fixtures';

const calm = presets.find(({ id }) => id === 'institution')?.theme ?? createTheme('none');

/** Opens the studio with a theme that this browser kept, and waits until all of it was looked at. */
async function readFindings(page: Page, theme: Theme): Promise<string[]> {
  await page.addInitScript(
    kept => localStorage.setItem('portico.studio.theme', kept),
    JSON.stringify({ tab: 'another', at: 1, theme }),
  );
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/studio?lang=en');
  const findings = page.getByRole('tabpanel', { name: /^Findings/ });
  await expect(findings.getByText(/text pairs pass/)).toBeVisible({ timeout: 120_000 });
  const items = await findings.getByRole('listitem').all();
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

test('ten faults in a theme are ten findings', async ({ page }) => {
  const findings = await readFindings(page, { ...calm, rules: faults });
  expect(findings.slice(0, -1).sort()).toEqual([
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
});

test('a theme that was drawn with care has none', async ({ page }) => {
  const findings = await readFindings(page, calm);
  expect(findings).toEqual([expect.stringMatching(/^Passes: (\d+) of \1 text pairs pass$/)]);
});
