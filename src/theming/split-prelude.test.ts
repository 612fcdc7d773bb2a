import { expect, test } from 'vitest';
import { splitPrelude } from './split-prelude';

test.each([
  ['@import url("https://a.test/a.css;b");\np {}', '@import url("https://a.test/a.css;b");'],
  ['/* mine */ @charset "utf-8";@layer a, b;\n/* then */\n@IMPORT "b.css" screen; p {}', 7],
  [
    '@layer a, b; @import "c.css" supports(display: grid); @layer c { p {} }',
    '@layer a, b; @import "c.css" supports(display: grid);',
  ],
  ['<!-- @import "a.css"; --> p {}', '<!-- @import "a.css";'],
  ['@namespace svg url(http://www.w3.org/2000/svg); svg|a {}', '@namespace svg url(http://www.w3.org/2000/svg);'],
])('finds the head of %j', (rules, head) => {
  const { prelude, rest } = splitPrelude(rules);
  expect(prelude + rest).toBe(rules);
  if (typeof head === 'string') expect(prelude).toBe(head);
  else expect(rest).toBe(' p {}');
});

test.each([
  '',
  'p { color: red } @import "late.css";',
  '/* only a comment */ p {}',
  '@media print { @import "a.css"; }',
  '@layer a { p {} }',
  '@import "never closed',
  '@import url(a.css)\np { color: red }',
  '// @import "a.css";\np {}',
])('leaves all of %j where it is', rules => {
  expect(splitPrelude(rules)).toEqual({ prelude: '', rest: rules });
});

test('takes what follows a statement that is never closed for no head', () => {
  expect(splitPrelude('@import "a.css"; @import "b.css"')).toEqual({
    prelude: '@import "a.css";',
    rest: ' @import "b.css"',
  });
});
