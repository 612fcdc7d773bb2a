import { expect, test } from 'vitest';
import { createTheme, type Theme } from '#contract/theme';
import { compileTheme } from '#theming/compile-theme';
import { writeThemeTokens } from '#theming/write-theme-tokens';
import { readImport } from './read-import';

const theme: Theme = { ...createTheme('Aqsha'), light: { accent: '#0e7490' }, texts: { kk: { a: 'Б' } } };

test('a theme’s JSON is that theme', () => {
  expect(readImport(JSON.stringify(theme, null, 2), 'x')).toEqual({ kind: 'theme', theme });
});

test('design tokens are known by what they hold', () => {
  expect(readImport(JSON.stringify(writeThemeTokens(theme)), 'x')).toEqual({
    kind: 'tokens',
    theme,
    settings: [],
    others: [],
  });
});

test('anything else is CSS, with the place of everything', () => {
  const css = 'h2 { color: red }\nbutton.submit {\n  color: white;\n}\n} .x {}';
  const read = readImport(css, 'Mine');
  expect(read).toMatchObject({
    kind: 'css',
    origin: 'foreign',
    theme: { name: 'Mine' },
    asRules: { name: 'Mine', rules: css },
    lifted: [{ element: 'submit', property: 'color', value: 'white', line: 3, column: 3 }],
  });
  expect(read.kind === 'css' && read.kept.at(-1)).toMatchObject({ why: 'broken', text: '} .x {}', line: 5, column: 1 });
});

test('our own CSS is known again', () => {
  const css = compileTheme(theme);
  expect(readImport(css, 'Aqsha')).toMatchObject({ origin: 'own', theme: { ...theme, texts: {} } });
});

test('a file named .css is CSS, whatever it begins with', () => {
  expect(readImport('[data-x] { color: red }', 'x', 'a.CSS').kind).toBe('css');
});

test.each([
  ['nothing', ' \n', [{ problem: 'empty', path: '', at: undefined }]],
  ['more than fits', `p{}${' '.repeat(200_000)}`, [{ problem: 'too-large', path: '', at: undefined }]],
  ['a drawing', '<?xml version="1.0"?>\n<svg></svg>', [{ problem: 'markup', path: '', at: undefined }]],
  ['a page', ' <!DOCTYPE html><style>p{}</style>', [{ problem: 'markup', path: '', at: undefined }]],
  ['JSON that breaks off', '{\n  "version": 1,\n', [{ problem: 'not-json', path: '', at: { line: 3, column: 1 } }]],
  ['JSON with a fault', '{\n  "version" 1\n}', [{ problem: 'not-json', path: '', at: { line: 2, column: 13 } }]],
  ['JSON that is no theme', '{ "a": 1 }', [{ problem: 'no-theme', path: 'version', at: undefined }]],
  [
    'a theme of a later version',
    '{ "version": 99, "name": "x" }',
    [{ problem: 'later-version', path: 'version', at: { line: 1, column: 3 } }],
  ],
  [
    'a theme with a colour that is none',
    '{\n  "version": 1,\n  "name": "x",\n  "light": { "accent": "red; }" }\n}',
    [{ problem: 'not-a-colour', path: 'light.accent', at: { line: 4, column: 14 } }],
  ],
])('refuses %s, and says where', (_, text, faults) => {
  expect(readImport(text, 'x')).toEqual({ kind: 'refused', faults });
});

test.each([
  ['groups', `${'{"a":'.repeat(100_000)}{"$value":"red"}${'}'.repeat(100_000)}`],
  ['lists in a value', `{"a":{"$value":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`],
])('a JSON of %s deeper than a stack is none of ours', (_, text) => {
  expect(readImport(text, 'x')).toMatchObject({ kind: 'refused', faults: [{ problem: 'no-theme' }] });
});
