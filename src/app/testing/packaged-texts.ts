import { nameCountries } from '../i18n/country-codes';
import type { LoadTexts, TextFiles } from '../i18n/load-texts';

const files = import.meta.glob<Readonly<Record<string, string>>>(['../i18n/{locales/*,reasons,names}/*.json'], {
  import: 'default',
});

/** The texts of the repository, without a server. */
export const loadPackagedTexts: LoadTexts = async <File extends keyof TextFiles>(language: string, file: File) => {
  const folder = file === 'reasons' || file === 'names' ? file : `locales/${file}`;
  const load = files[`../i18n/${folder}/${language}.json`];
  if (!load) throw new Error(`There is no file ${file} in ${language}`);
  const texts: unknown = file === 'names' ? { ...(await load()), countries: nameCountries(language) } : await load();
  return texts as TextFiles[File];
};
