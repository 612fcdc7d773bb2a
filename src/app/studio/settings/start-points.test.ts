import { expect, test } from 'vitest';
import { createTheme } from '#contract/theme';
import { isLike, isStart, type StartPoint, startFrom, startPoints } from './start-points';

const [provider, page] = startPoints as [StartPoint, StartPoint];

test('another look keeps the name, the texts and the mark', () => {
  const own = { ...createTheme('Mine'), texts: { en: { a: 'b' } }, logo: { kind: 'hidden' as const } };
  const started = startFrom(own, page);
  expect(started).toMatchObject({ name: 'Mine', texts: { en: { a: 'b' } }, logo: { kind: 'hidden' } });
  expect(isLike(started, page.theme)).toBe(true);
});

test('order does not tell looks apart, one value does', () => {
  const { light, ...rest } = page.theme;
  expect(isLike({ light: Object.fromEntries(Object.entries(light).reverse()), ...rest }, page.theme)).toBe(true);
  expect(isLike({ ...rest, light: { ...light, accent: '#000001' } }, page.theme)).toBe(false);
});

test('rules that were written stay, rules of a starting point go with it', () => {
  expect(startFrom({ ...createTheme('Mine'), rules: 'p { color: red }' }, page).rules).toBe('p { color: red }');
  expect(startFrom(startFrom(createTheme('Mine'), page), provider).rules).toBe('');
});

test('a theme is a starting point until something of its look is changed', () => {
  const started = startFrom(createTheme('Mine'), page);
  expect(isStart(started)).toBe(true);
  expect(isStart({ ...started, controlRadius: 1 })).toBe(false);
});
