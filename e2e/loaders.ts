import type { LoaderApi } from './loader-host/host';

/** A published loader as it is: what its code does, read in the package and proved by `loader-matrix.spec.ts`. */
export interface Loader {
  name: string;
  module: string;
  format: 'esm' | 'commonjs';
  apis: readonly LoaderApi[];
  /** What makes it open the second generation of the frame. */
  secondGeneration: 'never' | 'conf' | 'v2 in the token' | 'v2 at the end' | 'always';
  /** Whether it leaves the path out on localhost. */
  dropsPathOnLocalhost: boolean;
  /** What the `url` in a token with a prefix is to it. */
  tokenUrl: 'ignored' | 'beats the base' | 'fills in for the base';
  frameId: 'random' | 'token in the second generation' | 'token';
  allow: string;
  /** Tells the frame nothing but the language, e-mail and phone. */
  keepsConfToItself: boolean;
  addsViewportTag: boolean;
  methods: readonly string[];
  takesNavigationControl: boolean;
  scrolls: boolean;
  roundsCorners: boolean;
  readsIdentifiers: boolean;
  /** Opens the frame anew when a token of the other generation comes before anything was drawn. */
  reopensForOtherGeneration: boolean;
}

const first: Loader = {
  name: '1.0.6',
  module: 'websdk-1.0.6',
  format: 'commonjs',
  apis: ['builder'],
  secondGeneration: 'never',
  dropsPathOnLocalhost: true,
  tokenUrl: 'ignored',
  frameId: 'random',
  allow: 'camera; microphone',
  keepsConfToItself: true,
  addsViewportTag: false,
  methods: [],
  takesNavigationControl: false,
  scrolls: false,
  roundsCorners: false,
  readsIdentifiers: false,
  reopensForOtherGeneration: false,
};

function following(earlier: Loader, name: string, changes: Partial<Loader>): Loader {
  return { ...earlier, name, module: `websdk-${name}`, ...changes };
}

const withInit = following(first, '1.3.7', {
  format: 'esm',
  apis: ['builder', 'init'],
  allow: 'camera; microphone; geolocation',
  keepsConfToItself: false,
  addsViewportTag: true,
  methods: ['destroy'],
});
const twoGenerations = following(withInit, '1.4.1', {
  secondGeneration: 'conf',
  frameId: 'token in the second generation',
});
const generationByToken = following(twoGenerations, '2.0.1', { secondGeneration: 'v2 in the token' });
const asIdngo = following(generationByToken, '2.2.1', {
  secondGeneration: 'v2 at the end',
  tokenUrl: 'beats the base',
  allow: 'camera; microphone; geolocation; clipboard-write',
  methods: ['destroy', 'navigateBack'],
  takesNavigationControl: true,
});
const baseWins = following(asIdngo, '2.3.1', { tokenUrl: 'fills in for the base' });
const inPlace = following(baseWins, '2.3.18', {
  dropsPathOnLocalhost: false,
  methods: ['destroy', 'navigateBack', 'setLanguage', 'setTheme', 'singleStepNext'],
  scrolls: true,
  reopensForOtherGeneration: true,
});
const rounding = following(inPlace, '2.6.3', { roundsCorners: true });
const newest = following(rounding, '2.9.0', {
  secondGeneration: 'always',
  frameId: 'token',
  allow: 'camera; microphone; geolocation; clipboard-write; hid',
  readsIdentifiers: true,
  reopensForOtherGeneration: false,
});
const react = following(newest, 'react 2.9.0', { module: 'websdk-react-2.9.0', apis: ['component'] });

export const loaders: readonly Loader[] = [
  ...[first, withInit, twoGenerations, generationByToken, asIdngo, baseWins, inPlace, rounding, newest, react],
];

export function requireLoader(name: string): Loader {
  const loader = loaders.find(one => one.name === name);
  if (!loader) throw new Error(`No loader is called ${name}`);
  return loader;
}

/** The generation of the frame that a loader opens for a token. */
export function generationOf({ secondGeneration }: Loader, token: string, confVersion?: number): 1 | 2 {
  const isSecond = {
    never: false,
    conf: confVersion === 2,
    'v2 in the token': token.includes('-v2'),
    'v2 at the end': token.endsWith('-v2'),
    always: true,
  }[secondGeneration];
  return isSecond ? 2 : 1;
}

/** The frame's address without the id, as the loader must compose it; `base` is the one the host gave, if any. */
export function expectedAddress(loader: Loader, generation: 1 | 2, base: string, tokenUrl: string | undefined): string {
  const origin = loader.tokenUrl === 'beats the base' && tokenUrl !== undefined ? tokenUrl : base;
  const folder = generation === 2 ? '/websdk' : '/idensic';
  return `${origin}${loader.dropsPathOnLocalhost && origin.includes('localhost') ? '' : folder}/websdk.html`;
}
