import { schemes, type Theme, type ThemeColours } from '#contract/theme';
import { toTokenColour } from './token-colour';

/** Under it the file carries the theme itself, since the format has no words for rules and texts. */
export const themeExtension = 'portico.theme';

export interface DesignToken {
  readonly $type?: string;
  readonly $value: unknown;
}
export interface TokenGroup {
  readonly [name: string]: DesignToken | TokenGroup | string | object;
}

export const shapeTokens = {
  cardRadius: 'card-radius',
  controlRadius: 'control-radius',
  controlHeight: 'control-height',
} as const;

/**
 * The theme as design tokens in the W3C's format (Design Tokens Format Module 2025.10): groups `light` and `dark` of
 * colours, `shape` of dimensions, `font`, `variables`; and the whole theme as an extension, for what tokens cannot say.
 */
export function writeThemeTokens(theme: Theme): TokenGroup {
  const shape = Object.entries(shapeTokens).flatMap(([setting, name]) => {
    const value = theme[setting as keyof typeof shapeTokens];
    return value === undefined ? [] : [[name, { $value: { value, unit: 'px' } }] as const];
  });
  const colours = schemes.map(scheme => [scheme, writeColours(theme[scheme])] as const);
  const variables = schemes.map(scheme => [scheme, writeVariables(theme.variables[scheme])] as const);
  return {
    $description: theme.name,
    ...Object.fromEntries(colours.filter(([, tokens]) => hasTokens(tokens))),
    ...(shape.length === 0 ? {} : { shape: { $type: 'dimension', ...Object.fromEntries(shape) } }),
    ...(theme.fontFamily === undefined
      ? {}
      : { font: { family: { $type: 'fontFamily', $value: splitFamilies(theme.fontFamily) } } }),
    ...(variables.some(([, tokens]) => hasTokens(tokens))
      ? { variables: Object.fromEntries(variables.filter(([, tokens]) => hasTokens(tokens))) }
      : {}),
    $extensions: { [themeExtension]: theme },
  };
}

export function toTokenName(setting: string): string {
  return setting.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

function writeColours(colours: ThemeColours): TokenGroup {
  return writeGroup(Object.entries(colours).map(([setting, css]) => [toTokenName(setting), css]));
}

function writeVariables(variables: Readonly<Record<string, string>>): TokenGroup {
  return writeGroup(Object.entries(variables).map(([name, css]) => [name.replace(/^--/, ''), css]));
}

/** Names of tokens have no dots, braces or dollars in front. */
function writeGroup(colours: readonly (readonly [string, string | undefined])[]): TokenGroup {
  const tokens = colours.flatMap(([name, css]) => {
    const $value = css === undefined || /^\$|[{}.]/.test(name) ? undefined : toTokenColour(css);
    return $value ? [[name, { $value }] as const] : [];
  });
  return { $type: 'color', ...Object.fromEntries(tokens) };
}

function hasTokens(group: TokenGroup): boolean {
  return Object.keys(group).some(name => !name.startsWith('$'));
}

export function splitFamilies(fontFamily: string): string[] {
  const families = fontFamily.match(/"[^"]*"|'[^']*'|[^,]+/g) ?? [];
  return families.map(family => family.trim().replace(/^(["'])(.*)\1$/, '$2')).filter(family => family !== '');
}
