import { type ColourName, type Scheme, type SeedName, seedNames, shadeNames, type Theme } from '#contract/theme';
import { toContrast, toHex } from './contrast';
import { type Declaration, media, rule } from './css-text';
import { isDeclarationValue } from './declaration-value';
import { deriveShades, type HiddenShades, readColours, shadeSeeds } from './derive-shades';

/** Behind a shade that the theme gives, and that does not follow from its seeds. */
export const pinnedComment = 'pinned';

type Custom = ColourName | keyof HiddenShades;

/** `--portico-accent-hover` of `accentHover`. */
export function toCustomProperty(name: string): `--portico-${string}` {
  return `--portico-${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
}

export function varOf(name: Custom): string {
  return `var(${toCustomProperty(name)})`;
}

/** What the widget's own variables follow from, where the theme says it. */
export const variableSources: Readonly<Record<`--${string}`, Custom>> = {
  '--primary-color': 'text',
  '--dark-blue-color': 'text',
  '--extra-grey-color': 'mutedText',
  '--white-color': 'surface',
  '--light-grey-color': 'canvas',
  '--gray-color': 'line',
  '--extra-light-grey-color': 'line',
  '--step-mobile': 'line',
  '--success-color': 'accentText',
  '--blue-color': 'accent',
  '--continue-vaiolet': 'accent',
  '--continue-gray': 'accentDisabled',
  '--disabled-gray-color': 'accentDisabled',
  '--result-anim-box-shadow-color': 'accentText',
  '--green-color': 'success',
  '--orange-color': 'warning',
  '--red-color': 'danger',
  '--dark-red-color': 'danger',
};

const hiddenSeeds: Readonly<Record<keyof HiddenShades, SeedName>> = {
  canvas: 'surface',
  controlLine: 'surface',
  accentText: 'accent',
};

/** Every colour that a scheme has, as it is declared. */
type SchemeColours = ReadonlyMap<Custom, Declaration>;
export type CompiledColours = Readonly<Record<Scheme, SchemeColours>>;

export function compileColours(theme: Theme): CompiledColours {
  return { light: readScheme(theme, 'light'), dark: readScheme(theme, 'dark') };
}

function readScheme(theme: Theme, scheme: Scheme): SchemeColours {
  const colours = readColours(theme, scheme);
  const shades = deriveShades(colours, scheme);
  const said = new Map<Custom, Declaration>();
  const say = (name: Custom, value: string, comment?: string) => {
    const property = toCustomProperty(name);
    if (isDeclarationValue(value))
      said.set(name, comment === undefined ? [property, value] : [property, value, comment]);
  };
  for (const seed of seedNames) if (colours[seed] !== undefined) say(seed, colours[seed]);
  for (const shade of shadeNames) {
    if (colours[shade] !== undefined) say(shade, colours[shade], pinnedComment);
    else if (colours[shadeSeeds[shade][0] ?? 'accent'] !== undefined) say(shade, shades[shade]);
  }
  for (const [hidden, seed] of Object.entries(hiddenSeeds) as [keyof HiddenShades, SeedName][]) {
    const hasLine = hidden === 'controlLine' && colours.line !== undefined;
    if (colours[seed] !== undefined || hasLine) say(hidden, shades[hidden]);
  }
  return said;
}

/** The blocks of `:root`: in light, then what differs in dark, by the system's wish and by the frame's own attribute. */
export function compileRoot(theme: Theme, { light, dark }: CompiledColours): string[] {
  const lightColours = [...light.values()];
  const darkColours = [...dark]
    .filter(([name, said]) => isNews(theme, name, said, light.get(name)))
    .map(([, said]) => said);
  const own = Object.keys(theme.variables.light);
  const mapped = (from: ReadonlyMap<Custom, Declaration>, without: (source: Custom, variable: string) => boolean) =>
    Object.entries(variableSources).flatMap(([variable, source]): Declaration[] =>
      from.has(source) && !without(source, variable) ? [[variable, varOf(source)]] : [],
    );

  const onLight = [
    ...withScheme(lightColours, theme.light.surface),
    ...lookDeclarations(theme),
    ...mapped(light, () => false),
  ];
  const onDark = [
    ...withScheme(darkColours, theme.dark.surface),
    ...mapped(dark, (source, variable) => light.has(source) || own.includes(variable)),
  ];
  const darkBlocks = (selector: string) => [
    ...block(selector, onDark),
    ...block(selector, ownVariables(theme, 'dark')),
  ];
  const byWish = darkBlocks(':root:where(:not([data-theme="light"]))');
  return [
    ...block(':root', onLight),
    ...block(':root', ownVariables(theme, 'light')),
    ...(byWish.length === 0 ? [] : [media('(prefers-color-scheme: dark)', byWish)]),
    ...darkBlocks(':root:where([data-theme="dark"])'),
  ];
}

function block(selector: string, declarations: readonly Declaration[]): string[] {
  return declarations.length === 0 ? [] : [rule(selector, declarations)];
}

/** What dark gives itself is always said, so that reading it back finds it. */
function isNews(theme: Theme, name: Custom, said: Declaration, inLight: Declaration | undefined): boolean {
  const isAsked = Object.hasOwn(theme.dark, name);
  const comesFromLight = Object.hasOwn(theme.light, name) && said[2] === inLight?.[2] && said[1] === inLight?.[1];
  return isAsked || (!comesFromLight && said[1] !== inLight?.[1]);
}

/** What the browser draws itself, as scroll bars and lists of options, goes with the surface. */
function withScheme(colours: readonly Declaration[], surface: string | undefined): readonly Declaration[] {
  if (surface === undefined) return colours;
  try {
    const hex = toHex(surface);
    const scheme = toContrast(hex, '#ffffff') > toContrast(hex, '#000000') ? 'dark' : 'light';
    return [['color-scheme', scheme], ...colours];
  } catch {
    return colours;
  }
}

/** The settings that are no colours, so that the text says all that the theme is. */
function lookDeclarations(theme: Theme): Declaration[] {
  const { fontFamily, cardRadius, controlRadius, controlHeight, density, shadow, card, logo } = theme;
  const look: Record<string, string | undefined> = {
    font: fontFamily,
    'card-radius': toPixels(cardRadius),
    'control-radius': toPixels(controlRadius),
    'control-height': toPixels(controlHeight),
    density,
    shadow,
    card,
    logo: logo?.kind === 'replaced' ? toUrl(logo.image) : logo?.kind,
  };
  return Object.entries(look).flatMap(([name, value]): Declaration[] =>
    value === undefined || !isDeclarationValue(value) ? [] : [[`--portico-${name}`, value]],
  );
}

function toPixels(length: number | undefined): string | undefined {
  return length === undefined ? undefined : `${length}px`;
}

function toUrl(image: string): string {
  return `url("${image.replace(/["\\]/g, encodeURIComponent)}")`;
}

function ownVariables(theme: Theme, scheme: Scheme): Declaration[] {
  return Object.entries(theme.variables[scheme]).filter(
    ([name, value]) => isVariableName(name) && isDeclarationValue(value),
  );
}

/** A custom property that is not ours. */
export function isVariableName(name: string): boolean {
  return /^--(?!portico-)[\w-]{1,100}$/.test(name);
}
