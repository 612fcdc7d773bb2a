import { createInstance } from 'i18next';
import { findPageLanguage } from '#contract/page-languages';
import type checkTexts from './locales/check/en.json';
import type deviceTexts from './locales/device/en.json';
import type handoffTexts from './locales/handoff/en.json';
import type startTexts from './locales/start/en.json';

export type Texts = Readonly<Record<string, string>>;

type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutPlural<Key> = Key extends `${infer Name}_${PluralCategory}` ? Name : Key;

/** Names of the texts; those with plural forms are asked for with a `count`. */
export type TextKey = WithoutPlural<
  keyof typeof startTexts | keyof typeof checkTexts | keyof typeof deviceTexts | keyof typeof handoffTexts
>;

export interface Translate {
  /** `{{name}}` in the text stands for a value, `count` picks the plural form by the rules of CLDR. */
  (key: TextKey, values?: Readonly<Record<string, string | number>>): string;
  has(key: string): key is TextKey;
}

/** Texts of one language; what they lack is said in English. Numbers are written as the language writes them. */
export function createTranslate(language: string, texts: Texts, english: Texts): Translate {
  let numbers: Intl.NumberFormat | undefined;
  // Made when a number is first said: it takes a slow phone longer than all else here.
  const spellNumber = (value: number) => {
    numbers ??= new Intl.NumberFormat(findPageLanguage(language)?.locale ?? language);
    return numbers.format(value);
  };
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: english }, [language]: { translation: texts } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false }, // React escapes
    initAsync: false,
  });
  const translate = (key: TextKey, values: Readonly<Record<string, string | number>> = {}) =>
    instance.t(key, { ...values, replace: spell(values) });
  const spell = (values: Readonly<Record<string, string | number>>) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? spellNumber(value) : value]),
    );
  const has = (key: string): key is TextKey => Object.hasOwn(texts, key) || Object.hasOwn(english, key);
  return Object.assign(translate, { has });
}
