import { isoLanguages, type PageLanguage, pageLanguages } from '#contract/language';

export const pageLanguageNames: Record<PageLanguage, string> = {
  en: 'English',
  ru: 'Русский',
  kk: 'Қазақша',
  ar: 'العربية',
};

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
export function toOwnName(language: string): string {
  const own = pageLanguages.find(page => page === language);
  if (own) return pageLanguageNames[own];
  const name = neighbours[language] ?? readName(language, language) ?? readName(language, 'en') ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

function readName(language: string, locale: string): string | undefined {
  return new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(language);
}

let otherLanguages: { code: string; name: string }[] | undefined;

/** Every other ISO 639-1 language that has a name, by that name, once, in alphabetical order. Costs some milliseconds the first time. */
export function listOtherLanguages(): { code: string; name: string }[] {
  otherLanguages ??= isoLanguages
    .filter(code => !pageLanguages.some(page => page === code))
    .map(code => ({ code, name: toOwnName(code) }))
    // A code says nothing to a person who looks for a language; in the address it still works.
    .filter(
      ({ code, name }, _, all) => name.toLowerCase() !== code && all.find(other => other.name === name)?.code === code,
    )
    .sort((a, b) => a.name.localeCompare(b.name));
  return otherLanguages;
}
