import * as v from 'valibot';

/** What a theme says instead of the SDK's own texts: by language, then by dotted path. */
export type ThemeTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Answer of the address `themeTextsUrl` of the configuration. By hand, as the start page would carry what `record` needs. */
export const themeTextsSchema = v.custom<ThemeTexts>(
  input =>
    isRecord(input) && Object.values(input).every(texts => isRecord(texts) && Object.values(texts).every(isText)),
);

function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function isText(input: unknown): boolean {
  return typeof input === 'string';
}
