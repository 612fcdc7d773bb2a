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
  const numbers = new Intl.NumberFormat(findPageLanguage(language)?.locale ?? language);
  const toPlural = { texts: new Intl.PluralRules(language), english: new Intl.PluralRules('en') };

  const find = (key: string, count: string | number | undefined): string => {
    if (typeof count !== 'number') return texts[key] ?? english[key] ?? key;
    const spell = (rules: Intl.PluralRules) => `${key}_${rules.select(count)}`;
    return texts[spell(toPlural.texts)] ?? english[spell(toPlural.english)] ?? key;
  };
  const translate = (key: TextKey, values: Readonly<Record<string, string | number>> = {}) =>
    find(key, values.count).replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => {
      const value = values[name] ?? placeholder;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  const has = (key: string): key is TextKey => Object.hasOwn(texts, key) || Object.hasOwn(english, key);
  return Object.assign(translate, { has });
}
