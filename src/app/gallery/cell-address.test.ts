import { expect, test } from 'vitest';
import { readCellAddress, toCellAddress } from './cell-address';

test('an address is read as it was written', () => {
  const cell = { name: 'in-review', language: 'kk', scheme: 'dark', direction: 'rtl' } as const;
  const url = new URL(toCellAddress(cell), 'http://localhost');
  expect(url.pathname + url.search).toBe('/gallery/in-review?lang=kk&scheme=dark&dir=rtl');
  expect(readCellAddress(url.pathname, url.search)).toEqual(cell);
});

test('what an address leaves open follows the device and the language', () => {
  expect(readCellAddress('/gallery/verified', '?scheme=sepia')).toEqual({
    name: 'verified',
    language: 'en',
    scheme: undefined,
    direction: undefined,
  });
});

test('the gallery itself is no cell', () => {
  expect(readCellAddress('/gallery', '?lang=kk')).toBeUndefined();
  expect(readCellAddress('/gallery/', '')).toBeUndefined();
});
