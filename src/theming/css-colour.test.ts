import { expect, test } from 'vitest';
import { isCssColour } from './css-colour';

test.each([
  '#0e7c66',
  'teal',
  'transparent',
  'currentColor',
  'CanvasText',
  'oklch(0.53 0.1 170)',
  'var(--brand)',
  'var(--brand, #0e7c66)',
  'var(--brand, var(--other, rgb(0, 0, 0)))',
  'color-mix(in oklab, var(--brand) 80%, black)',
  'color-mix(in oklch longer hue, red, 20% color-mix(in srgb, blue, white))',
  'light-dark(#fff, var(--night))',
  'oklch(from var(--brand) calc(l - 0.1) c h)',
  'rgb(from color-mix(in srgb, red, blue) r g b / 50%)',
  'rgb(var(--rgb) / 0.4)',
])('%s is a colour', text => {
  expect(isCssColour(text)).toBe(true);
});

test.each([
  '',
  'blurple',
  'ff0000',
  'var(brand)',
  'var(--brand) var(--other)',
  'var(--brand, 12px)',
  'var(--brand) 12px',
  'color-mix(red, blue)',
  'color-mix(in oklab, red)',
  'color-mix(in rainbow, red, blue)',
  'color-mix(in oklab, red, 12px)',
  'oklch(from blurple l c h)',
  'url(var(--x))',
  'calc(var(--x))',
  'var(--x); color: red',
  'var(--x',
])('%s is none', text => {
  expect(isCssColour(text)).toBe(false);
});
