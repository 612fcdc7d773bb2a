import { expect, test } from 'vitest';
import { holdScheme } from './hold-scheme';

const css =
  '@media screen and (prefers-color-scheme:dark) {\n p { color: red }\n}\n@media (Prefers-Color-Scheme: light) {}';

test('answers for the system of a person in that scheme, in the same lines', () => {
  expect(holdScheme(css, 'dark')).toBe(
    '@media screen and (min-width: 0) {\n p { color: red }\n}\n@media (max-width: 0) {}',
  );
  expect(holdScheme(css, 'light')).toContain('@media (min-width: 0) {}');
});
