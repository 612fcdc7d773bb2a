import { expect, test } from 'vitest';
import { toCountryName } from './country-name';

test('names countries in the language of the page', () => {
  expect(toCountryName('KAZ', 'en')).toBe('Kazakhstan');
  expect(toCountryName('KAZ', 'ru')).toBe('Казахстан');
  expect(toCountryName('KAZ', 'kk')).toBe('Қазақстан');
  expect(toCountryName('deu', 'ru')).toBe('Германия');
});

test('shows the code of a country it does not know', () => {
  expect(toCountryName('XXA', 'en')).toBe('XXA');
});
