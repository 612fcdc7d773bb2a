import { createTheme, type Scheme, schemes, seedNames, shadeNames, type Theme } from '#contract/theme';
import { fromTokenColour } from './token-colour';
import { collectTokens, type FoundToken, isGroup } from './token-tree';
import { shapeTokens, themeExtension, toTokenName, writeThemeTokens } from './write-theme-tokens';

export interface ReadTokens {
  readonly theme: Theme;
  /** What became a setting: the token and the setting's path. */
  readonly settings: readonly { readonly path: string; readonly setting: string; readonly value: string }[];
  /** Tokens that no setting stands for; in the theme they are variables that its rules can use. */
  readonly others: readonly FoundToken[];
}

/** Names that other tools give to what is a seed here. */
const synonyms: Readonly<Record<string, string>> = {
  ...{
    primary: 'accent',
    brand: 'accent',
    link: 'accent',
    'on-primary': 'on-accent',
    'accent-foreground': 'on-accent',
  },
  ...{ background: 'surface', bg: 'surface', card: 'surface', foreground: 'text', 'on-surface': 'text', ink: 'text' },
  ...{ error: 'danger', critical: 'danger', destructive: 'danger', caution: 'warning', positive: 'success' },
  ...{ border: 'line', outline: 'line', divider: 'line', 'text-muted': 'muted-text', 'muted-foreground': 'muted-text' },
};
const colourOf = new Map([...seedNames, ...shadeNames].map(name => [toTokenName(name), name]));

/** Whether a parsed JSON is a tree of design tokens. */
export function isTokenFile(json: unknown): json is Record<string, unknown> {
  return isGroup(json) && (readCarried(json) !== undefined || collectTokens(json).length > 0);
}

/**
 * Reads design tokens of the W3C's format, in today's spelling and the older one, aliases followed. A file that
 * `writeThemeTokens` wrote comes back as the theme that it was, with what has been changed in its tokens since.
 * `accept` decides whether the theme that a file carries is one.
 */
export function readThemeTokens(
  json: Readonly<Record<string, unknown>>,
  name: string,
  accept: (carried: unknown) => Theme | undefined,
): ReadTokens {
  const found = readCarried(json);
  const carried = found === undefined ? undefined : accept(found);
  const written = new Map(
    carried ? collectTokens({ ...writeThemeTokens(carried) }).map(token => [token.path, token]) : [],
  );
  const news = collectTokens(json).filter(token => !isSame(token.value, written.get(token.path)?.value));

  const draft = copy(carried ?? createTheme(name));
  const set = new Set<string>();
  const settings: { path: string; setting: string; value: string }[] = [];
  const others: FoundToken[] = [];
  for (const token of news) {
    const change = toChange(token);
    if (change && !set.has(change.setting)) {
      change.apply(draft);
      set.add(change.setting);
      settings.push({ path: token.path, setting: change.setting, value: change.value });
    } else others.push(token);
  }
  if (others.length > 0) draft.rules = [draft.rules, writeVariables(others)].filter(Boolean).join('\n\n');
  return { theme: draft, settings, others };
}

function readCarried({ $extensions }: Readonly<Record<string, unknown>>): unknown {
  return isGroup($extensions) ? $extensions[themeExtension] : undefined;
}

function copy(theme: Theme): Theme {
  const { light, dark, variables } = theme;
  const own = { light: { ...variables.light }, dark: { ...variables.dark } };
  return { ...theme, light: { ...light }, dark: { ...dark }, variables: own };
}

interface Change {
  readonly setting: string;
  readonly value: string;
  apply(draft: Theme): void;
}

function toChange({ path, type, value }: FoundToken): Change | undefined {
  const names = path.toLowerCase().split('.');
  const last = toTokenName(path.split('.').at(-1) ?? '').replace(/_/g, '-');
  const scheme: Scheme = schemes.find(found => found === 'dark' && names.includes(found)) ?? 'light';
  if (type === 'color' || (type === undefined && fromTokenColour(value) !== undefined)) {
    const css = fromTokenColour(value);
    if (css === undefined) return undefined;
    if (names[0] === 'variables') {
      const variable = `--${path.split('.').slice(2).join('-')}`;
      return {
        setting: `variables.${scheme}.${variable}`,
        value: css,
        apply: draft => {
          draft.variables[scheme][variable] = css;
        },
      };
    }
    const colour = colourOf.get(last) ?? colourOf.get(synonyms[last] ?? '');
    if (!colour) return undefined;
    return {
      setting: `${scheme}.${colour}`,
      value: css,
      apply: draft => {
        draft[scheme][colour] = css;
      },
    };
  }
  const pixels = type === 'dimension' || type === undefined ? toPixels(value) : undefined;
  const shape = Object.entries(shapeTokens).find(([, token]) => token === last)?.[0] as keyof typeof shapeTokens;
  if (shape && pixels !== undefined && pixels >= 0 && pixels <= 100) {
    return { setting: shape, value: `${pixels}px`, apply: draft => Object.assign(draft, { [shape]: pixels }) };
  }
  if (type === 'fontFamily' && (last === 'family' || last === 'font-family')) {
    const fontFamily = toFamilies(value);
    if (fontFamily === undefined) return undefined;
    return { setting: 'fontFamily', value: fontFamily, apply: draft => Object.assign(draft, { fontFamily }) };
  }
  return undefined;
}

function toPixels(value: unknown): number | undefined {
  const text = isGroup(value) ? `${value.value}${value.unit}` : value;
  const [, amount, unit] = (typeof text === 'string' && /^(\d+(?:\.\d+)?)(px|rem)$/.exec(text)) || [];
  return amount === undefined ? undefined : Number(amount) * (unit === 'rem' ? 16 : 1);
}

function toFamilies(value: unknown): string | undefined {
  const families = [value].flat();
  if (families.length === 0 || !families.every(isFamily)) return undefined;
  return families.map(family => (/^[a-z-]+$/i.test(family) ? family : `"${family}"`)).join(', ');
}

function isFamily(family: unknown): family is string {
  return typeof family === 'string' && !/["\\\n<]/.test(family);
}

/** Tokens as variables of CSS; what CSS has no word for is a string of its JSON, so that it is not lost. */
function writeVariables(tokens: readonly FoundToken[]): string {
  const lines = tokens.map(({ path, value }) => {
    const name = path.replace(/[^\p{L}\p{N}_-]+/gu, '-');
    return `  --${name}: ${toCssValue(value)};`;
  });
  return `:root {\n${lines.join('\n')}\n}`;
}

function toCssValue(value: unknown): string {
  const colour = fromTokenColour(value);
  if (colour !== undefined) return colour;
  if (typeof value === 'number') return String(value);
  if (isGroup(value) && typeof value.value === 'number' && /^[a-z%]+$/i.test(String(value.unit))) {
    return `${value.value}${value.unit}`;
  }
  if (typeof value === 'string' && /^[\w.%-]+$/.test(value)) return value;
  const families = toFamilies(value);
  if (families !== undefined) return families;
  return JSON.stringify(JSON.stringify(value)).replaceAll('<', '\\3c ');
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
