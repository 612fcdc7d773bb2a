import { expect, test } from 'vitest';
import { loadPackagedTexts } from '../testing/packaged-texts';
import { toCountryName } from './country-name';

test('names countries in the language of the page', () => {
  expect(toCountryName('KAZ', { page: 'en', names: undefined })).toBe('Kazakhstan');
  expect(toCountryName('KAZ', { page: 'ru', names: undefined })).toBe('Казахстан');
  expect(toCountryName('deu', { page: 'ru', names: undefined })).toBe('Германия');
});

test('takes our names of countries where browsers have none', async () => {
  const names = await loadPackagedTexts('kk', 'names');
  expect(toCountryName('KAZ', { page: 'kk', names })).toBe('Қазақстан');
  expect(toCountryName('GBR', { page: 'kk', names })).toBe('Ұлыбритания');
});

test('takes our own name where the usual one is out of date', async () => {
  const names = await loadPackagedTexts('uz', 'names');
  expect(toCountryName('SWZ', { page: 'uz', names })).toBe('Esvatini');
  expect(toCountryName('KAZ', { page: 'uz', names })).toBe('Qozogʻiston');
});

test('shows the code of a country it does not know', () => {
  expect(toCountryName('XXA', { page: 'en', names: undefined })).toBe('XXA');
});
