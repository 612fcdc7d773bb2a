import { formatHex, interpolate } from 'culori';
import { expect, test } from 'vitest';
import { type Scheme, schemes, type Theme } from '#contract/theme';
import { checkFonts, listFonts } from './checks/check-fonts';
import { listRules } from './checks/list-rules';
import { compileTheme } from './compile-theme';
import { toContrast } from './contrast';
import { deriveShades, readColours } from './derive-shades';
import { parseTheme } from './parse-theme';
import { presets } from './presets';

test('are a dozen and more, each of its own character and none that a file could not hold', () => {
  expect(presets.length).toBeGreaterThanOrEqual(12);
  expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
  expect(new Set(presets.map(({ theme }) => compileTheme(theme))).size).toBe(presets.length);
  for (const { theme } of presets) expect(parseTheme(theme)).toEqual(theme);
});

test.each(presets)('$id names first a font that is packaged or the system’s', ({ theme }) => {
  const css = compileTheme(theme);
  const lists = listFonts(listRules(css, 'settings'), () => ({ tab: 'seeds', control: 'fontFamily' }));
  expect(lists.length).toBeGreaterThan(0);
  expect(checkFonts(lists, css, ['Golos Text Variable'])).toEqual([]);
});

/** What stands on what under a theme, by the seeds and by what the stock mixes from its variables. */
function pairsOf(theme: Theme, scheme: Scheme): [string, string, string][] {
  const colours = readColours(theme, scheme);
  const shades = deriveShades(colours, scheme);
  const { surface = '', text = '', accent = '', warning = '', danger = '' } = colours;
  const mixed = (one: string, share: number, other: string) => formatHex(interpolate([other, one], 'rgb')(share));
  const grounds = { surface, canvas: shades.canvas, accentTint: shades.accentTint };
  const inks = {
    ...{ text, accentText: shades.accentText, mutedText: shades.mutedText },
    redText: mixed(danger, 0.7, text),
    orangeText: mixed(warning, 0.85, text),
    quietText: mixed(shades.mutedText, 0.55, text),
  };
  return [
    ...Object.entries(inks).flatMap(([ink, colour]) =>
      Object.entries(grounds).map(([ground, on]): [string, string, string] => [`${ink} on ${ground}`, colour, on]),
    ),
    ...[accent, shades.accentHover, shades.accentPressed].map((on): [string, string, string] => [
      'label of the button',
      shades.onAccent,
      on,
    ]),
    ['label of the disabled button', shades.onAccentDisabled, shades.accentDisabled],
    ['placeholder', mixed(shades.line, 0.38, text), surface],
    ['text of an error', text, mixed(danger, 0.12, surface)],
    ['text of a warning', text, mixed(warning, 0.1, surface)],
  ];
}

test.each(presets.flatMap(({ theme }) => schemes.map(scheme => [theme.name, scheme, theme] as const)))(
  '%s can be read in %s',
  (_, scheme, theme) => {
    const measured = pairsOf(theme, scheme).map(([pair, one, other]) => ({ pair, contrast: toContrast(one, other) }));
    expect(measured.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
    for (const state of ['success', 'warning', 'danger'] as const) {
      expect(
        toContrast(readColours(theme, scheme)[state] ?? '', readColours(theme, scheme).surface ?? ''),
      ).toBeGreaterThan(4.5);
    }
  },
);
