import { expect, test } from 'vitest';
import { createTheme } from '#contract/theme';
import { resetTexts, setText } from './change-texts';
import { findPathFault, findTexts, groupTexts, listPlaceholders, listTexts } from './list-texts';

const stock = {
  'upload.choose': 'Choose a file',
  'document.subTitles.IDENTITY': 'Choose the country',
  'document.type': 'Document type',
};
const entries = listTexts(stock, ['document.type', 'own.path']);

test('lists every text once, the proved one apart and paths of the theme last', () => {
  expect(entries.map(({ path }) => path)).toEqual([...Object.keys(stock), 'own.path']);
  expect(entries.filter(({ isProved }) => isProved).map(({ path }) => path)).toEqual(['document.subTitles.IDENTITY']);
  expect(groupTexts(entries).map(({ id, entries: found }) => [id, found.map(({ path }) => path)])).toEqual([
    ['document', ['document.type']],
    ['upload', ['upload.choose']],
  ]);
});

test('finds a text by words of its path, of the stock text and of its own', () => {
  const find = (search: string) => findTexts(entries, { 'own.path': 'Hello' }, search).map(({ path }) => path);
  expect(find('CHOOSE file')).toEqual(['upload.choose']);
  expect(find('hello')).toEqual(['own.path']);
  expect(find('')).toHaveLength(4);
});

test.each([
  ['steps.own', undefined],
  ['two words', { kind: 'spelling' }],
  ['.a', { kind: 'spelling' }],
  ['', { kind: 'spelling' }],
  ['document', { kind: 'conflict', with: 'document.subTitles.IDENTITY' }],
  ['upload.choose.more', { kind: 'conflict', with: 'upload.choose' }],
])('judges the path %s', (path, expected) => {
  expect(findPathFault(path, Object.keys(stock))).toEqual(expected);
});

test('names what the widget fills in, once each', () => {
  expect(listPlaceholders('Step {number} of {total}: {number}')).toEqual(['{number}', '{total}']);
});

test('a text that is emptied is the provider’s again, and a language without texts is none', () => {
  const theme = setText(setText(createTheme('Any'), 'kk', 'a.b', 'Бір'), 'kk', 'a.c', 'Екі');
  expect(theme.texts).toEqual({ kk: { 'a.b': 'Бір', 'a.c': 'Екі' } });
  expect(Object.keys(setText(theme, 'kk', 'a.b', 'Үш').texts.kk ?? {})).toEqual(['a.b', 'a.c']);
  expect(setText(theme, 'kk', 'a.b', '').texts).toEqual({ kk: { 'a.c': 'Екі' } });
  expect(setText(setText(theme, 'kk', 'a.b', undefined), 'kk', 'a.c', '').texts).toEqual({});
  expect(resetTexts(theme, 'kk').texts).toEqual({});
});
