import { expect, test } from 'vitest';
import { isoLanguages } from '#contract/language';
import { pageLanguages } from '#contract/page-languages';
import { listLanguages, matchesLanguage, toOwnName } from './list-languages';

test('offers every ISO 639-1 language once and under a name of its own, the page’s first', () => {
  const { pages, others } = listLanguages(pageLanguages);
  expect(pages.map(({ code }) => code)).toEqual(pageLanguages);
  expect([...pages, ...others].map(({ code }) => code).toSorted()).toEqual(isoLanguages.toSorted());
  expect(new Set([...pages, ...others].map(({ name }) => name)).size).toBe(isoLanguages.length);
});

test('names languages in themselves, those around here too', () => {
  expect(['de', 'sv', 'tg', 'tt', 'uz', 'ky'].map(toOwnName)).toEqual([
    'Deutsch',
    'Svenska',
    'Тоҷикӣ',
    'Татарча',
    'Oʻzbekcha',
    'Кыргызча',
  ]);
});

function find(query: string, page = 'en'): string[] {
  const { pages, others } = listLanguages(pageLanguages);
  return [...pages, ...others].filter(language => matchesLanguage(language, query, page)).map(({ code }) => code);
}

test.each([
  ['de', 'de'],
  ['deu', 'de'],
  ['ger', 'de'],
  ['German', 'de'],
  ['deutsch', 'de'],
  ['нем', 'de'],
  ['kazakh', 'kk'],
  ['каз', 'kk'],
  ['ҚАЗАҚ', 'kk'],
  ['kaz', 'kk'],
  ['francais', 'fr'],
  ['  Türk', 'tr'],
  ['turkce', 'tr'],
  ['ozbek', 'uz'],
  ['中', 'zh'],
  ['文', 'zh'],
  ['한국', 'ko'],
  ['عرب', 'ar'],
  ['עבר', 'he'],
  ['хинди', 'hi'],
])('finds by %j the language %s', (query, code) => {
  expect(find(query)).toContain(code);
});

test('finds by the name in the language of the page', () => {
  expect(find('alemán', 'es')).toEqual(['de']);
  expect(find('alemán', 'en')).toEqual([]);
});

test('narrows down as more is typed, and finds everything while nothing is', () => {
  expect(find('')).toHaveLength(isoLanguages.length);
  expect(find('germ')).toEqual(['de']);
  expect(find('nothing like it')).toEqual([]);
});
