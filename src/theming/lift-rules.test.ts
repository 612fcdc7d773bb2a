import { expect, test } from 'vitest';
import { liftRules } from './lift-rules';

const properties = ['color', 'background', 'background-color', 'border-radius', 'padding', 'width', 'display'];
const targets = [
  { id: 'submit', selector: 'button.submit', properties },
  { id: 'submit:hover', selector: 'button.submit:hover:not(:disabled)', properties },
  { id: 'card', selector: 'section.content', properties },
  { id: 'title', selector: 'h2', properties },
  { id: 'text', selector: 'p', properties },
  { id: 'tick', selector: '.checkbox .checkmark::after', properties },
];

function lift(text: string) {
  const { lifted, rules } = liftRules(text, targets, ['--primary-color', '--white-color']);
  return [...lifted.map(({ element, property, value }) => `${element} ${property}: ${value}`), rules];
}

test('lifts variables and elements, and keeps what nobody knows word for word', () => {
  const sheet = `/* Brand */
:root { --primary-color: #222; --brand: red; }
.my-own { color: red }
button.submit {
  color: white;
  backgroud: red;
  padding: 0 12px
}`;
  expect(lift(sheet)).toEqual([
    ':root --primary-color: #222',
    'submit color: white',
    'submit padding: 0 12px',
    `/* Brand */
:root { --brand: red; }
.my-own { color: red }
button.submit {
  backgroud: red;
}`,
  ]);
});

test('says why something is kept', () => {
  const sheet = `:root { --mine: red }
h2, .x { color: red }
p { letter-spacing: 1px; colour: red; color: red !important; // so
  width: 1px }
@media print { p { color: red } }
} .y {}
button.x { color: red }
button.submit { color: red }`;
  const { kept } = liftRules(sheet, targets, []);
  expect(kept.map(({ start, end, why }) => [why, sheet.slice(start, end)])).toEqual([
    ['variable', '--mine: red'],
    ['selector', 'h2, .x { color: red }'],
    ['property', 'letter-spacing: 1px'],
    ['property', 'colour: red'],
    ['value', 'color: red !important'],
    ['broken', '// so\n  width: 1px '],
    ['condition', '@media print { p { color: red } }'],
    ['broken', '} .y {}'],
    ['selector', 'button.x { color: red }'],
    ['order', 'color: red'],
  ]);
});

test.each([
  ['a rule that ends with the text', 'p { color: red; /* so'],
  ['a condition that does', '@media print { p { color: red }'],
  ['an import without its semicolon', '@import "a.css"'],
])('does not say of %s that browsers skip it: they close it', (_, sheet) => {
  expect(liftRules(sheet, targets, [])).toMatchObject({ lifted: [], kept: [{ why: 'unclosed' }], rules: sheet });
});

test('lifts a list of selectors where an element has that very list', () => {
  const both = [{ id: 'buttons', selector: 'button.submit, button.back', properties }];
  const { lifted, rules } = liftRules('button.submit,\nbutton.back { color: red }', both, []);
  expect(lifted.map(({ element }) => element)).toEqual(['buttons']);
  expect(rules).toBe('');
});

test('leaves no empty rule behind, except where a comment stands in it', () => {
  expect(lift('h2 { color: red; }\n\np { color: /* why */ red; width: 1px }')).toEqual([
    'title color: red',
    'text width: 1px',
    'p { color: /* why */ red; }',
  ]);
  expect(lift(' h2 { color: red }\n')).toEqual(['title color: red', '']);
});

test.each([
  ['a list of selectors', 'button.submit, h2 { color: red }'],
  ['a selector that is not an element’s own', 'button.submit:hover { color: red }'],
  ['a condition', '@media (max-width: 500px) { h2 { color: red } }'],
  ['an important value', 'h2 { color: red !important }'],
  ['a value that is none', 'h2 { color: rde; width: 10 }'],
  ['a variable that is no colour', ':root { --primary-color: var(--brand) }'],
  ['a property that the element does not offer', 'h2 { letter-spacing: 1px }'],
  ['rules in rules', 'h2 { color: red; & p { color: blue } }'],
  ['what a line comment spoils', '// titles\nh2 { color: red }'],
  ['what a stray brace spoils', '} h2 { color: red }'],
  ['what a stray semicolon spoils', '.x { }; h2 { color: red }'],
  ['a rule that never ends', 'h2 { color: red'],
  ['a text that begins with a byte order mark', '\uFEFFh2 { color: red }'],
])('keeps %s', (_, sheet) => {
  expect(lift(sheet)).toEqual([sheet]);
});

test('keeps what would come to lose to something earlier that is kept', () => {
  expect(lift('.x h2 { color: red } :root p { color: red } h2 { color: blue }')[0]).toBe('title color: blue');
  const held = ['button.mine { color: red } button.submit { color: blue }'];
  held.push('section:hover { background: red }\nsection.content { background-color: blue }');
  held.push('@media print { button.mine { color: red } }\nbutton.submit { color: blue }');
  held.push(':unknown(thing) { color: red }\nbutton.submit { color: blue }');
  held.push('button.submit { background: /* x */ red; background-color: blue }');
  for (const sheet of held) expect(lift(sheet)).toEqual([sheet]);
});

test('lifts past what cannot be meant at once: other elements, other pseudo-elements, other weights', () => {
  expect(lift('div { color: red } h2 { color: blue }')).toEqual(['title color: blue', 'div { color: red } ']);
  const tick = 'i.checkbox .b::before { color: red } .checkbox .checkmark:after { color: blue }';
  expect(lift(tick)[0]).toBe('tick color: blue');
  expect(lift('button { color: red !important } h2.a { width: 1px } button.submit { color: blue }')[0]).toBe(
    'submit color: blue',
  );
});

test('a second value of the same property stays in the rules, where it wins as before', () => {
  expect(lift('h2 { color: red; color: blue }')).toEqual(['title color: red', 'h2 { color: blue }']);
  expect(lift('h2 { color: red }\n.x { width: 0 }\nh2 { color: blue }')).toEqual([
    'title color: red',
    '.x { width: 0 }\nh2 { color: blue }',
  ]);
});

test('keeps what would pass a later element’s rule on its way up', () => {
  const same = [
    { id: 'a', selector: '.a', properties },
    { id: 'b', selector: '.b', properties },
  ];
  const { lifted, rules } = liftRules('.a { width: 0 } .b { color: red } .a { color: blue; padding: 0 }', same, []);
  expect(lifted.map(({ element, property }) => `${element} ${property}`)).toEqual(['a width', 'b color', 'a padding']);
  expect(rules).toBe('.a { color: blue; }');
});

test('imports stay where they work, and do not come to work where they did not', () => {
  const leading = '@import url("https://fonts.example/a.css");\nh2 { color: red }';
  expect(lift(leading)).toEqual(['title color: red', '@import url("https://fonts.example/a.css");']);
  const dead = 'h2 { color: red }\n@import "late.css";\np { color: red }';
  expect(lift(dead)).toEqual(['text color: red', 'h2 { color: red }\n@import "late.css";']);
  const alive = '..x { color: red }\n@import "still-works.css";\np { color: red }';
  expect(lift(alive)).toEqual([alive]);
});
