import { isoLanguages } from '#contract/language';

/** Names that browsers lack or give in English, of languages spoken around here. */
const neighbours: Record<string, string> = {
  ba: 'Башҡортса',
  ky: 'Кыргызча',
  mn: 'Монгол',
  tg: 'Тоҷикӣ',
  tk: 'Türkmençe',
  tt: 'Татарча',
  ug: 'ئۇيغۇرچە',
  uz: 'Oʻzbekcha',
};

/** A language's name in itself, else in English, else its code: as far as the browser knows it. */
function toOwnName(language: string): string {
  const name = neighbours[language] ?? readName(language, language) ?? readName(language, 'en') ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

function readName(language: string, locale: string): string | undefined {
  return new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(language);
}

let otherLanguages: { code: string; name: string }[] | undefined;

/**
 * Every other ISO 639-1 language by its own name, in alphabetical order; those the browser has no name for come last, by
 * their code. Costs some milliseconds the first time.
 */
export function listOtherLanguages(pages: readonly string[]): { code: string; name: string }[] {
  otherLanguages ??= tellApart(
    isoLanguages
      .filter(code => !pages.includes(code))
      .map(code => ({ code, name: toOwnName(code) }))
      .sort((a, b) => Number(isNameless(a)) - Number(isNameless(b)) || a.name.localeCompare(b.name)),
  );
  return otherLanguages;
}

function isNameless({ code, name }: { code: string; name: string }): boolean {
  return name.toLowerCase() === code;
}

/** Browsers give some languages one name, such as Akan and Twi. */
function tellApart(languages: { code: string; name: string }[]): { code: string; name: string }[] {
  return languages.map(({ code, name }) => {
    const isShared = languages.some(other => other.code !== code && other.name === name);
    return { code, name: isShared ? `${name} (${code})` : name };
  });
}
