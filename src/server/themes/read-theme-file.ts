import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { toHex } from '#theming/contrast';
import { defaultTheme } from '#theming/default-theme';
import type { ColourSeeds, Theme } from '#theming/theme';
import { ConfigError } from '../config';

const colour = v.pipe(v.string(), v.check(isColour, 'is not a CSS colour'));
const pixels = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const pixelsOr = (usual: number) => v.optional(pixels, usual);

function seedsOr(usual: ColourSeeds) {
  const colourOr = (seed: keyof ColourSeeds) => v.optional(colour, usual[seed]);
  const seeds = {
    ...{ surface: colourOr('surface'), text: colourOr('text'), mutedText: colourOr('mutedText') },
    ...{ line: colourOr('line'), accent: colourOr('accent'), onAccent: colourOr('onAccent') },
    ...{ success: colourOr('success'), warning: colourOr('warning'), danger: colourOr('danger') },
  };
  return v.optional(v.strictObject(seeds), usual);
}

/** What is left out is the default theme's. */
const themeSchema = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'takes small letters, digits and hyphens')),
  light: seedsOr(defaultTheme.light),
  dark: seedsOr(defaultTheme.dark),
  // The text becomes CSS as it is.
  fontFamily: v.optional(
    v.pipe(v.string(), v.regex(/^[\p{L}\p{N} ,'"-]{1,300}$/u, 'takes names of fonts')),
    defaultTheme.fontFamily,
  ),
  cardRadius: pixelsOr(defaultTheme.cardRadius),
  controlRadius: pixelsOr(defaultTheme.controlRadius),
  controlHeight: pixelsOr(defaultTheme.controlHeight),
});

/** The operator's theme. @throws {ConfigError} with every wrong value of the file. */
export function readThemeFile(file: string): Theme {
  const parsed = v.safeParse(themeSchema, readJson(file));
  if (!parsed.success) {
    const wrong = parsed.issues.map(issue => `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
    throw new ConfigError([`THEME_FILE is not a theme: ${wrong.join('; ')}`]);
  }
  return parsed.output;
}

function isColour(text: string): boolean {
  try {
    return toHex(text) !== '';
  } catch {
    return false;
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new ConfigError(['THEME_FILE names a file that cannot be read or is no JSON']);
  }
}
