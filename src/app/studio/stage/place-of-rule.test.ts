import { expect, test } from 'vitest';
import { createTheme, type Theme } from '#contract/theme';
import { compileTheme } from '#theming/compile-theme';
import { toPlace } from './place-of-rule';
import { listThemeRules } from './theme-sheet';

function placesOf(change: Partial<Theme>) {
  const theme = { ...createTheme('A'), ...change };
  const css = compileTheme(theme);
  return listThemeRules(css).map(rule => toPlace(theme, css, { ...rule, list: rule.selector }));
}

test('leads from a rule to where it was set', () => {
  expect(placesOf({ rules: '\np { color: red }' })).toEqual([{ tab: 'rules', line: 2 }]);
  expect(placesOf({ elements: { submit: { color: 'red' } } })).toEqual([{ tab: 'elements', element: 'submit' }]);
  expect(placesOf({ logo: { kind: 'hidden' } })).toContainEqual({ tab: 'seeds', control: 'logo' });
  expect(placesOf({ controlHeight: 40 })).toContainEqual({ tab: 'seeds', control: 'controlHeight' });
  expect(placesOf({ light: { accentHover: '#123456', accent: '#234567' } })).toContainEqual({
    tab: 'seeds',
    control: 'accentHover',
  });
});
