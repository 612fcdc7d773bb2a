import { expect, test } from 'vitest';
import { createTheme, type Theme } from '#contract/theme';
import { listDifferences } from './list-differences';

const theme: Theme = {
  ...createTheme('Aqsha'),
  light: { accent: 'red', text: 'black' },
  cardRadius: 4,
  rules: 'p { margin: 0 }\nh2 { color: red }\n',
};

test('nothing differs from itself', () => {
  expect(listDifferences(theme, structuredClone(theme))).toEqual([]);
});

test('says each setting that differs, and each line of the rules that only one has', () => {
  const mine: Theme = {
    ...theme,
    light: { accent: 'teal', text: 'black' },
    cardRadius: undefined,
    elements: { submit: { 'z-index': '1' } },
    rules: 'h2 { color: red }\np { margin: 1px }\n',
  };
  expect(listDifferences(theme, mine)).toEqual([
    { path: 'light.accent', theirs: 'red', mine: 'teal' },
    { path: 'cardRadius', theirs: '4', mine: undefined },
    { path: 'elements.submit.z-index', theirs: undefined, mine: '1' },
    { path: 'rules', theirs: 'p { margin: 0 }', mine: undefined },
    { path: 'rules', theirs: undefined, mine: 'p { margin: 1px }' },
  ]);
});

test('says that rules differ in their order alone', () => {
  const [rules] = [theme.rules.split('\n').reverse().join('\n')];
  expect(listDifferences(theme, { ...theme, rules })).toEqual([{ path: 'rules', theirs: undefined, mine: undefined }]);
});
