import { expect, test } from 'vitest';
import { callingCodes } from './calling-codes';
import { allCountries, nameCountries } from './countries';
import { joinPhone, readPhone, splitPhone } from './phone-number';

test.each([
  ['+77010000000', undefined, 'KAZ', '7010000000'],
  ['+79160000000', 'KAZ', 'RUS', '9160000000'],
  ['+4915112345678', undefined, 'DEU', '15112345678'],
  ['+14165550123', undefined, 'USA', '4165550123'],
  ['+14165550123', 'CAN', 'CAN', '4165550123'],
  ['+12425550123', 'CAN', 'BHS', '5550123'],
  ['+996555123456', undefined, 'KGZ', '555123456'],
])('reads %s (wished: %s) as of %s', (e164, wish, country, national) => {
  expect(splitPhone(e164, wish)).toEqual({ country, national });
});

test.each([
  ['701 000 00 00', 'KAZ', '+77010000000'],
  ['8 (701) 000-00-00', 'KAZ', '+77010000000'],
  ['+7 916 000 00 00', 'KAZ', '+79160000000'],
  ['0049 151 12345678', 'KAZ', '+4915112345678'],
  ['0151 12345678', 'DEU', '+4915112345678'],
  ['06 1234 5678', 'ITA', '+390612345678'],
  ['', 'KAZ', ''],
  ['-', 'KAZ', ''],
])('makes of %s, typed with %s chosen, %s', (typed, country, e164) => {
  expect(joinPhone(readPhone(typed, country))).toBe(e164);
});

test('knows no country for what is no number', () => {
  expect(splitPhone('')).toBeUndefined();
  expect(splitPhone('+0')).toBeUndefined();
});

test('has a name for every country that has a calling code', () => {
  const codes = callingCodes.map(({ alpha3 }) => alpha3);
  expect(codes.filter(code => !allCountries.includes(code))).toEqual([]);
  for (const language of ['en', 'kk']) {
    expect(nameCountries(codes, language).filter(({ name, alpha3 }) => name === alpha3)).toEqual([]);
  }
});
