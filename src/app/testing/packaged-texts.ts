import { nameCountries } from '../i18n/country-codes';
import type { LoadTexts, TextFiles } from '../i18n/load-texts';

const files = import.meta.glob<TextFiles[keyof TextFiles]>(['../i18n/{locales/*,reasons,names}/*.json'], {
  import: 'default',
});

/** The texts of the repository, without a server. */
export const loadPackagedTexts: LoadTexts = async <File extends keyof TextFiles>(language: string, file: File) => {
  const folder = file === 'reasons' || file === 'names' ? file : `locales/${file}`;
  const load = files[`../i18n/${folder}/${language}.json`];
  if (!load) throw new Error(`There is no file ${file} in ${language}`);
  const texts = await load();
  if (file !== 'names') return texts as TextFiles[File];
  const names = texts as TextFiles['names'];
  return { ...names, countries: nameCountries(language, names.countries) } as TextFiles[File];
};
