import { expect, test } from 'vitest';
import { compareSpecificity, readSelectors } from './specificity';

const weigh = (selector: string) => readSelectors(selector)?.map(({ specificity }) => specificity.join(','));

test.each([
  ['*', '0,0,0'],
  ['p', '0,0,1'],
  [':root', '0,1,0'],
  ['button.submit', '0,1,1'],
  ['#loader .round-icon', '1,1,0'],
  ['button:hover:not(:disabled):not(.disabled):not(:active)', '0,4,1'],
  ['button[type=submit]', '0,1,1'],
  ['.pad:has(.controls) > .row', '0,3,0'],
  [':root:where([data-theme="dark"])', '0,1,0'],
  [':is(h2, .title, #one) p', '1,0,1'],
  ['body:lang(ar)', '0,1,1'],
  ['.checkbox .checkmark:after', '0,2,1'],
  ['ul li:before', '0,0,3'],
  ['ul li::marker', '0,0,3'],
  ['.input-field:nth-child(10) .select-placeholder', '0,3,0'],
  ['li:nth-child(2 of .a, .b.c)', '0,3,1'],
])('%s weighs %s', (selector, weight) => {
  expect(weigh(selector)).toEqual([weight]);
});

test('reads a list one by one, and says where each ends', () => {
  expect(readSelectors('button.submit, .step:first-child .bullet::before, .x')).toEqual([
    { specificity: [0, 1, 1], type: 'button', pseudoElement: undefined },
    { specificity: [0, 3, 1], type: undefined, pseudoElement: 'before' },
    { specificity: [0, 1, 0], type: undefined, pseudoElement: undefined },
  ]);
});

test.each([
  '',
  '.',
  '// brand\n.a',
  '} .a',
  '.a,',
  '.a, /* , */, .b',
  ':unknown(thing)',
  ':not(:unknown(thing))',
  '.a { }',
  '..a',
  'a ! b',
])('knows nothing of %j', selector => {
  expect(readSelectors(selector)).toBeUndefined();
});

test('an id beats any number of classes', () => {
  expect(compareSpecificity([1, 0, 0], [0, 20, 20])).toBeGreaterThan(0);
  expect(compareSpecificity([0, 1, 2], [0, 1, 2])).toBe(0);
});

test('a comma with many comments after it takes no longer than they are long', () => {
  expect(readSelectors(`a,${'/* * */'.repeat(5000)}p`)).toHaveLength(2);
  expect(readSelectors(`a,${'/* * */'.repeat(5000)}`)).toBeUndefined();
});
