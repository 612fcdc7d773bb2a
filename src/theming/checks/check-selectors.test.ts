import { expect, test } from 'vitest';
import { checkSelectors, toStatic } from './check-selectors';
import { listRules } from './list-rules';

const check = (text: string, found: (selector: string) => boolean = () => false) =>
  checkSelectors(listRules(text, 'rules'), text, found);

test('a selector that no screen has is told with the nearest that public themes use', () => {
  const text = 'p { color: red }\n  .submit-buton { height: 42px }';
  const [finding, ...more] = check(text, selector => selector === 'p');
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    kind: 'selectorNoMatch',
    code: '.submit-buton',
    values: { suggestion: 'button.submit' },
    place: { tab: 'rules', line: 2, column: 3 },
    fix: { kind: 'rules', start: text.indexOf('.submit-buton'), was: '.submit-buton', value: 'button.submit' },
  });
});

test('a name that one project guessed is said to be a guess', () => {
  expect(check('.kyc-button { color: red }')).toMatchObject([{ kind: 'selectorUnverified' }]);
});

test('a name that only the imitation may have is told, though it matches', () => {
  expect(check('.buttons .row { gap: 3px }', () => true)).toMatchObject([
    { kind: 'selectorUnproved', severity: 'note', values: { name: '.buttons' } },
  ]);
  expect(check('section.content .row:first-child { margin: 0 }', () => true)).toEqual([]);
});

test('each selector of a list is looked for by itself, those in media queries and nested ones among them', () => {
  const text = '@media (max-width: 500px) { p, .gone { color: red; .away & { color: blue } } }';
  expect(check(text, selector => selector === 'p').map(({ code }) => code)).toEqual(['.gone', '.away :is(p, .gone)']);
});

test('a selector that cannot be read takes its whole rule along', () => {
  expect(check('.a, , .b { color: red }')).toMatchObject([{ kind: 'ruleDropped', code: '.a, , .b' }]);
});

test.each([
  ['button.submit:hover:not(:disabled):not(.disabled):not(:active)', 'button.submit:not(:disabled):not(.disabled)'],
  ['.step .bullet:before', '.step .bullet'],
  ['.checkbox .checkmark::after', '.checkbox .checkmark'],
  ['input::-webkit-calendar-picker-indicator', 'input'],
  ['*::-webkit-scrollbar', '*'],
  ['ul li::marker', 'ul li'],
  [':hover > p', '* > p'],
  [':root[data-theme="dark"] p', ':root p'],
  [':root:where(:not([data-theme="light"])) p', ':root:where(*) p'],
  ['label:focus-within > span', 'label > span'],
  ['.row:nth-child(2)>h3', '.row:nth-child(2)>h3'],
])('for %s the element looked for is %s', (selector, element) => {
  expect(toStatic(selector)).toBe(element);
});
