import { expect, test } from 'vitest';
import { nameCountries, nameCountry } from './countries';
import { kazakhCountries } from './texts/kazakh-countries';

test('names countries in the language of the reader, in its order', () => {
  expect(nameCountries(['KAZ', 'RUS', 'AUT'], 'en').map(({ name }) => name)).toEqual([
    'Austria',
    'Kazakhstan',
    'Russia',
  ]);
  expect(nameCountries(['KAZ', 'RUS', 'AUT'], 'ru').map(({ name }) => name)).toEqual([
    'Австрия',
    'Казахстан',
    'Россия',
  ]);
});

test('knows Kazakh names without the help of the browser', () => {
  expect(nameCountry('KAZ', 'kk')).toBe(kazakhCountries.KZ);
  expect(nameCountry('DEU', 'kk')).toBe('Германия');
});

test('shows the code of a country that it does not know', () => {
  expect(nameCountry('XYZ', 'en')).toBe('XYZ');
});
