import * as v from 'valibot';

/** What a theme says instead of the SDK's own texts: by language, then by dotted path. */
export type ThemeTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Answer of the address `themeTextsUrl` of the configuration. */
export const themeTextsSchema = v.record(v.string(), v.record(v.string(), v.string()));
