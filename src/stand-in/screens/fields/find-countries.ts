import type { Country } from '../../countries';

/** The countries whose name has what was typed, those that begin with it first; codes count as well. */
export function findCountries(countries: readonly Country[], query: string): readonly Country[] {
  const wanted = fold(query);
  if (wanted === '') return countries;
  const begins = countries.filter(({ name }) => fold(name).startsWith(wanted));
  const others = countries.filter(country => !begins.includes(country) && isMeant(country, wanted));
  return [...begins, ...others];
}

function isMeant({ name, alpha2, alpha3 }: Country, wanted: string): boolean {
  return fold(name).includes(wanted) || alpha2?.toLowerCase() === wanted || alpha3.toLowerCase() === wanted;
}

/** Without case and accents. */
function fold(text: string): string {
  return text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
