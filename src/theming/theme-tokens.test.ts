import { expect, test } from 'vitest';
import { createTheme, type Theme } from '#contract/theme';
import { isTokenFile, readThemeTokens } from './read-theme-tokens';
import { fromTokenColour, toTokenColour } from './token-colour';
import { type TokenGroup, writeThemeTokens } from './write-theme-tokens';

const theme: Theme = {
  ...createTheme('Aqsha'),
  light: { surface: 'white', accent: 'oklch(52% 0.2 262)', accentHover: 'color-mix(in oklch, red, blue)' },
  dark: { accent: '#9fb4ff80' },
  fontFamily: "'Golos Text', sans-serif",
  cardRadius: 14,
  variables: { light: { '--blue-color': '#333AC9' }, dark: {} },
  rules: 'p { color: red }',
};
const accept = (carried: unknown) => carried as Theme;
const read = (json: object) => readThemeTokens(json as Record<string, unknown>, 'Read', accept);
const copy = (json: TokenGroup) => JSON.parse(JSON.stringify(json));

test('writes colours, dimensions and fonts as the format has them', () => {
  expect(writeThemeTokens(theme)).toEqual({
    $description: 'Aqsha',
    light: {
      $type: 'color',
      surface: { $value: { colorSpace: 'srgb', components: [1, 1, 1], hex: '#ffffff' } },
      accent: { $value: { colorSpace: 'srgb', components: [0.122393, 0.36794, 0.852404], hex: '#1f5ed9' } },
    },
    dark: {
      $type: 'color',
      accent: {
        $value: { colorSpace: 'srgb', components: [0.623529, 0.705882, 1], alpha: expect.closeTo(0.5), hex: '#9fb4ff' },
      },
    },
    shape: { $type: 'dimension', 'card-radius': { $value: { value: 14, unit: 'px' } } },
    font: { family: { $type: 'fontFamily', $value: ['Golos Text', 'sans-serif'] } },
    variables: {
      light: { $type: 'color', 'blue-color': { $value: expect.objectContaining({ hex: '#333ac9' }) } },
    },
    $extensions: { 'portico.theme': theme },
  });
});

test('what was written comes back as it was', () => {
  expect(read(copy(writeThemeTokens(theme)))).toEqual({ theme, settings: [], others: [] });
});

test('what another tool changed since counts', () => {
  const json = copy(writeThemeTokens(theme));
  json.light.accent.$value = '#006600';
  json.shape['card-radius'].$value = { value: 1, unit: 'rem' };
  const changed = read(json);
  expect(changed.theme).toEqual({ ...theme, light: { ...theme.light, accent: '#006600' }, cardRadius: 16 });
  expect(changed.settings.map(({ setting }) => setting)).toEqual(['light.accent', 'cardRadius']);
});

test('reads tokens of other tools: aliases, groups’ types, older spellings, usual names', () => {
  const json = {
    palette: { $type: 'color', sea: { 500: { $value: '#0e7490' } } },
    semantic: {
      light: {
        primary: { $type: 'color', $value: '{palette.sea.500}' },
        background: { $type: 'color', $value: '#fff' },
      },
      dark: { primary: { $type: 'color', $value: { colorSpace: 'oklch', components: [0.8, 0.1, 'none'] } } },
    },
    radius: { 'control-radius': { $type: 'dimension', $value: '10px' } },
    font: { family: { $type: 'fontFamily', $value: ['Golos Text Variable', 'system-ui'] } },
  };
  const { theme, settings, others } = read(json);
  expect(theme).toMatchObject({
    name: 'Read',
    light: { accent: '#0e7490', surface: '#fff' },
    dark: { accent: 'oklch(0.8 0.1 none)' },
    controlRadius: 10,
    fontFamily: '"Golos Text Variable", system-ui',
  });
  expect(settings).toHaveLength(5);
  expect(others.map(({ path }) => path)).toEqual(['palette.sea.500']);
});

test('what no setting stands for is told, and kept as variables for rules', () => {
  const json = {
    space: { 4: { $type: 'dimension', $value: { value: 16, unit: 'px' } } },
    ease: { $type: 'cubicBezier', $value: [0, 0.5, 1, 1] },
    note: { $value: '</style>" \\ \n' },
    'a;} *{': { $value: 3 },
  };
  const { theme, others } = read(json);
  expect(others).toHaveLength(4);
  expect(theme.rules).toBe(String.raw`:root {
  --space-4: 16px;
  --ease: "[0,0.5,1,1]";
  --note: "\"\3c /style>\\\" \\\\ \\n\"";
  --a-: 3;
}`);
});

test('an alias that leads nowhere or in a circle is kept as it is', () => {
  const json = { a: { $type: 'color', $value: '{b}' }, b: { $type: 'color', $value: '{a}' }, c: { $value: '{d}' } };
  expect(read(json).others.map(({ path }) => path)).toEqual(['a', 'b', 'c']);
});

test('a chain of aliases is followed as far as a person makes one, and thousands of tokens are read at once', () => {
  const chain = (length: number) =>
    Object.fromEntries([
      ...Array.from({ length }, (_, at) => [`t${at}`, { $value: `{t${at + 1}}` }]),
      [`t${length}`, { $value: 'red' }],
    ]);
  expect(read(chain(20)).others.every(({ value }) => value === 'red')).toBe(true);
  expect(read(chain(3000)).others.filter(({ value }) => value === 'red')).toHaveLength(51);
  const variables = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`v${at}`, { $value: 'red' }]));
  expect(Object.keys(read({ variables: { light: variables } }).theme.variables.light)).toHaveLength(20_000);
});

test.each([
  [{ colorSpace: 'srgb', components: [1, 0, 0] }, '#ff0000'],
  [{ colorSpace: 'srgb', components: [1, 0, 0], alpha: 0.5 }, 'rgba(255, 0, 0, 0.5)'],
  [{ colorSpace: 'hsl', components: [120, 100, 25] }, 'hsl(120 100% 25%)'],
  [{ colorSpace: 'display-p3', components: [1, 0.5, 0] }, 'color(display-p3 1 0.5 0)'],
  [{ colorSpace: 'oklch', components: [0.7, 0.1, 'none'], alpha: 0.2 }, 'oklch(0.7 0.1 none / 0.2)'],
  ['rebeccapurple', 'rebeccapurple'],
  ['no colour', undefined],
  [{ colorSpace: 'srgb);}', components: [1, 0, 0] }, undefined],
  [{ colorSpace: 'srgb', components: [1, 0] }, undefined],
  [7, undefined],
])('reads the colour %j', (value, css) => {
  expect(fromTokenColour(value)).toBe(css);
});

test('a colour that screens cannot show stays what it is', () => {
  expect(toTokenColour('oklch(70% 0.3 150)')).toMatchObject({ colorSpace: 'oklch', components: [0.7, 0.3, 150] });
  expect(toTokenColour('var(--x)')).toBeUndefined();
});

test('a theme or any other JSON is no file of tokens', () => {
  expect(isTokenFile(theme)).toBe(false);
  expect(isTokenFile([])).toBe(false);
  expect(isTokenFile(writeThemeTokens(theme))).toBe(true);
  expect(isTokenFile(writeThemeTokens(createTheme('Without tokens')))).toBe(true);
});
