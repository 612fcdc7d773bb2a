import fc from 'fast-check';
import { seedNames, shadeNames, type Theme, themeVersion } from '#contract/theme';
import { elementGroups } from '#theming/elements';

const hex = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`);
const colour = fc.oneof(
  { weight: 4, arbitrary: hex },
  fc.constantFrom('navy', 'rgb(12 34 56 / 80%)', 'oklch(62% 0.14 210)', 'hsl(210, 40%, 30%)', 'transparent'),
);

function someOf<T extends string, V>(names: readonly T[], value: fc.Arbitrary<V>) {
  const all = Object.fromEntries(names.map(name => [name, value])) as Record<T, fc.Arbitrary<V>>;
  return fc.record(all, { requiredKeys: [] });
}

const value = fc.constantFrom(
  ...[
    '#123456',
    'red',
    '0',
    '12px',
    '1px solid var(--portico-line)',
    '0 1px 2px rgb(0 0 0 / 20%)',
    'none',
    'uppercase',
  ],
  ...['linear-gradient(90deg, #fff, #000)', `"Golos Text Variable", 'a; }', serif`, 'url(data:image/png;base64,AA==)'],
);
const variables = fc.dictionary(
  fc.constantFrom('--primary-color', '--white-color', '--success-color', '--light-grey-color', '--step-mobile'),
  fc.oneof(colour, fc.constant('var(--portico-surface)')),
  { maxKeys: 3 },
);
const elements = fc
  .uniqueArray(fc.constantFrom(...elementGroups.flatMap(group => group.elements)), {
    maxLength: 5,
    selector: ({ id }) => id,
  })
  .chain(chosen =>
    fc.tuple(
      ...chosen.map(({ id, properties }) =>
        fc
          .dictionary(fc.constantFrom(...properties), value, { minKeys: 1, maxKeys: 3 })
          .map(declarations => [id, declarations] as const),
      ),
    ),
  )
  .map(entries => Object.fromEntries(entries));
const rules = fc.constantFrom(
  ...['', '', 'p { color: red }\n', '/* a */ // b\n.x { } }', '@media print { p { color: red } }', '  \n'],
  '@import url("https://fonts.test/a.css");\n/* then */ p { margin: 0 }',
  '@charset "utf-8"; @layer a, b;\n@layer a { p { color: red } }',
  '@import "never-closed',
);
const shape = fc.record(
  {
    fontFamily: fc.constantFrom("'Golos Text Variable', sans-serif", 'Arial', 'Georgia, "Times New Roman", serif'),
    cardRadius: fc.nat({ max: 40 }),
    controlRadius: fc.double({ min: 0, max: 40, noNaN: true }).map(length => Math.abs(Math.round(length * 2) / 2)),
    controlHeight: fc.integer({ min: 24, max: 80 }),
    density: fc.constantFrom('airy' as const, 'regular' as const, 'tight' as const),
    shadow: fc.constantFrom('none' as const, 'soft' as const, 'deep' as const),
    card: fc.constantFrom('raised' as const, 'seamless' as const),
    logo: fc.constantFrom(
      { kind: 'hidden' as const },
      { kind: 'replaced' as const, image: 'https://a.test/logo.svg?a=1&b=(2)' },
      { kind: 'replaced' as const, image: 'data:image/png;base64,iVBORw0KGgo=' },
    ),
  },
  { requiredKeys: [] },
);

/** Any theme that `parseTheme` takes, without texts, which the CSS does not carry. */
export const anyTheme: fc.Arbitrary<Theme> = fc
  .record({
    light: someOf([...seedNames, ...shadeNames], colour),
    dark: fc.oneof(fc.constant({}), someOf([...seedNames, ...shadeNames], colour)),
    shape,
    variables: fc.record({ light: variables, dark: variables }),
    elements,
    rules,
  })
  .map(({ shape, ...rest }) => ({ version: themeVersion, name: 'generated', ...shape, ...rest, texts: {} }));
