import { alpha2ByAlpha3 } from './country-codes';
import type { LanguageChoice } from './i18n';

/** Name of a country, given as alpha-3, in the language of the page; the code itself where there is no name. */
export function toCountryName(alpha3: string, { page, names }: Pick<LanguageChoice, 'page' | 'names'>): string {
  const alpha2 = alpha2ByAlpha3.get(alpha3.toUpperCase());
  if (!alpha2) return alpha3;
  return names?.countries[alpha2] ?? new Intl.DisplayNames([page, 'en'], { type: 'region' }).of(alpha2) ?? alpha3;
}
