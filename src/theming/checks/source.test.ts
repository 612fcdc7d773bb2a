import { expect, test } from 'vitest';
import { createTheme, type Theme } from '#contract/theme';
import { compileTheme } from '../compile-theme';
import { elementGroups } from '../elements';
import { findWinner, toCascade } from './cascade';
import { listRules } from './list-rules';
import { findSource } from './source';

const stock = `:root { --primary-color: #222; --quiet: color-mix(in srgb, var(--primary-color), red) }
body { color: var(--primary-color) } small { color: var(--quiet) }`;

/** Where the colour of the last rule with this selector comes from. */
function sourceOf(theme: Theme, selector: string, property = 'color') {
  const settings = compileTheme({ ...theme, rules: '' });
  const rules = [...listRules(stock, 'stock'), ...listRules(settings, 'settings'), ...listRules(theme.rules, 'rules')];
  const cascade = toCascade(rules.filter(({ around }) => around.length === 0));
  const find = (isIt: (text: string) => boolean, name: string) =>
    findWinner(
      cascade.flatMap(one =>
        one.rule.declarations.flatMap((declaration, at) =>
          isIt(one.selector.text) && declaration.property === name ? [{ ...one, declaration, at }] : [],
        ),
      ),
    );
  const entry = find(text => text === selector, property);
  if (!entry) throw new Error(`Nothing sets ${property} of ${selector}`);
  return findSource(entry, theme, 'light', name => find(text => text === ':root', name));
}

test('the provider’s own colour is the provider’s', () => {
  expect(sourceOf(createTheme('x'), 'body')).toEqual({ kind: 'stock', selector: 'body', property: 'color' });
  expect(sourceOf(createTheme('x'), 'small')).toMatchObject({ kind: 'stock', selector: 'small' });
});

test('a colour is followed through the widget’s variables to the seed', () => {
  const theme = { ...createTheme('x'), light: { text: '#333333', surface: '#ffffff' } };
  expect(sourceOf(theme, 'body')).toEqual({ kind: 'colour', name: 'text' });
});

test('a variable that the theme sets itself is the setting', () => {
  const theme = { ...createTheme('x'), variables: { light: { '--primary-color': '#333' }, dark: {} } };
  expect(sourceOf(theme, 'body')).toEqual({ kind: 'variable', name: '--primary-color' });
});

test('a colour of an element is found by its element', () => {
  const element = elementGroups.flatMap(({ elements }) => elements).find(({ id }) => id === 'submit');
  const theme = { ...createTheme('x'), elements: { submit: { color: '#abcdef' } } };
  expect(sourceOf(theme, element?.selector ?? '')).toMatchObject({
    kind: 'element',
    element: 'submit',
    property: 'color',
  });
});

test('a colour of the rules is known by its place', () => {
  const rules = 'body { color: var(--mine) } :root { --mine: #777 }';
  expect(sourceOf({ ...createTheme('x'), rules }, 'body')).toEqual({
    kind: 'rules',
    start: rules.indexOf('#777'),
    was: '#777',
    usedBy: { selector: 'body', property: 'color' },
  });
});
