import { parse } from 'css-tree';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDeclarationValue } from './declaration-value';

test.each([
  'red',
  '#2746a6',
  '1px solid rgb(0 0 0 / 20%)',
  `"a; b }", 'it\\'s'`,
  'url(https://a.test/a.png?b=;)',
  'linear-gradient(90deg, red, var(--x, [a]))',
  'none !important',
  'calc((100% - 2px) / 3)',
])('takes %s', value => expect(isDeclarationValue(value)).toBe(true));

test.each([
  '',
  ' red',
  'red;',
  'red }',
  '{}',
  'rgb(0 0 0',
  'a)',
  '(]',
  '"open',
  '"open\\"',
  'url(open',
  'url(a b)',
  'a\nb',
  'red /* */',
  'red /*',
  '<!-- a',
  'red\\',
  '"</style>"',
  'red\u0000',
])('refuses %j', value => expect(isDeclarationValue(value)).toBe(false));

test('never takes what would not stay one declaration of its rule', () => {
  const text = fc.array(
    fc.constantFrom(
      ...['a', ' ', ';', '{', '}', '(', ')', '[', ']', '"', "'", '\\', '/*', '*/', 'url(', '<!--', '\n', '!', '#1'],
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(text, parts => {
      const value = parts.join('');
      if (!isDeclarationValue(value)) return;
      const sheet = parse(`a { --x: ${value}; --y: 1; } b { --z: 2; }`);
      const rules = sheet.type === 'StyleSheet' ? sheet.children.toArray() : [];
      const sizes = rules.map(rule => (rule.type === 'Rule' ? rule.block.children.size : 0));
      expect(sizes).toEqual([2, 1]);
    }),
    { numRuns: 2000 },
  );
});
