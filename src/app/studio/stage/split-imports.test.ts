import { expect, test } from 'vitest';
import { splitImports } from './split-imports';

test.each([
  ['a { color: red }', ''],
  [
    "@import url('https://fonts.example/css2?family=A;b&display=swap');\nbody { }",
    "@import url('https://fonts.example/css2?family=A;b&display=swap');",
  ],
  ['@import "a.css" screen; @import url(b.css); p { }', '@import "a.css" screen; @import url(b.css);'],
  [
    '/* first */ @charset "utf-8"; @layer a, b; @import "a.css" layer(a);',
    '/* first */ @charset "utf-8"; @layer a, b; @import "a.css" layer(a);',
  ],
  ['p { } @import "late.css";', ''],
  ['/* @import "commented.css"; */ p { }', ''],
  ['@layer a, b; p { }', ''],
  ['@import "never-closed.css', ''],
  ['// @import "a.css";', ''],
])('splits %j after its sheets', (css, imports) => {
  expect(splitImports(css)).toEqual({ imports, rest: css.slice(imports.length) });
});
