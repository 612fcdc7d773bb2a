import * as v from 'valibot';

/** Of the theme document; a document of a later version is refused, an earlier one would be brought up to this. */
export const themeVersion = 1;

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** Colours that a designer chooses. */
export const seedNames = ['surface', 'text', 'accent', 'success', 'warning', 'danger'] as const;
export type SeedName = (typeof seedNames)[number];

/** Colours that follow from the seeds; one that is given is pinned. */
export const shadeNames = [
  'mutedText',
  'line',
  'onAccent',
  'accentHover',
  'accentPressed',
  'accentDisabled',
  'onAccentDisabled',
  'accentTint',
] as const;
export type ShadeName = (typeof shadeNames)[number];
export type ColourName = SeedName | ShadeName;

const colour = v.pipe(v.string(), v.maxLength(200));

/** Any CSS colour each. What dark leaves out is as in light, as it is in the cascade. */
const coloursSchema = v.strictObject({
  surface: v.optional(colour),
  text: v.optional(colour),
  accent: v.optional(colour),
  success: v.optional(colour),
  warning: v.optional(colour),
  danger: v.optional(colour),
  mutedText: v.optional(colour),
  line: v.optional(colour),
  onAccent: v.optional(colour),
  accentHover: v.optional(colour),
  accentPressed: v.optional(colour),
  accentDisabled: v.optional(colour),
  onAccentDisabled: v.optional(colour),
  accentTint: v.optional(colour),
});
export type ThemeColours = v.InferOutput<typeof coloursSchema>;

const pixels = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

/** The provider's mark under the card: left out it is shown. `image`: an https or data address. */
const logoSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('hidden') }),
  v.strictObject({ kind: v.literal('replaced'), image: v.pipe(v.string(), v.maxLength(100_000)) }),
]);

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));
const values = v.record(v.string(), v.pipe(v.string(), v.maxLength(2000)));

/**
 * How the SDK's page looks, light and dark in one. Everything but the name may be left out, and what is left out looks as
 * the provider drew it. Lengths in CSS pixels.
 */
export const themeSchema = v.strictObject({
  version: v.literal(themeVersion),
  name,
  light: v.optional(coloursSchema, {}),
  dark: v.optional(coloursSchema, {}),
  fontFamily: v.optional(v.pipe(v.string(), v.maxLength(300))),
  cardRadius: v.optional(pixels),
  controlRadius: v.optional(pixels),
  controlHeight: v.optional(pixels),
  density: v.optional(v.picklist(['airy', 'regular', 'tight'])),
  shadow: v.optional(v.picklist(['none', 'soft', 'deep'])),
  /** `seamless`: without the card's own surface and padding, where the page around draws them. */
  card: v.optional(v.picklist(['raised', 'seamless'])),
  logo: v.optional(logoSchema),
  /** The widget's own colour variables, by name (`--primary-color`), over what follows from the seeds. */
  variables: v.optional(v.strictObject({ light: v.optional(values, {}), dark: v.optional(values, {}) }), {}),
  /** Declarations by element (`theming/elements.ts`), in the order in which they are written. */
  elements: v.optional(v.record(v.string(), values), {}),
  /** CSS, word for word, after everything else. */
  rules: v.optional(v.pipe(v.string(), v.maxLength(200_000)), ''),
  /** Over the SDK's own texts: by language, then by dotted path (`document.subTitles.IDENTITY`). */
  texts: v.optional(v.record(v.string(), values), {}),
});
export type Theme = v.InferOutput<typeof themeSchema>;

export function createTheme(name: string): Theme {
  return {
    version: themeVersion,
    name,
    light: {},
    dark: {},
    variables: { light: {}, dark: {} },
    elements: {},
    rules: '',
    texts: {},
  };
}
