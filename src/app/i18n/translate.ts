import english from './locales/en.json';

type Texts = typeof english;
type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutPlural<Key> = Key extends `${infer Name}_${PluralCategory}` ? Name : Key;

/** Names of the texts; those with plural forms are asked for with a `count`. */
export type TextKey = WithoutPlural<keyof Texts>;
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(english, key);
}

/**
 * Texts of one language: `{{name}}` stands for a value, and `count` picks the plural form by the rules of CLDR.
 * What `texts` lacks is said in English.
 */
export function createTranslate(language: string, texts: Readonly<Record<string, string>>): Translate {
  const plurals = new Intl.PluralRules(language);
  const englishPlurals = new Intl.PluralRules('en');
  return (key, values = {}) => {
    const count = typeof values.count === 'number' ? values.count : undefined;
    const text = readText(texts, key, plurals, count) ?? readText(english, key, englishPlurals, count) ?? key;
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

function readText(
  texts: Readonly<Record<string, string>>,
  key: string,
  plurals: Intl.PluralRules,
  count: number | undefined,
): string | undefined {
  return count === undefined ? texts[key] : texts[`${key}_${plurals.select(count)}`];
}
