import { expect, test } from 'vitest';
import { createTheme } from '#contract/theme';
import { textContrast, toContrast } from '../contrast';
import { applyFix } from './apply-fix';
import { chooseFix, type MetPair } from './choose-fix';
import type { Fix } from './finding';

const pair = (colour: string, ground: string, schemes: MetPair['schemes'] = ['light']): MetPair => {
  return { colour, ground, schemes, needs: textContrast };
};
const colour = (name: 'text' | 'accent' | 'onAccent') => ({ kind: 'colour', name }) as const;

function requireFix(fix: Fix | undefined): Fix {
  if (!fix) throw new Error('no fix was offered');
  return fix;
}

test('of text and ground the one that has to move less is changed', () => {
  const failing = pair('#ffffff', '#0f8a72');
  const { fix, place } = chooseFix(failing, { colour: colour('onAccent'), ground: colour('accent') }, [failing], '');
  expect(fix).toMatchObject({ kind: 'colour', scheme: 'light', name: 'accent' });
  expect(toContrast('#ffffff', requireFix(fix).value)).toBeGreaterThanOrEqual(textContrast);
  expect(place).toEqual({ tab: 'seeds', control: 'accent' });
});

test('a colour that stands on other grounds passes on them, too', () => {
  const failing = pair('#8a929d', '#ffffff');
  const sources = { colour: colour('text'), ground: undefined };
  const { fix } = chooseFix(failing, sources, [failing, pair('#8a929d', '#d8d8d8')], '');
  expect(toContrast(requireFix(fix).value, '#d8d8d8')).toBeGreaterThanOrEqual(textContrast);
});

test('a colour of the rules is replaced where it stands', () => {
  const rules = 'p { color: #999 }';
  const source = {
    kind: 'rules',
    start: rules.indexOf('#999'),
    was: '#999',
    usedBy: { selector: 'p', property: 'color' },
  } as const;
  const failing = pair('#999999', '#ffffff');
  const { fix, place } = chooseFix(failing, { colour: source, ground: undefined }, [failing], rules);
  expect(place).toEqual({ tab: 'rules', line: 1, column: 12 });
  const fixed = applyFix({ ...createTheme('x'), rules }, requireFix(fix));
  expect(fixed.rules).toMatch(/^p \{ color: #[0-9a-f]{6} \}$/);
  expect(toContrast(fixed.rules.slice(11, 18), '#ffffff')).toBeGreaterThanOrEqual(textContrast);
});

test('what the provider drew gets a rule of its own, in the scheme where it fails', () => {
  const source = { kind: 'stock', selector: 'button.submit', property: 'color' } as const;
  const failing = pair('#999999', '#ffffff', ['dark']);
  const { fix } = chooseFix(failing, { colour: source, ground: undefined }, [failing], '');
  const { rules } = applyFix(createTheme('x'), requireFix(fix));
  expect(rules).toContain(':root[data-theme="dark"] button.submit {');
  expect(rules).toContain('@media (prefers-color-scheme: dark) {\n  :root:not([data-theme="light"]) button.submit {');
  const everywhere = chooseFix(
    { ...failing, schemes: ['light', 'dark'] },
    { colour: source, ground: undefined },
    [],
    '',
  );
  expect(applyFix(createTheme('x'), requireFix(everywhere.fix)).rules).toMatch(
    /^button\.submit \{\n {2}color: #\w{6};\n\}\n$/,
  );
});

test('nothing is offered where nothing is known of the colours', () => {
  const failing = pair('#999999', '#ffffff');
  expect(chooseFix(failing, { colour: undefined, ground: undefined }, [failing], '')).toEqual({});
});

test('a fix for a text that has changed meanwhile does nothing', () => {
  const theme = { ...createTheme('x'), rules: 'a {}' };
  expect(applyFix(theme, { kind: 'rules', start: 0, was: 'p', value: 'b' })).toBe(theme);
});

test('a ground on which all else passes is left alone', () => {
  const failing = pair('#b4b8bd', '#ffffff');
  const sources = { colour: undefined, ground: { kind: 'colour', name: 'surface' } as const };
  expect(chooseFix(failing, sources, [failing, pair('#15191e', '#ffffff')], '').fix).toBeUndefined();
});

test('a colour of the rules that can be read in one scheme alone gets a rule for the other', () => {
  const rules = '.hint { color: #b4b8bd }';
  const usedBy = { selector: '.hint', property: 'color' };
  const source = { kind: 'rules', start: rules.indexOf('#'), was: '#b4b8bd', usedBy } as const;
  const failing = pair('#b4b8bd', '#ffffff');
  const all = [failing, pair('#b4b8bd', '#171b21', ['dark'])];
  const { fix, place } = chooseFix(failing, { colour: source, ground: undefined }, all, rules);
  expect(place).toEqual({ tab: 'rules', line: 1, column: 16 });
  const fixed = applyFix({ ...createTheme('x'), rules }, requireFix(fix)).rules;
  expect(fixed.startsWith(rules)).toBe(true);
  expect(fixed).toContain(':root[data-theme="light"] .hint {');
});
