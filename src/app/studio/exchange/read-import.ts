import type { Theme } from '#contract/theme';
import { importCss, keepAsRules } from '#theming/import-css';
import type { Kept, Lifted } from '#theming/lift-rules';
import { parseTheme, ThemeError, type ThemeProblem } from '#theming/parse-theme';
import { isTokenFile, type ReadTokens, readThemeTokens } from '#theming/read-theme-tokens';
import { findJsonFault, locate, locatePath, type Position } from './text-position';

/** What came in, as the studio understood it. */
export type Import =
  | {
      readonly kind: 'css';
      readonly theme: Theme;
      readonly asRules: Theme;
      readonly origin: 'own' | 'foreign';
      readonly lifted: readonly (Lifted & Position)[];
      readonly kept: readonly (Kept & Position & { readonly text: string })[];
    }
  | { readonly kind: 'theme'; readonly theme: Theme }
  | ({ readonly kind: 'tokens' } & ReadTokens)
  | { readonly kind: 'refused'; readonly faults: readonly ImportFault[] };

export type ImportProblem = ThemeProblem | 'empty' | 'too-large' | 'markup' | 'no-theme';

export interface ImportFault {
  readonly problem: ImportProblem;
  /** In a theme, dotted. */
  readonly path: string;
  readonly at: Position | undefined;
}

/** As much as a theme's rules may hold. */
const longest = 200_000;
/** In levels of a JSON: deeper than groups of tokens are nested, and no deeper than a stack. */
const deepest = 100;

/** Reads CSS, a theme's JSON or design tokens, whichever the text is; a name that ends in `.css` settles it. */
export function readImport(text: string, themeName: string, fileName = ''): Import {
  if (text.trim() === '') return refuse('empty');
  if (/^\s*<(\?xml|!doctype|html|svg)\b/i.test(text)) return refuse('markup');
  const isCss = /\.css$/i.test(fileName) || !/^\s*[[{]/.test(text);
  return isCss ? readCss(text, themeName) : readJson(text, themeName);
}

function readCss(text: string, name: string): Import {
  if (text.length > longest) return refuse('too-large');
  const { theme, origin, lifted, kept } = importCss(text, name);
  return {
    kind: 'css',
    theme,
    asRules: keepAsRules(text, name),
    origin,
    lifted: lifted.map(part => ({ ...part, ...locate(text, part.start) })),
    kept: kept.map(part => ({ ...part, ...locate(text, part.start), text: text.slice(part.start, part.end) })),
  };
}

function readJson(text: string, name: string): Import {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse('not-json', findJsonFault(text, error));
  }
  if (isDeeperThan(json, deepest)) return refuse('no-theme');
  try {
    if (!isTokenFile(json)) return { kind: 'theme', theme: parseTheme(json) };
    const read = readThemeTokens(json, name, parseTheme);
    return { kind: 'tokens', ...read, theme: parseTheme(read.theme) };
  } catch (error) {
    if (!(error instanceof ThemeError)) throw error;
    const faults = error.faults.map(({ path, problem }) => {
      return { problem: problem === 'no-version' ? ('no-theme' as const) : problem, path, at: locatePath(text, path) };
    });
    return { kind: 'refused', faults };
  }
}

function refuse(problem: ImportProblem, at?: Position): Import {
  return { kind: 'refused', faults: [{ problem, path: '', at }] };
}

function isDeeperThan(json: unknown, most: number): boolean {
  let level = [json];
  for (let depth = 0; depth <= most; depth++) {
    level = level.flatMap(value => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    if (level.length === 0) return false;
  }
  return true;
}
