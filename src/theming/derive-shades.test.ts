import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schemes } from '#contract/theme';
import { toContrast, toHex } from './contrast';
import { isCssColour } from './css-colour';
import { deriveShades, readColours } from './derive-shades';
import { stockColours } from './stock-colours';

const hex = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`);

test('can be read on what they stand on, whatever the accent', () => {
  fc.assert(
    fc.property(hex, fc.constantFrom(...schemes), (accent, scheme) => {
      const shades = deriveShades({ accent }, scheme);
      const { surface } = stockColours[scheme];
      for (const ground of [accent, shades.accentHover, shades.accentPressed]) {
        expect(toContrast(shades.onAccent, ground)).toBeGreaterThanOrEqual(4.5);
      }
      expect(toContrast(shades.onAccentDisabled, shades.accentDisabled)).toBeGreaterThanOrEqual(4.5);
      for (const ground of [surface, shades.canvas, shades.accentTint]) {
        expect(toContrast(shades.accentText, ground)).toBeGreaterThanOrEqual(4.5);
      }
      expect(toContrast(shades.mutedText, surface)).toBeGreaterThanOrEqual(4.5);
      expect(toContrast(shades.controlLine, surface)).toBeGreaterThanOrEqual(3);
    }),
    { numRuns: 300 },
  );
});

test('can be told from each other by the pointer', () => {
  for (const accent of ['#2746a6', '#ffd400', '#000000', '#ffffff', '#0b6b45', '#9fb4ff']) {
    const { accentHover, accentPressed } = deriveShades({ accent }, 'light');
    expect(new Set([accent, accentHover, accentPressed]).size).toBe(3);
  }
});

test('are as they are pinned, and what follows from them follows', () => {
  const shades = deriveShades({ accent: '#2746a6', onAccent: 'yellow', accentDisabled: 'rgb(0 0 0)' }, 'light');
  expect(shades).toMatchObject({ onAccent: 'yellow', accentDisabled: 'rgb(0 0 0)' });
  expect(toContrast(shades.onAccentDisabled, '#000000')).toBeGreaterThanOrEqual(4.5);
});

test('take the provider’s colour for a word that is half typed', () => {
  expect(deriveShades({ accent: 'rebeccapur' }, 'light')).toEqual(deriveShades({}, 'light'));
});

test('in dark are as in light, apart from shades of a seed that dark says anew', () => {
  const light = { accent: '#2746a6', accentHover: 'navy', mutedText: 'gray' };
  expect(readColours({ light, dark: {} }, 'dark')).toEqual(light);
  expect(readColours({ light, dark: { accent: '#9fb4ff' } }, 'dark')).toEqual({ accent: '#9fb4ff', mutedText: 'gray' });
});

test('start from the colours that the stand-in is drawn in', () => {
  const sheet = readFileSync(join(import.meta.dirname, '../stand-in/stock/variables.css'), 'utf8');
  const [light = '', dark = ''] = sheet.split('data-theme="dark"');
  const names = {
    ...{ surface: '--white-color', text: '--primary-color', mutedText: '--extra-grey-color', line: '--gray-color' },
    ...{ accent: '--success-color', warning: '--orange-color', danger: '--dark-red-color' },
  };
  for (const [seed, variable] of Object.entries(names)) {
    const read = (block: string) => toHex(new RegExp(`${variable}: ([^;]+);`).exec(block)?.[1] ?? '');
    expect([seed, read(light)]).toEqual([seed, Object(stockColours.light)[seed]]);
    expect([seed, read(dark)]).toEqual([seed, Object(stockColours.dark)[seed]]);
  }
});

test('what follows from a colour that only the browser knows is mixed by the browser', () => {
  const shades = deriveShades({ accent: 'var(--brand)', surface: '#ffffff' }, 'light');
  expect(shades).toMatchObject({
    accentHover: 'color-mix(in oklab, var(--brand), black 12%)',
    accentTint: 'color-mix(in oklab, #ffffff, var(--brand) 10%)',
    accentText: 'var(--brand)',
    mutedText: expect.stringMatching(/^#/),
  });
  expect(shades.onAccent).toMatch(/^oklch\(from var\(--brand\) /);
  expect(deriveShades({ accent: 'var(--brand)', accentHover: 'teal' }, 'light').accentHover).toBe('teal');
});

test('every shade is a colour of CSS, whichever seeds only the browser knows', () => {
  for (const name of ['surface', 'text', 'accent', 'line', 'accentDisabled'] as const) {
    const shades = deriveShades({ accent: 'teal', [name]: 'color-mix(in srgb, var(--a), red 20%)' }, 'dark');
    expect(Object.entries(shades).filter(([, value]) => !isCssColour(value))).toEqual([]);
  }
});
