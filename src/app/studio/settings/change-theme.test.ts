import { expect, test } from 'vitest';
import { createTheme } from '#contract/theme';
import { setColour, setDeclaration, setSetting } from './change-theme';

const plain = createTheme('Plain');

test('what is set and reset leaves the theme as it was', () => {
  expect(setColour(setColour(plain, 'dark', 'accent', '#fff'), 'dark', 'accent', undefined)).toEqual(plain);
  expect(setSetting(setSetting(plain, 'controlRadius', 8), 'controlRadius', undefined)).toEqual(plain);
  const set = setDeclaration(plain, 'submit', 'color', 'red');
  expect(set.elements).toEqual({ submit: { color: 'red' } });
  expect(setDeclaration(set, 'submit', 'color', undefined)).toEqual(plain);
});

test('a declaration that changes keeps its place', () => {
  let theme = setDeclaration(plain, 'submit', 'color', 'red');
  theme = setDeclaration(theme, 'submit', 'padding', '4px');
  theme = setDeclaration(theme, 'submit', 'color', 'blue');
  expect(Object.entries(theme.elements.submit ?? {})).toEqual([
    ['color', 'blue'],
    ['padding', '4px'],
  ]);
});
