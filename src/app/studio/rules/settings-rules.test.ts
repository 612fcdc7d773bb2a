import { expect, test } from 'vitest';
import { createTheme } from '#contract/theme';
import { addRule, compileSettings, listSettingsRules } from './settings-rules';

test('lists each rule that the settings make as it is written, and none of the rules', () => {
  const theme = { ...createTheme('Any'), controlRadius: 7, rules: '.own { top: 0 }' };
  const css = compileSettings(theme, []);
  const listed = listSettingsRules(css);
  expect(listed.map(({ name }) => name)).toContain(':root');
  expect(listed.every(rule => css.includes(rule.css))).toBe(true);
  expect(css).not.toContain('.own');
});

test('lists the fonts of this installation that the settings name', () => {
  const theme = { ...createTheme('Any'), fontFamily: 'Onest, sans-serif' };
  const faces = ['Onest', 'Other'].map(family => ({ family, url: '/f.woff2', unicodeRange: 'U+0-7F' }));
  const [first, second] = listSettingsRules(compileSettings(theme, faces));
  expect(first?.name).toBe('@font-face');
  expect(first?.css).toContain("'Onest'");
  expect(second?.name).toBe(':root');
});

test('puts a rule after those that there are', () => {
  expect(addRule('', 'a { }')).toBe('a { }\n');
  expect(addRule('b { }\n\n', 'a { }')).toBe('b { }\n\na { }\n');
});
