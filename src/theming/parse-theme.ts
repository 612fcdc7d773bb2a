import * as v from 'valibot';
import { schemes, type Theme, themeSchema, themeVersion } from '#contract/theme';
import { isCssColour } from './css-colour';
import { isDeclarationValue, isPropertyName } from './declaration-value';
import { findElement } from './elements';
import { isVariableName } from './theme-root';

/** What is wrong with a place of a theme; `later-version` and `no-version` are of the whole. */
export type ThemeProblem =
  | 'not-json'
  | 'no-version'
  | 'later-version'
  | 'wrong-shape'
  | 'not-a-colour'
  | 'not-a-value'
  | 'not-a-picture'
  | 'not-a-variable'
  | 'not-an-element'
  | 'not-a-property';

export interface ThemeFault {
  /** Dotted, and empty for the whole. */
  path: string;
  problem: ThemeProblem;
  /** What is wrong and what would be right, in English. */
  message: string;
}

export class ThemeError extends Error {
  readonly faults: readonly ThemeFault[];

  constructor(faults: readonly ThemeFault[]) {
    super(faults.map(({ path, message }) => `${path || 'it'}: ${message}`).join('; '));
    this.name = 'ThemeError';
    this.faults = faults;
  }
}

/** A theme from the text of its file. @throws {ThemeError} as `parseTheme` does. */
export function parseThemeText(text: string): Theme {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new ThemeError([{ path: '', problem: 'not-json', message: 'is no JSON' }]);
  }
  return parseTheme(document);
}

/**
 * A theme from anywhere: whole, and none of its values can leave its place in the CSS, `rules` apart, which is CSS.
 * @throws {ThemeError} with everything that is wrong.
 */
export function parseTheme(document: unknown): Theme {
  const version = v.safeParse(v.looseObject({ version: v.number() }), document);
  if (!version.success) {
    const message = `has no version, which a theme of today has: "version": ${themeVersion}`;
    throw new ThemeError([{ path: 'version', problem: 'no-version', message }]);
  }
  if (version.output.version > themeVersion) {
    const message = `is of version ${version.output.version}, and this reads up to ${themeVersion}: it takes a newer studio`;
    throw new ThemeError([{ path: 'version', problem: 'later-version', message }]);
  }
  const parsed = v.safeParse(themeSchema, document);
  if (!parsed.success) {
    throw new ThemeError(
      parsed.issues.map(issue => ({
        path: v.getDotPath(issue) ?? '',
        problem: 'wrong-shape',
        message: issue.message,
      })),
    );
  }
  const faults = [...findFaults(parsed.output)];
  if (faults.length > 0) throw new ThemeError(faults);
  return parsed.output;
}

function* findFaults(theme: Theme): Generator<ThemeFault> {
  for (const scheme of schemes) {
    for (const [name, value] of Object.entries(theme[scheme])) {
      if (value !== undefined && !isCssColour(value))
        yield fault(`${scheme}.${name}`, 'not-a-colour', 'is not a CSS colour');
    }
    for (const [name, value] of Object.entries(theme.variables[scheme])) {
      const path = `variables.${scheme}.${name}`;
      if (!isVariableName(name)) yield fault(path, 'not-a-variable', 'is not a custom property of the widget: --name');
      if (!isDeclarationValue(value)) yield notAValue(path);
    }
  }
  if (theme.fontFamily !== undefined && !isDeclarationValue(theme.fontFamily)) yield notAValue('fontFamily');
  if (theme.logo?.kind === 'replaced' && !isPicture(theme.logo.image)) {
    yield fault('logo.image', 'not-a-picture', 'takes an address that begins with https: or data:image/');
  }
  for (const [id, declarations] of Object.entries(theme.elements)) {
    if (!findElement(id)) yield fault(`elements.${id}`, 'not-an-element', 'is not an element that themes know');
    for (const [property, value] of Object.entries(declarations)) {
      const path = `elements.${id}.${property}`;
      if (!isPropertyName(property)) yield fault(path, 'not-a-property', 'is not the name of a CSS property');
      if (!isDeclarationValue(value)) yield notAValue(path);
    }
  }
}

function fault(path: string, problem: ThemeProblem, message: string): ThemeFault {
  return { path, problem, message };
}

function notAValue(path: string): ThemeFault {
  return fault(
    path,
    'not-a-value',
    'is not one CSS value: it takes one line, with what it opens closed and without ; { }',
  );
}

/** Without what a quoted address in CSS would have to escape. */
function isPicture(address: string): boolean {
  return /^(?:https:\/\/|data:image\/)[^"\\<>\s]+$/.test(address);
}
