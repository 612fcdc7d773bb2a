import { createInstance } from 'i18next';
import type { englishTexts } from './english';

type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutPlural<Key> = Key extends `${infer Name}_${PluralCategory}` ? Name : Key;
export type StudioTextKey = WithoutPlural<keyof typeof englishTexts>;

export const studioLanguages = ['en', 'ru', 'kk'] as const;
export type StudioLanguage = (typeof studioLanguages)[number];

/** `{{name}}` in the text stands for a value, `count` picks the plural form by the rules of CLDR. */
export type StudioTranslate = (key: StudioTextKey, values?: Readonly<Record<string, string | number>>) => string;

const loaders = {
  en: () => import('./english').then(({ englishTexts }) => englishTexts),
  ru: () => import('./russian').then(({ russianTexts }) => russianTexts),
  kk: () => import('./kazakh').then(({ kazakhTexts }) => kazakhTexts),
} as const satisfies Record<StudioLanguage, () => Promise<Readonly<Record<string, string>>>>;

/** The studio's words in one language; tests hold that each language says all of them. */
export async function loadStudioTexts(language: StudioLanguage): Promise<StudioTranslate> {
  const instance = createInstance();
  await instance.init({
    lng: language,
    resources: { [language]: { translation: await loaders[language]() } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false }, // React escapes
  });
  return (key, values = {}) => instance.t(key, { ...values });
}

export function isStudioLanguage(language: string): language is StudioLanguage {
  return (studioLanguages as readonly string[]).includes(language);
}
