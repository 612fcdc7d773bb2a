import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTheme } from '#contract/theme';
import { defaultTheme } from '#theming/default-theme';
import { readThemeFile } from './read-theme-file';

const directory = mkdtempSync(join(tmpdir(), 'portico-theme-'));

function save(theme: unknown): string {
  const file = join(directory, 'theme.json');
  writeFileSync(file, typeof theme === 'string' ? theme : JSON.stringify(theme));
  return file;
}

test('takes what the file says and the rest from the default theme', () => {
  const theme = readThemeFile(save({ name: 'aqsha', light: { accent: 'oklch(50% 0.12 180)' }, controlRadius: 12 }));
  expect(theme).toEqual({
    ...defaultTheme,
    name: 'aqsha',
    light: { ...defaultTheme.light, accent: 'oklch(50% 0.12 180)' },
    controlRadius: 12,
  });
});

test('takes a document of the studio as it is', () => {
  const theme = { ...createTheme('Quiet'), light: { accent: '#0b6b45' } };
  expect(readThemeFile(save(theme))).toEqual(theme);
});

test.each([
  [{ name: 'a', light: { accent: 'red; } * { display: none' } }, 'light.accent: is not a CSS colour'],
  [{ name: 'a', light: { acent: 'red' } }, 'light.acent'],
  [{ light: {} }, 'name:'],
  [{ name: 'a', light: 'blue' }, 'light:'],
  [{ version: 2, name: 'a' }, 'version: is of version 2'],
  [{ name: 'a', fontFamily: 'x; } @import url(//a.test)' }, 'fontFamily: is not one CSS value'],
  [{ name: 'a', controlRadius: '8px' }, 'controlRadius'],
  ['no json', 'no JSON'],
])('refuses %j', (theme, words) => {
  expect(() => readThemeFile(save(theme))).toThrow(words);
});
