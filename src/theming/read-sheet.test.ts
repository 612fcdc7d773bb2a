import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSheet, type SheetPart } from './read-sheet';

function outline(text: string, parts: readonly SheetPart[] = readSheet(text)): string[] {
  return parts.map(part => {
    switch (part.kind) {
      case 'declaration':
        return `${part.property}=${part.value}${part.important ? '!' : ''}`;
      case 'rule':
        return `${part.selector} [${outline(text, part.contents).join(' | ')}]${part.closed ? '' : '…'}`;
      case 'at-rule':
        return `@${part.name} ${part.prelude}${part.block ? ` [${outline(text, part.contents).join(' | ')}]` : ';'}`;
      default:
        return `rubbish ${text.slice(part.start, part.end)}`;
    }
  });
}

test.each([
  ['a plain sheet', 'p { color: red; margin:0 }\n/* x */ .a{}', ['p [color=red | margin=0]', '.a []']],
  ['!important, in its spellings', 'p{a:b ! important;c: d!IMPORTANT}', ['p [a=b! | c=d!]']],
  ['statements', '@import url(a;b.css);@charset "x";p{}', ['@import url(a;b.css);', '@charset "x";', 'p []']],
  ['conditions', '@media (max-width: 500px) { p { a: b } }', ['@media (max-width: 500px) [p [a=b]]']],
  ['a line comment before a rule, which costs the rule', '// x\n.a { b: c } .d{}', ['// x\n.a [b=c]', '.d []']],
  ['a line comment with an import, which it swallows', '// x\n@import "y";\np{}', ['// x\n@import "y";\np []']],
  ['a line comment in a block', 'p { // x: y;\n a: b; c: d }', ['p [rubbish // x: y | a=b | c=d]']],
  ['a line comment that swallows the next declaration', 'p{ // x\n a: b; c: d }', ['p [rubbish // x\n a: b | c=d]']],
  ['a stray brace, which costs the next rule', 'p{} } .a { b: c } .d{}', ['p []', '} .a [b=c]', '.d []']],
  ['declarations outside of rules', 'letter-spacing: 2px;\n.a{b:c}', ['letter-spacing: 2px;\n.a [b=c]']],
  ['a missing colon', 'p { font-size 17px; a: b }', ['p [rubbish font-size 17px | a=b]']],
  ['a missing semicolon', 'p { a: b\n c: d; e: f }', ['p [a=b\n c: d | e=f]']],
  ['a rule that never ends', 'p { a: b; .c { d: e }', ['p [a=b | .c [d=e]]…']],
  ['a bracket that never ends', 'p { a: calc(1px; b: c }\n.d { e: f }', ['p [a=calc(1px; b: c }\n.d { e: f }]…']],
  ['rules in rules', 'p { &:hover { a: b } c: d }', ['p [&:hover [a=b] | c=d]']],
  ['data addresses', 'p { a: url(data:image/gif;base64,R0l=) }', ['p [a=url(data:image/gif;base64,R0l=)]']],
  ['custom properties with blocks', ':root { --a: { b: c }; --d:; }', [':root [--a={ b: c } | --d=]']],
  ['a selector without a block', 'p{} .a', ['p []', 'rubbish .a']],
  ['comment marks of HTML', '<!-- p{} -->', ['p []']],
])('reads %s', (_, text, expected) => {
  expect(outline(text)).toEqual(expected);
});

const bits = [
  'p',
  '.a',
  '{',
  '}',
  ';',
  ':',
  '@import',
  '@media',
  '/*',
  '*/',
  '//',
  '"',
  '(',
  ')',
  '[',
  '\n',
  'x',
  '!important',
];

test('loses nothing of any text: between the parts there are only blanks, comments and marks of HTML', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...bits)).map(found => found.join('')),
  );
  fc.assert(
    fc.property(anything, text => {
      let at = 0;
      let between = '';
      for (const { start, end } of readSheet(text)) {
        expect(start).toBeGreaterThanOrEqual(at);
        between += `${text.slice(at, start)} `;
        at = end;
      }
      between += text.slice(at);
      expect(
        between
          .replace(/^\uFEFF/, '')
          .replace(/\/\*[\s\S]*?(\*\/|$)|<!--|-->/g, '')
          .trim(),
      ).toBe('');
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['rules', 'a{'.repeat(60_000)],
  ['brackets', `a{b:${'('.repeat(190_000)}`],
  ['closed rules', `${'a{'.repeat(60_000)}b:c${'}'.repeat(60_000)}`],
])('reads a sheet of %s within each other, and keeps what is too deep as text', (_, text) => {
  const parts = readSheet(text);
  expect(parts).toMatchObject([{ start: 0, end: text.length }]);
  expect(JSON.stringify(parts).match(/"contents"/g) ?? []).toHaveLength(text.includes('(') ? 1 : 101);
});

test('reads a rule full of rules that look like declarations in one pass', () => {
  const [rule] = readSheet(`a { ${'b:hover { c: d } '.repeat(11_000)} }`);
  expect(rule?.kind === 'rule' && rule.contents).toHaveLength(11_000);
});
