import { readFileSync } from 'node:fs';
import type { Theme } from '#contract/theme';
import { defaultTheme } from '#theming/default-theme';
import { parseTheme, ThemeError } from '#theming/parse-theme';
import { ConfigError } from '../config';

/**
 * The operator's theme: a document of the studio as it is; one without a version, which is written by hand, with the
 * default theme for what it leaves out. @throws {ConfigError} with every wrong value of the file.
 */
export function readThemeFile(file: string): Theme {
  const document = readJson(file);
  try {
    return parseTheme(isObject(document) && !('version' in document) ? overDefault(document) : document);
  } catch (error) {
    if (!(error instanceof ThemeError)) throw error;
    throw new ConfigError([`THEME_FILE is not a theme: ${error.message}`]);
  }
}

function overDefault(document: object): unknown {
  const { light, dark, ...rest } = document as Record<string, unknown>;
  return {
    ...defaultTheme,
    name: undefined,
    ...rest,
    light: light === undefined || isObject(light) ? { ...defaultTheme.light, ...light } : light,
    dark: dark === undefined || isObject(dark) ? { ...defaultTheme.dark, ...dark } : dark,
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new ConfigError(['THEME_FILE names a file that cannot be read or is no JSON']);
  }
}
