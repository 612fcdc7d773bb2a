import { expect, test } from 'vitest';
import { fontsOf } from './fonts-of';

test('names each family once, without its quotes', () => {
  const elements = { title: { 'font-family': '"Playfair, Display", Georgia' }, submit: { color: 'red' } };
  expect(fontsOf({ fontFamily: "'Golos Text Variable', Georgia , serif", elements })).toEqual([
    'Golos Text Variable',
    'Georgia',
    'serif',
    'Playfair, Display',
  ]);
  expect(fontsOf({ elements: {} })).toEqual([]);
});
