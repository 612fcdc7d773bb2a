import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTheme, type Theme } from '#contract/theme';
import { anyTheme } from '#testing/any-theme';
import { compileTheme } from './compile-theme';
import { importCss, keepAsRules } from './import-css';
import { parseTheme } from './parse-theme';
import { readSheet, type SheetPart } from './read-sheet';

const golos = {
  family: 'Golos Text Variable',
  url: 'https://id.example/themes/fonts/golos.woff2',
  unicodeRange: 'U+0-FF',
};
const directory = join(import.meta.dirname, 'sheets');
const sheets = readdirSync(directory)
  .filter(file => file.endsWith('.css'))
  .map(file => [file, readFileSync(join(directory, file), 'utf8')] as const);

function setsSomething(theme: Theme): boolean {
  return compileTheme({ ...theme, rules: '' }) !== '';
}

test('a stylesheet of ours comes back as the theme that it was', () => {
  fc.assert(
    fc.property(anyTheme, theme => {
      fc.pre(setsSomething(theme));
      const { theme: read, origin } = importCss(compileTheme(theme, [golos]), theme.name);
      expect(origin).toBe('own');
      expect(read).toEqual(theme);
      expect(Object.keys(read.elements)).toEqual(Object.keys(theme.elements));
    }),
    { numRuns: 1000 },
  );
});

test('so it does where the flattened shadows could be taken for the theme’s own variables, and where they are', () => {
  const flat: Theme = { ...createTheme('flat'), shadow: 'none' };
  const own = { '--section-shadow-color': 'transparent', '--bullet-shadow-color': 'transparent' };
  for (const light of [{}, own]) {
    const theme = { ...flat, variables: { light, dark: {} } };
    expect(importCss(compileTheme(theme), 'flat').theme).toEqual(theme);
  }
});

test('a sheet of ours that somebody has worked on is read as anybody’s, whole', () => {
  const css = compileTheme({ ...createTheme('a'), light: { accent: '#2746a6' }, rules: '.a { b: c }' });
  const edited = css.replace('#2746a6', '#2746a7');
  const { theme, origin } = importCss(edited, 'a');
  expect(origin).toBe('foreign');
  expect(compileTheme(theme)).toContain('--portico-accent: #2746a7;');
});

test('there are twenty sheets, and no two alike', () => {
  expect(sheets).toHaveLength(20);
  expect(new Set(sheets.map(([, css]) => css)).size).toBe(20);
});

test.each(sheets)('%s: import loses nothing, and what it exports it imports without change', (_, css) => {
  const { theme, lifted } = importCss(css, 'sheet');
  const exported = compileTheme(theme);
  expect(importCss(exported, 'sheet').theme).toEqual(theme);
  expect(compileTheme(importCss(exported, 'sheet').theme)).toBe(exported);
  expect(compileTheme(keepAsRules(css, 'sheet'))).toBe(css);
  expect(parseTheme(theme)).toEqual(theme);

  const said = listDeclarations(css);
  const settings = lifted.map(({ property, value }) => `${property}: ${value}`);
  expect([...settings, ...listDeclarations(theme.rules)].toSorted()).toEqual(said.toSorted());
  expect(listOthers(theme.rules)).toEqual(listOthers(css));
});

test('what a sheet says of variables and elements that settings know becomes settings', () => {
  const count = (file: string) => importCss(sheets.find(([name]) => name === file)?.[1] ?? '', 'sheet').lifted.length;
  expect(count('palette-block.css')).toBe(25);
  expect(count('dark-by-variables.css')).toBeGreaterThanOrEqual(18);
  expect(count('minified.css')).toBeGreaterThanOrEqual(17);
});

test('any text at all comes back from import and export with what it says, and then stays', () => {
  const bits = [
    ...'{};:()/*"\\@\n',
    'p',
    'button.submit',
    'color: red',
    'margin: 0',
    '!important',
    ':root',
    '--red-color: red',
  ];
  const pieces = [
    ...bits,
    '@import "a.css"',
    '@media print',
    '/* Rules */',
    '\n\n/* Rules */\n\n',
    '/* Elements */',
    '//',
    '{',
    '}',
    ';',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map(found => found.join(' ')),
      css => {
        const { theme, lifted } = importCss(css, 'any');
        const exported = compileTheme(theme);
        if (lifted.length > 0) expect(compileTheme(importCss(exported, 'any').theme)).toBe(exported);
        else expect(exported).toBe(css);
        expect(listMeaning(exported)).toEqual(listMeaning(css));
      },
    ),
    { numRuns: 500 },
  );
});

function flatten(parts: readonly SheetPart[]): SheetPart[] {
  return parts.flatMap(part => [part, ...('contents' in part ? flatten(part.contents) : [])]);
}

function listDeclarations(css: string): string[] {
  return flatten(readSheet(css)).flatMap(part =>
    part.kind === 'declaration' ? [`${part.property}: ${part.value}${part.important ? ' !important' : ''}`] : [],
  );
}

/** Comments, at-rules and rubbish: nothing of it becomes a setting. */
function listOthers(css: string): string[] {
  const parts = flatten(readSheet(css)).filter(({ kind }) => kind === 'at-rule' || kind === 'rubbish');
  return [...(css.match(/\/\*[\s\S]*?\*\//g) ?? []), ...parts.map(({ start, end }) => css.slice(start, end).trim())];
}

function listMeaning(css: string): string[] {
  return listDeclarations(css).toSorted();
}
