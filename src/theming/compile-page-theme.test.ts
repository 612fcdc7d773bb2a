import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Scheme, schemes, type Theme } from '#contract/theme';
import { compilePageTheme } from './compile-page-theme';
import { type ColourSeeds, completeColours } from './complete-theme';
import { toContrast } from './contrast';
import { defaultTheme } from './default-theme';
import { derivePageColours } from './derive-page-colours';
import { makeReadable } from './make-readable';
import { defaultPageColours, pageContrasts } from './page-colours';

function aTheme(changes: Partial<ColourSeeds>, scheme: Scheme = 'light'): Theme {
  return { ...defaultTheme, name: 'bank', [scheme]: { ...defaultTheme[scheme], ...changes } };
}

test('adds nothing to the page under the default theme', () => {
  expect(makeReadable(defaultTheme)).toEqual({ theme: defaultTheme, adjustments: [] });
  expect(compilePageTheme(defaultTheme)).toEqual({ css: undefined, paper: { light: '#f7f7f4', dark: '#0f1216' } });
  for (const scheme of schemes) {
    expect(derivePageColours(completeColours(defaultTheme, scheme), scheme)).toEqual(defaultPageColours[scheme]);
  }
});

test('recolours what follows from a changed seed and leaves the rest', () => {
  const colours = derivePageColours({ ...defaultTheme.light, accent: '#00695c' }, 'light');
  const changed = Object.entries(colours).filter(([name, value]) => value !== Object(defaultPageColours.light)[name]);
  expect(changed.map(([name]) => name).sort()).toEqual([
    'accent',
    'accent-faint',
    'accent-fill',
    'accent-hover',
    'accent-tint',
  ]);
});

test('says each scheme both for the system’s wish and for a document that forces it', () => {
  const { css = '' } = compilePageTheme(aTheme({ accent: '#ff8a65' }, 'dark'));
  const forced = css.slice(css.indexOf('html:root[data-scheme="dark"]'));
  expect(css.match(/--accent-fill: #ff8a65;/g)).toHaveLength(2);
  expect(forced).toContain('--accent-fill: #ff8a65;');
  expect(css.slice(0, css.indexOf('@media'))).toContain('--accent-fill: #2746a6;');
});

test('keeps a pale brand colour on the button and darkens it only as text, and says so of what is written on it', () => {
  const { theme, adjustments } = makeReadable(aTheme({ accent: '#ffd400', onAccent: '#ffffff' }));
  const colours = derivePageColours(completeColours(theme, 'light'), 'light');
  expect(colours['accent-fill']).toBe('#ffd400');
  expect(colours['on-accent']).toBe(defaultTheme.light.text);
  expect(toContrast(colours.accent, colours.paper)).toBeGreaterThanOrEqual(4.5);
  expect(adjustments).toMatchObject([{ scheme: 'light', seed: 'onAccent', asked: '#ffffff', used: '#15191e' }]);
});

test('never makes a control too small for a finger', () => {
  expect(compilePageTheme({ ...defaultTheme, controlHeight: 32 }).css).toContain('--control-height: 44px;');
});

test('can be read under any theme with a light or a dark surface', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`);
  const surface = fc
    .tuple(...([0, 0, 0] as const).map(() => fc.integer({ min: 0, max: 34 })))
    .chain(channels => fc.boolean().map(dark => channels.map(value => (dark ? value : 255 - value))))
    .map(channels => `#${channels.map(value => value.toString(16).padStart(2, '0')).join('')}`);
  const seeds = fc.record({
    ...{ surface, text: colour, mutedText: colour, line: colour, accent: colour, onAccent: colour },
    ...{ success: colour, warning: colour, danger: colour },
  });
  fc.assert(
    fc.property(seeds, fc.constantFrom(...schemes), (given, scheme) => {
      const { theme } = makeReadable(aTheme(given, scheme));
      const colours = derivePageColours(completeColours(theme, scheme), scheme);
      for (const { colour: name, on, atLeast } of pageContrasts) {
        for (const ground of on) expect(toContrast(colours[name], colours[ground])).toBeGreaterThanOrEqual(atLeast);
      }
    }),
    { numRuns: 200 },
  );
});

test('a colour that only the widget’s page can tell leaves the page as it is by default', () => {
  const theme: Theme = {
    ...defaultTheme,
    light: { ...defaultTheme.light, accent: 'var(--brand)' },
    dark: { ...defaultTheme.dark, surface: 'color-mix(in srgb, var(--night), black)' },
  };
  const { theme: readable, adjustments } = makeReadable(theme);
  expect(adjustments).toEqual([]);
  expect(compilePageTheme(readable).css).toBeUndefined();
  expect(compilePageTheme({ ...readable, cardRadius: 3 }).css).not.toContain('color-mix(in srgb');
});
