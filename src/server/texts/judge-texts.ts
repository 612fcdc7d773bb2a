export type Texts = Readonly<Record<string, string>>;
export type Reasons = Readonly<Record<string, Readonly<Record<string, string>>>>;

const pluralSuffix = /_(zero|one|two|few|many|other)$/;
const example = 'compare with the English of src/app/i18n/locales';

/**
 * What is wrong with an operator's texts of `language`, each with its key and its remedy. Ours stand behind the texts of a
 * language that the page is written in (`isOurs`), so that a plural need not be given in every form there.
 */
export function judgeTexts(texts: Texts, options: { language: string; english: Texts; isOurs: boolean }): string[] {
  const { language, english, isOurs } = options;
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const spelled = forms.map(form => `_${form}`).join(', ');
  const plurals = new Set(Object.keys(english).flatMap(key => (pluralSuffix.test(key) ? [toName(key)] : [])));

  const complaints = Object.entries(texts).flatMap(([key, text]) => {
    const name = toName(key);
    const isPlural = plurals.has(name) && name !== key;
    if (plurals.has(key)) return [`${key} has plural forms: write ${forms.map(form => `${key}_${form}`).join(', ')}`];
    if (!isPlural && !Object.hasOwn(english, key)) return [`${key} is no text of the page: ${example}, or remove it`];
    if (isPlural && !forms.some(form => key === `${name}_${form}`)) {
      return [`${key} is no plural form of this language: it has ${spelled}`];
    }
    return judgeText(key, text, english[isPlural ? `${name}_other` : key] ?? '');
  });
  if (isOurs) return complaints;

  const given = new Set(Object.keys(texts).map(toName));
  const lacking = [...plurals]
    .filter(name => given.has(name))
    .flatMap(name => forms.map(form => `${name}_${form}`).filter(key => !Object.hasOwn(texts, key)))
    .map(key => `${key} is missing: the plural needs ${spelled} in this language`);
  return [...complaints, ...lacking];
}

/** What is wrong with an operator's reasons, each with its label and its remedy. */
export function judgeReasons(reasons: Reasons, english: Reasons): string[] {
  return Object.entries(reasons).flatMap(([label, reason]) => {
    const expected = english[label];
    if (!expected)
      return [`${label} is no label that is explained: compare with src/app/i18n/reasons/en.json, or remove it`];
    return Object.entries(reason).flatMap(([field, text]) =>
      Object.hasOwn(expected, field)
        ? judgeText(`${label}.${field}`, text, expected[field] ?? '')
        : [`${label}.${field} is none of what, instruction: rename or remove it`],
    );
  });
}

function judgeText(key: string, text: string, english: string): string[] {
  if (text.trim() === '') return [`${key} is empty: write a text, or remove it to keep ours`];
  const known = placeholdersOf(english);
  const unknown = placeholdersOf(text).filter(name => !known.includes(name));
  const allowed = known.length > 0 ? known.map(name => `{{${name}}}`).join(', ') : 'no value';
  if (unknown.length > 0) return unknown.map(name => `${key} has {{${name}}}: this text can say ${allowed}`);
  if (/[{}]/.test(text.replace(/\{\{\w+\}\}/g, ''))) {
    return [`${key} has a brace that is none of a value: write it as {{name}}; this text can say ${allowed}`];
  }
  return [];
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
}

function toName(key: string): string {
  return key.replace(pluralSuffix, '');
}
