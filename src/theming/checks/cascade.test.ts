import { expect, test } from 'vitest';
import { findWinner, isAlwaysBeside, isPlain, toCascade } from './cascade';
import { statesOf, toHeld } from './held-selector';
import { listRules, toLine } from './list-rules';

function winnerOf(css: string): string | undefined {
  const cascade = toCascade(listRules(css, 'rules'));
  const entries = cascade.flatMap(one => one.rule.declarations.map((declaration, at) => ({ ...one, declaration, at })));
  return findWinner(entries)?.declaration.value;
}

test.each([
  ['a later rule of the same weight', 'p { color: one } p { color: two }', 'two'],
  ['a heavier selector', '.a p { color: one } p { color: two }', 'one'],
  ['what is important', 'p { color: one !important } #id p { color: two }', 'one'],
  ['the last of one rule', 'p { color: one; color: two }', 'two'],
  ['the heavier selector of a list', 'p, .a { color: one } p { color: two }', 'one'],
])('%s wins', (_, css, winner) => {
  expect(winnerOf(css)).toBe(winner);
});

test('rules in layers, containers and scopes are left out, since their place cannot be told', () => {
  const rules = listRules('@layer a { p { color: one } } @container (width > 1px) { p { color: two } }', 'rules');
  expect(rules.map(isPlain)).toEqual([false, false]);
  expect(listRules('@media print { @supports (color: red) { p { color: one } } }', 'rules').map(isPlain)).toEqual([
    true,
  ]);
});

test('every declaration knows where its value stands', () => {
  const css = 'a{}\n.b:hover { color : red ; margin: 0 !important }';
  const [, rule] = listRules(css, 'rules');
  const found = rule?.declarations.map(({ value, valueStart }) => css.slice(valueStart, valueStart + value.length));
  expect(found).toEqual(['red', '0']);
  expect(toLine(css, rule?.start ?? 0)).toEqual({ line: 2, column: 1 });
});

test('a selector is held in the states that are asked for, and in no other', () => {
  expect(toHeld('a:hover:not(:active)', ['hover'])).toEqual({ selector: 'a:is(*):not(:not(*))', pseudoElement: '' });
  expect(toHeld('.step .bullet:before', [])).toEqual({ selector: '.step .bullet', pseudoElement: '::before' });
  expect(toHeld('input:focus::placeholder', ['focus'])).toEqual({
    selector: 'input:is(*)',
    pseudoElement: '::placeholder',
  });
  expect(toHeld('::-webkit-scrollbar', [])).toEqual({ selector: '*', pseudoElement: '::-webkit-scrollbar' });
});

test('what is pressed is pointed at, too, and what a selector excludes is not asked for', () => {
  expect(statesOf('button:active:not(:disabled)')).toEqual(['active', 'hover']);
  expect(statesOf('button:hover:not(:disabled):not(:active)')).toEqual(['hover']);
  expect(statesOf('button.submit')).toEqual([]);
});

test('what a person’s system decides over does not beat what stands there always', () => {
  const css =
    'p { color: one } @media (prefers-color-scheme: dark) { p { color: two } } @media (width < 9px) { p { color: three } }';
  const [plain, preferred, narrow] = toCascade(listRules(css, 'rules'));
  if (!plain || !preferred || !narrow) throw new Error('three rules stand there');
  expect(isAlwaysBeside(preferred, plain)).toBe(false);
  expect(isAlwaysBeside(preferred, preferred)).toBe(true);
  expect(isAlwaysBeside(narrow, plain)).toBe(true);
});
