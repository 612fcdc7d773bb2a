import { expect, test } from 'vitest';
import { onlyRow } from './only-row';

test('a statement of one row gives that row, and no other number of them', () => {
  expect(onlyRow([{ id: '1' }])).toEqual({ id: '1' });
  expect(() => onlyRow([])).toThrow('A statement of one row gave 0');
  expect(() => onlyRow([1, 2])).toThrow('A statement of one row gave 2');
});
