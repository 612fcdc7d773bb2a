import { expect, test } from 'vitest';
import { nameCopy } from './name-copy';

const toCopyName = (name: string) => `${name}, copy`;

test('a short name is kept whole', () => {
  expect(nameCopy('Жібек жолы', toCopyName)).toBe('Жібек жолы, copy');
});

test('a long one is cut between letters, and still says that it is a copy', () => {
  expect(nameCopy('👩‍🎨'.repeat(12), toCopyName)).toBe(`${'👩‍🎨'.repeat(10)}, copy`);
  expect(nameCopy(`${'x'.repeat(53)} yyyyyy`, toCopyName)).toBe(`${'x'.repeat(53)}, copy`);
});
