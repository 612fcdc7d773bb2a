import { expect, test } from 'vitest';
import { isoLanguages, negotiateLanguage, readLanguage, toDirection } from './language';
import { findPageLanguage, languagesWithoutNames, pageLanguages } from './page-languages';

test.each([
  ['kk-KZ', 'kk'],
  ['kk_KZ', 'kk'],
  ['pt_BR', 'pt'],
  ['zh-Hant-TW', 'zh'],
  ['uz-Cyrl', 'uz'],
  ['sr-Latn-RS', 'sr'],
  [' RU ', 'ru'],
  ['iw', 'he'],
  ['in-ID', 'id'],
  ['ji', 'yi'],
  ['mo', 'ro'],
  ['sh', 'sr'],
  ['nb-NO', 'no'],
  ['nn', 'no'],
  ['fil-PH', 'tl'],
  ['kaz', 'kk'],
  ['ger', 'de'],
  ['cmn-Hans-CN', 'zh'],
  ['xx', undefined],
  ['xyz', undefined],
  ['c', undefined],
  ['x-klingon', undefined],
  ['', undefined],
  [null, undefined],
  ['../../etc', undefined],
  ['русский', undefined],
])('reads the language of %j as %j', (tag, expected) => {
  expect(readLanguage(tag)).toBe(expected);
});

const pages = ['en', 'ru', 'kk', 'de', 'tr'];
test.each<[string, readonly (string | null)[], string[], { asked: string; page: string }]>([
  ['the first wish that names a language', [null, 'xx', 'uz-Latn', 'ru'], [], { asked: 'uz', page: 'ru' }],
  ['the browser’s language where nothing was chosen', [null], ['de-AT', 'en'], { asked: 'de', page: 'de' }],
  ['English where nothing is readable', [], ['xx'], { asked: 'en', page: 'en' }],
  ['another language of the browser before English', [], ['nl', 'en-GB', 'de'], { asked: 'nl', page: 'de' }],
  ['a language that its speakers read', [], ['tt', 'en-US', 'en'], { asked: 'tt', page: 'ru' }],
  ['what the browser names before what its speakers read', [], ['az', 'en', 'ru'], { asked: 'az', page: 'ru' }],
  ['English for who chose it, whatever the browser says', ['nl', 'en'], ['ru'], { asked: 'nl', page: 'en' }],
  ['English where the page has no better', ['ja'], ['ja', 'en'], { asked: 'ja', page: 'en' }],
])('takes %s', (_, chosen, browser, expected) => {
  expect(negotiateLanguage({ chosen, browser, pages })).toEqual(expected);
});

test('speaks a language that the operator has added', () => {
  expect(negotiateLanguage({ chosen: ['tg'], browser: [], pages: [...pages, 'tg'] })).toEqual({
    asked: 'tg',
    page: 'tg',
  });
});

test('knows which way a language is written', () => {
  expect(['ar', 'fa', 'he', 'ur'].map(toDirection)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
  expect(['en', 'ru', 'kk'].map(toDirection)).toEqual(['ltr', 'ltr', 'ltr']);
});

test('lists every two-letter code once', () => {
  expect(new Set(isoLanguages).size).toBe(isoLanguages.length);
  expect(isoLanguages.every(code => /^[a-z]{2}$/.test(code))).toBe(true);
  expect(isoLanguages.length).toBeGreaterThanOrEqual(183);
});

test('names each language of the page once, by its code, in a locale that browsers know', () => {
  expect(new Set(pageLanguages).size).toBe(pageLanguages.length);
  expect(pageLanguages.filter(code => readLanguage(code) !== code)).toEqual([]);
  for (const code of pageLanguages) {
    const locale = findPageLanguage(code)?.locale ?? '';
    expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toHaveLength(1);
    expect(languagesWithoutNames).not.toContain(new Intl.Locale(locale).language);
  }
});
