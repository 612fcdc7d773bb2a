/**
 * How sure a stock value is. `original`: every project that lists the variable gives this value. `inferred`: the value
 * of the one project that lists the palette in the stylesheet's own order and changed only some of it. `unknown`: the
 * value of no project is the stock one for certain.
 */
export type StockCertainty = 'original' | 'inferred' | 'unknown';

/** A colour variable of the 1.x frame; themes set it on `:root` [G]. */
export interface SdkVariable {
  readonly name: `--${string}`;
  /** In how many of the public projects with CSS of their own it occurs. */
  readonly projects: number;
  readonly meaning: string;
  readonly seen: readonly string[];
  readonly stock: { readonly value: string | null; readonly certainty: StockCertainty };
}

const unknown = { value: null, certainty: 'unknown' } as const;
const inferred = (value: string) => ({ value, certainty: 'inferred' }) as const;
const original = (value: string) => ({ value, certainty: 'original' }) as const;

/** The variables that the frame's stock rules use, most used first [G]. */
export const sdkVariables: readonly SdkVariable[] = [
  {
    name: '--primary-color',
    projects: 10,
    meaning: 'Body text, icons, borders of controls; not the brand colour, though two projects set it to theirs',
    seen: ['#000', '#606266', '#9395a9', '#8a9296', '#fff', '#2563EB', '#6366f1'],
    stock: unknown,
  },
  {
    name: '--success-color',
    projects: 5,
    meaning: 'Accent: active and done step, links, inline action',
    seen: ['#006895', '#06d6a0', '#3463f8', '#BE33FF'],
    stock: unknown,
  },
  {
    name: '--red-color',
    projects: 4,
    meaning: 'Errors, required mark',
    seen: ['#ff4d4d', '#E84E4D', '#ef476f'],
    stock: inferred('#ff4d4d'),
  },
  {
    name: '--white-color',
    projects: 3,
    meaning: 'Surface: card, lists, upload and phone cards',
    seen: ['#fff', '#121212', '#313030'],
    stock: original('#fff'),
  },
  {
    name: '--orange-color',
    projects: 3,
    meaning: 'Pending, warning',
    seen: ['#DF9344', '#FF9000'],
    stock: unknown,
  },
  {
    name: '--section-shadow-color',
    projects: 3,
    meaning: 'Shadow of a section',
    seen: ['rgba(0,0,0,.08)', 'rgba(0,0,0,.5)', 'transparent'],
    stock: unknown,
  },
  {
    name: '--gray-color',
    projects: 2,
    meaning: 'Lines, placeholders',
    seen: ['#cacce3', '#A0A2AA'],
    stock: inferred('#cacce3'),
  },
  {
    name: '--light-grey-color',
    projects: 2,
    meaning: 'Light surface, soft line',
    seen: ['#f1f3f9', 'rgba(134,134,131,.2)'],
    stock: inferred('#f1f3f9'),
  },
  {
    name: '--dark-red-color',
    projects: 2,
    meaning: 'Strong error, surface of errors',
    seen: ['#e04f5f', '#360000'],
    stock: inferred('#e04f5f'),
  },
  {
    name: '--green-color',
    projects: 2,
    meaning: 'Positive action, in later builds',
    seen: ['#ad100a', '#6ace8a'],
    stock: inferred('#6ace8a'),
  },
  {
    name: '--bullet-shadow-color',
    projects: 2,
    meaning: 'Shadow of a step dot',
    seen: ['#dedede', 'rgba(0,0,0,.07)'],
    stock: inferred('#dedede'),
  },
  {
    name: '--step-mobile',
    projects: 2,
    meaning: 'Segment of the mobile bar that is not reached yet',
    seen: ['#d9deeb', '#868683'],
    stock: inferred('#d9deeb'),
  },
  {
    name: '--facebook-color',
    projects: 2,
    meaning: 'Social button',
    seen: ['#3b5998'],
    stock: original('#3b5998'),
  },
  {
    name: '--google-color',
    projects: 2,
    meaning: 'Social button',
    seen: ['#dd4b39'],
    stock: original('#dd4b39'),
  },
  {
    name: '--textarea-background-color',
    projects: 2,
    meaning: 'Fill of a textarea',
    seen: ['rgba(0,0,0,0.02)'],
    stock: original('rgba(0,0,0,0.02)'),
  },
  { name: '--blue-color', projects: 1, meaning: 'Blue button', seen: ['#333AC9'], stock: unknown },
  {
    name: '--dark-blue-color',
    projects: 1,
    meaning: 'Headings; set like text, to a light colour in a dark theme',
    seen: [],
    stock: unknown,
  },
  {
    name: '--disabled-gray-color',
    projects: 1,
    meaning: 'Disabled button',
    seen: ['#c9d0d6'],
    stock: inferred('#c9d0d6'),
  },
  {
    name: '--extra-light-grey-color',
    projects: 1,
    meaning: 'Separators',
    seen: ['#d1d6e1'],
    stock: inferred('#d1d6e1'),
  },
  {
    name: '--extra-grey-color',
    projects: 1,
    meaning: 'Secondary text',
    seen: ['#7f8bb2'],
    stock: inferred('#7f8bb2'),
  },
  {
    name: '--lang-selector-shadow-color',
    projects: 1,
    meaning: 'Shadow of the list of languages',
    seen: ['rgba(0,0,0,.3)'],
    stock: unknown,
  },
  {
    name: '--continue-gray',
    projects: 1,
    meaning: 'State of the continue button',
    seen: ['#d9dfe2'],
    stock: inferred('#d9dfe2'),
  },
  {
    name: '--continue-vaiolet',
    projects: 1,
    meaning: 'State of the continue button; the name is spelled so',
    seen: ['#4b55a5'],
    stock: inferred('#4b55a5'),
  },
  {
    name: '--additional-green-color',
    projects: 1,
    meaning: 'Secondary green',
    seen: ['#4fa7a3'],
    stock: inferred('#4fa7a3'),
  },
  {
    name: '--result-anim-box-shadow-color',
    projects: 1,
    meaning: 'Animation of the result',
    seen: ['rgb(13,165,177)'],
    stock: unknown,
  },
];

/** Set by somebody, but not proved to exist in the SDK: one or two uses each, some perhaps of an older build [G]. */
export const unprovedVariables: readonly string[] = [
  '--accent-color',
  '--sns-brand-color',
  '--background-color',
  '--grey-color',
  '--lighter-grey-color',
  '--yee_icon',
];

/**
 * Declared and used only inside an author's own CSS [G]; setting them changes nothing by itself. The first four stand
 * in the vendor's sample, where the last two are declared and never used. Brand-named ones are examples of many.
 */
export const authorsOwnVariables: readonly string[] = [
  '--black',
  '--grey',
  '--grey-darker',
  '--border-color',
  '--bgYellow',
  '--textWhite',
  '--greyscale-*',
  '--v-primary-base',
];
