import { isoLanguages } from '#contract/language';

/** Languages that have texts of the theme's own, then those that the stand-in speaks, then all others by their names. */
export function listLanguages(
  changed: readonly string[],
  spoken: readonly string[],
  say: (language: string) => string,
): string[] {
  const first = [...new Set([...changed, ...spoken])];
  const rest = isoLanguages.filter(code => !first.includes(code)).map(code => ({ code, name: say(code) }));
  return [...first, ...rest.toSorted((one, other) => one.name.localeCompare(other.name)).map(({ code }) => code)];
}
