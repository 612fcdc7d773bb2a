import { expect, test } from 'vitest';
import { createTheme } from '#contract/theme';
import { applyFix } from './apply-fix';
import { checkSyntax, withoutEchoes } from './check-syntax';
import type { Finding } from './finding';

const told = (text: string) =>
  checkSyntax(text).map(({ kind, place }) => (place?.tab === 'rules' ? `${kind} ${place.line}:${place.column}` : kind));

const fixed = (text: string) =>
  checkSyntax(text).reduceRight((theme, { fix }) => (fix ? applyFix(theme, fix) : theme), {
    ...createTheme('Any'),
    rules: text,
  }).rules;

test.each([
  ['a line comment before a rule', '// Card\n.card { color: red }', ['lineComment 1:1']],
  ['a line comment among declarations', 'p {\n  // red\n  color: red;\n  top: 0;\n}', ['lineComment 2:3']],
  ['a brace too many', 'p { color: red } }\na { color: red }', ['strayBracket 1:18']],
  ['a brace that is forgotten', '@media print {\n  p { color: red }\n', ['unclosedBracket 1:14']],
  ['a bracket that is forgotten', 'p { width: calc(1px + 2px; }\na { color: red }', ['unclosedBracket 1:12']],
  ['a comment without an end', 'p { } /* a { }', ['unclosedComment 1:7']],
  ['a quote without an end', 'p { content: "a;\n}', ['unclosedString 1:14']],
  ['a semicolon that is forgotten', 'p {\n  color: red\n  background: blue;\n}', ['missingSemicolon 2:3']],
  ['words that are nothing', 'p { color red; top: 0 }', ['skipped 1:5']],
])('tells of %s once, where it is', (_, text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  ['addresses, pictures and strings', 'p { background: url(//cdn.example/a.png); content: "// }" } /* // } */'],
  ['values over several lines', 'p { grid-template-areas:\n "a b"\n "c d"; --x: { a: b }; transition: a 1s,\n b 2s }'],
  ['nested rules', '.a { color: red; &:hover { color: blue } @media print { color: black } .b:not(.c) { top: 0 } }'],
])('finds nothing wrong with %s', (_, text) => {
  expect(told(text)).toEqual([]);
});

test('mends what can be mended without a guess', () => {
  expect(fixed('// a */ b\np { top: 0 } }')).toBe('/* a * / b */\np { top: 0 } ');
  expect(fixed('@media print {\n  p { top: 0 }\n')).toBe('@media print {\n  p { top: 0 }\n}\n');
  expect(fixed('p {\n  color: red\n  top: 0\n}')).toBe('p {\n  color: red;\n  top: 0\n}');
});

test('what only follows from a fault on its line is not told', () => {
  const of = (kind: Finding['kind'], line: number): Finding => ({
    key: kind,
    kind,
    severity: 'fails',
    values: {},
    sights: [],
    place: { tab: 'rules', line, column: 1 },
  });
  const [echo, other, outside] = [of('unknownValue', 1), of('unknownValue', 2), of('urlRemote', 1)];
  expect(withoutEchoes(checkSyntax('p { color: red // no\n}'), [echo, other, outside])).toEqual([other, outside]);
});

test.each([
  ['braces', '}'.repeat(150_000), 200],
  ['line comments', '// a\n'.repeat(30_000), 200],
  ['blanks in a value', `a{color:${' \n'.repeat(90_000)}red}`, 0],
])('tells as many faults as somebody reads of a text that is all %s', (_, text, most) => {
  expect(checkSyntax(text).length).toBeLessThanOrEqual(most);
});
