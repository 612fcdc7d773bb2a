import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWide, readOklch, writeColour } from './read-colour';

test('any colour of a screen comes back from OKLCH as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), value => {
      const hex = `#${value.toString(16).padStart(6, '0')}`;
      const oklch = readOklch(hex);
      expect(oklch && writeColour(oklch)).toBe(hex);
    }),
  );
});

test('opacity is kept, and what no screen of sRGB shows is written as it is', () => {
  expect(writeColour({ l: 0, c: 0, h: 0, alpha: 0.5 })).toBe('#00000080');
  const vivid = writeColour({ l: 0.7, c: 0.37, h: 150, alpha: 1 });
  expect(vivid).toBe('oklch(0.7 0.37 150)');
  expect([isWide(vivid), isWide('#00ff00')]).toEqual([true, false]);
});

test('a colour without a value of its own has no sliders', () => {
  expect(readOklch('var(--brand)')).toBeUndefined();
  expect(readOklch('#fff')).toMatchObject({ c: 0, h: 0, alpha: 1 });
});
