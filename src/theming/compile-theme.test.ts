import { expect, test } from 'vitest';
import { compileTheme } from './compile-theme';
import { defaultTheme } from './default-theme';

test('compiles the same theme to the same text', () => {
  expect(compileTheme(structuredClone(defaultTheme))).toBe(compileTheme(defaultTheme));
});

test('carries light and dark in one text', () => {
  const css = compileTheme(defaultTheme);
  expect(css).toContain(`--portico-accent: ${defaultTheme.light.accent};`);
  expect(css.slice(css.indexOf('prefers-color-scheme: dark'))).toContain(
    `--portico-accent: ${defaultTheme.dark.accent};`,
  );
});

test('closes what it opens, reaches outside for nothing and shouts at nobody', () => {
  const css = compileTheme(defaultTheme);
  expect(css.split('{')).toHaveLength(css.split('}').length);
  expect(css).not.toMatch(/@import|url\(|!important/);
});

test('follows a changed seed', () => {
  const theme = { ...defaultTheme, controlHeight: 44 };
  expect(compileTheme(theme)).toContain('min-height: 44px;');
  expect(compileTheme(theme)).not.toBe(compileTheme(defaultTheme));
});

test('writes in a pale accent only what can be read', () => {
  const css = compileTheme({ ...defaultTheme, light: { ...defaultTheme.light, accent: '#ffd400' } });
  expect(css).toContain('--portico-accent: #ffd400;');
  expect(css).not.toContain('--portico-accent-text: #ffd400;');
});
