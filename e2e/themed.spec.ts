import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Stack, startStack } from '#dev/stack';
import { expectAccessible } from './axe';
import { findViolations } from './find-violations';
import { test as base, expect } from './fixtures';
import { setScheme, showState } from './gallery';
import { startCheck } from './person';

/** A loud brand that has chosen what nobody could read: white on yellow, pale texts, signals as bright as the accent. */
const theme = {
  name: 'loud',
  light: {
    ...{ surface: '#fff4fb', text: '#c77dff', mutedText: '#e0aaff', line: '#ffd6f0' },
    ...{ accent: '#ffd400', onAccent: '#ffffff', success: '#39ff14', warning: '#ffae00', danger: '#ff5c8a' },
  },
  dark: {
    ...{ surface: '#2b0a3d', text: '#8a4fbf', mutedText: '#6a3d99', line: '#4a1a66' },
    ...{ accent: '#c2410c', onAccent: '#7c2d12', success: '#0b5d1e', warning: '#7a4b00', danger: '#8b0000' },
  },
  cardRadius: 28,
  controlRadius: 28,
};

const test = base.extend<object, { stack: Stack }>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner wants a pattern here.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'portico-theme-'));
      const file = join(folder, 'theme.json');
      writeFileSync(file, JSON.stringify(theme));
      const stack = await startStack({ THEME_FILE: file });
      await use(stack);
      await stack.close();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

test.use({ viewport: { width: 360, height: 740 }, timezoneId: 'Asia/Almaty' });

/** Together they show every colour where it stands. */
const tellingStates = [
  'start-first-visit',
  'device-camera-denied',
  'handoff-waiting',
  'verify-open',
  'verify-silent',
  'in-review',
  'verified-masked',
  'action-needed-five',
  'not-verified',
  'changed-contact',
  'language-menu',
  'session-ending',
];

test('a theme that nobody could read is readable on the page, light and dark, and from right to left', async ({
  page,
}) => {
  const found: string[] = [];
  for (const name of tellingStates) {
    for (const language of name === 'action-needed-five' ? ['en', 'ar'] : ['en']) {
      await showState(page, name, `lang=${language}&scheme=light`);
      found.push(...(await findViolations(page)).map(fault => `${name}, ${language}, light: ${fault}`));
      await setScheme(page, 'dark');
      found.push(...(await findViolations(page, 'colours')).map(fault => `${name}, ${language}, dark: ${fault}`));
    }
  }
  expect(found).toEqual([]);
  await expect(page.locator('.button-primary').last()).toHaveCSS('background-color', 'rgb(194, 65, 12)');
});

test('the screen of the check is as readable, with the frame in it', async ({ page }) => {
  await startCheck(page);
  await expectAccessible(page);
});
