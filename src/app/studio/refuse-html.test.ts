import { expect, test } from 'vitest';
import { refuseHtml } from './refuse-html';

test('only the empty text may become HTML', () => {
  const made: { name: string; createHTML: (text: string) => string }[] = [];
  const createPolicy = (name: string, rules: { createHTML: (text: string) => string }) => made.push({ name, ...rules });
  refuseHtml({ trustedTypes: { createPolicy } });
  const [policy] = made;
  expect(made.map(({ name }) => name)).toEqual(['default']);
  expect(policy?.createHTML('')).toBe('');
  expect(() => policy?.createHTML('<b>')).toThrow('writes no HTML, and was to write: <b>');
});

test('a browser without Trusted Types is left as it is', () => {
  expect(() => refuseHtml({})).not.toThrow();
});
