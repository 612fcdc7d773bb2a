import { expect, test } from 'vitest';
import { isoLanguages, negotiateLanguage, readLanguage, toDirection, toPageLanguage } from './language';

test.each([
  ['kk-KZ', 'kk'],
  ['pt_BR', 'pt'],
  ['zh-Hant-TW', 'zh'],
  [' RU ', 'ru'],
  ['xx', undefined],
  ['', undefined],
  [null, undefined],
  ['../../etc', undefined],
])('reads the language of %j as %j', (tag, expected) => {
  expect(readLanguage(tag)).toBe(expected);
});

test('takes the first wish that names a language', () => {
  expect(negotiateLanguage([undefined, 'xx', 'uz-Latn', 'ru'])).toBe('uz');
  expect(negotiateLanguage([])).toBe('en');
});

test('speaks English on the page where there is no translation', () => {
  expect(toPageLanguage('uz')).toBe('en');
  expect(toPageLanguage('kk')).toBe('kk');
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
