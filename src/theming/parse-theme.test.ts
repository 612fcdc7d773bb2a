import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTheme } from '#contract/theme';
import { anyTheme } from '#testing/any-theme';
import { defaultTheme } from './default-theme';
import { parseTheme, parseThemeText, ThemeError } from './parse-theme';

function faultsOf(document: unknown): readonly { path: string; problem: string }[] {
  try {
    parseTheme(document);
    return [];
  } catch (error) {
    if (error instanceof ThemeError) return error.faults;
    throw error;
  }
}

test('gives back every theme that was written down', () => {
  const givesBack = fc.property(anyTheme, theme => {
    const read = parseThemeText(JSON.stringify(theme));
    expect(read).toEqual(theme);
    expect(Object.keys(read.elements)).toEqual(Object.keys(theme.elements));
  });
  fc.assert(givesBack, { numRuns: 1000 });
  expect(parseTheme(defaultTheme)).toEqual(defaultTheme);
});

test('fills in what may be left out', () => {
  expect(parseTheme({ version: 1, name: ' Bank ' })).toEqual(createTheme('Bank'));
});

const whole = createTheme('bank');

test.each([
  [{ name: 'bank' }, 'version', 'no-version'],
  [{ version: 2, name: 'bank', more: true }, 'version', 'later-version'],
  [{ ...whole, colour: 'red' }, 'colour', 'wrong-shape'],
  [{ ...whole, name: ' ' }, 'name', 'wrong-shape'],
  [{ ...whole, controlRadius: -1 }, 'controlRadius', 'wrong-shape'],
  [{ ...whole, light: { accent: 'red; } body { display: none' } }, 'light.accent', 'not-a-colour'],
  [{ ...whole, light: { accent: 'fff' } }, 'light.accent', 'not-a-colour'],
  [{ ...whole, dark: { text: 'color(--hsv 1 1 1)' } }, 'dark.text', 'not-a-colour'],
  [{ ...whole, dark: { text: 'var(--x) 2px' } }, 'dark.text', 'not-a-colour'],
  [{ ...whole, fontFamily: 'x; } @import url(//a.test)' }, 'fontFamily', 'not-a-value'],
  [{ ...whole, variables: { light: { '--x': '}' } } }, 'variables.light.--x', 'not-a-value'],
  [{ ...whole, variables: { dark: { color: 'red' } } }, 'variables.dark.color', 'not-a-variable'],
  [{ ...whole, variables: { light: { '--portico-text': 'red' } } }, 'variables.light.--portico-text', 'not-a-variable'],
  [{ ...whole, elements: { submitt: {} } }, 'elements.submitt', 'not-an-element'],
  [{ ...whole, elements: { submit: { 'a:b': 'red' } } }, 'elements.submit.a:b', 'not-a-property'],
  [{ ...whole, elements: { submit: { color: '"' } } }, 'elements.submit.color', 'not-a-value'],
  [{ ...whole, logo: { kind: 'replaced', image: 'javascript:alert(1)' } }, 'logo.image', 'not-a-picture'],
  [{ ...whole, logo: { kind: 'replaced', image: 'https://a.test/") } *' } }, 'logo.image', 'not-a-picture'],
  [[], 'version', 'no-version'],
])('refuses %j for %s', (document, path, problem) => {
  expect(faultsOf(document)).toMatchObject([{ path, problem }]);
});

test('names everything that is wrong at once', () => {
  expect(faultsOf({ ...whole, light: { text: 'x' }, dark: { text: 'y' } }).map(({ path }) => path)).toEqual([
    'light.text',
    'dark.text',
  ]);
  expect(() => parseThemeText('{')).toThrow('it: is no JSON');
});
