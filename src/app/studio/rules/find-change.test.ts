import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findChange } from './find-change';

test('finds nothing where nothing differs', () => {
  expect(findChange('a { }', 'a { }')).toBeUndefined();
});

test('finds the stretch that differs, and nothing around it', () => {
  expect(findChange('a { color: red }', 'a { color: blue }')).toEqual({ from: 11, to: 14, insert: 'blue' });
  expect(findChange('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' });
});

test('makes the one text of the other, whatever they are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '{', '\n') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = findChange(before, after);
      const made = change ? before.slice(0, change.from) + change.insert + before.slice(change.to) : before;
      expect(made).toBe(after);
    }),
  );
});
