import { expect, test } from 'vitest';
import { createTheme } from '#contract/theme';
import { compileTheme } from '#theming/compile-theme';
import { listThemeRules, splitSelectors, toRulesLine } from './theme-sheet';

test('lists rules with what is around them, and skips what a browser skips', () => {
  const rules = listThemeRules(`@media (max-width: 500px) { @layer base { p { color: red } } }
    // rubbish } .empty { }
    h2 { color: blue; & > p { margin: 0 } span { top: 0 } }`);
  expect(rules.map(({ selector, media, layered }) => ({ selector, media, layered }))).toEqual([
    { selector: 'p', media: ['(max-width: 500px)'], layered: true },
    { selector: 'h2', media: [], layered: false },
    { selector: ':is(h2) > p', media: [], layered: false },
    { selector: ':is(h2) span', media: [], layered: false },
  ]);
});

test('splits a list of selectors where it is one', () => {
  expect(splitSelectors('a:is(b, c), [title="x,y"] , .a\\,b')).toEqual(['a:is(b, c)', '[title="x,y"]', '.a\\,b']);
});

test('finds the line of a rule in the rules of the theme, whatever the settings put before them', () => {
  const rules = '@import "a.css";\n\n/* mine */\nbutton.submit { color: red }\n';
  for (const theme of [
    { ...createTheme('A'), rules },
    { ...createTheme('A'), rules, controlRadius: 4 },
  ]) {
    const css = compileTheme(theme);
    const own = listThemeRules(css).find(({ declarations }) => declarations.some(({ value }) => value === 'red'));
    expect(toRulesLine(theme, css, own?.start ?? 0)).toBe(4);
  }
});

test('knows what settings wrote', () => {
  const theme = { ...createTheme('A'), rules: 'p { color: red }', controlRadius: 4 };
  const css = compileTheme(theme);
  expect(toRulesLine(theme, css, listThemeRules(css)[0]?.start ?? 0)).toBeUndefined();
});

test('a quote that nobody closes takes no longer to read for all the backslashes after it', () => {
  const open = `p["${'\\'.repeat(10_000)}`;
  expect(splitSelectors(open)).toEqual([open]);
});

test('a rule whose selector doubles with each level is left out, and what stands beside it is read', () => {
  const doubling = `${'&,&{'.repeat(40)}top:0${'}'.repeat(40)}`;
  expect(listThemeRules(`a{color:red;${doubling}} p{color:blue}`).map(({ selector }) => selector)).toEqual(['a', 'p']);
});
