import { expect, test } from 'vitest';
import { mix, shiftLightness, textContrast, toContrast, toHex, toPassing } from './contrast';

test('measures as WCAG does', () => {
  expect(toContrast('#000', '#fff')).toBeCloseTo(21);
  expect(toContrast('#767676', 'white')).toBeCloseTo(4.54, 2);
  expect(toContrast('#fff', '#767676')).toBe(toContrast('#767676', '#fff'));
});

test('spells every colour the same way, within what screens can show', () => {
  expect(toHex('rebeccapurple')).toBe('#663399');
  expect(toHex('#abc')).toBe('#aabbcc');
  expect(toHex('rgb(0 0 0 / 50%)')).toBe('#000000');
  expect(toHex('oklch(70% 0.4 150)')).toMatch(/^#[0-9a-f]{6}$/);
  expect(() => toHex('red; } body { display: none')).toThrow();
});

test('leaves a colour that passes alone', () => {
  expect(toPassing('#2746a6', ['#ffffff'], textContrast)).toBe('#2746a6');
});

test('finds the nearest lightness that passes on every ground', () => {
  const grounds = ['#ffffff', '#f7f7f4'];
  const found = toPassing('#e0a800', grounds, textContrast);
  expect(grounds.every(ground => toContrast(found, ground) >= textContrast)).toBe(true);
  expect(toContrast(shiftLightness(found, 0.015), '#f7f7f4')).toBeLessThan(textContrast);
});

test('takes black or white where nothing passes', () => {
  expect(toPassing('#ff0000', ['#000000', '#ffffff'], 10)).toMatch(/^#(000000|ffffff)$/);
});

test('mixes one colour into another', () => {
  expect(mix('#000000', '#ffffff', 0)).toBe('#000000');
  expect(mix('#000000', '#ffffff', 1)).toBe('#ffffff');
});
