import { expect, test } from 'vitest';
import { toDictionary } from './to-dictionary';

test('nests texts as the SDK takes them, whatever their paths are', () => {
  const texts = { 'document.subTitles.IDENTITY': 'ID', 'document.a': 'A', '__proto__.x': 'P', b: 'B', 'b.c': 'C' };
  const dictionary = toDictionary(texts);
  expect(JSON.parse(JSON.stringify(dictionary))).toEqual(
    JSON.parse('{"document":{"subTitles":{"IDENTITY":"ID"},"a":"A"},"__proto__":{"x":"P"},"b":{"c":"C"}}'),
  );
  expect(Object.getPrototypeOf({}).x).toBeUndefined();
});
