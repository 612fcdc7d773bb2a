import { expect, test } from 'vitest';
import { listRules } from './list-rules';
import { nestSelector } from './nest-selector';

test('stands where & is, and before what has none', () => {
  expect(nestSelector('&:hover, b &, i', 'p, a')).toBe(':is(p, a):hover, b :is(p, a), :is(p, a) i');
});

test('a rule whose selector doubles with each level is left out, and what stands beside it is read', () => {
  const text = `a{${'&&{'.repeat(40)}color:red${'}'.repeat(41)} p{color:blue}`;
  const rules = listRules(text, 'rules');
  expect(rules.at(-1)).toMatchObject({ selectorText: 'p' });
  expect(rules.length).toBeLessThan(20);
});
