import { expect, test } from 'vitest';
import { pageLanguages } from '#contract/language';
import { isRejectLabel } from '#idngo/reject-labels';
import { textParts } from './load-texts';

const locales = import.meta.glob<Record<string, string>>('./locales/*/*.json', { eager: true, import: 'default' });
const reasons = import.meta.glob<Record<string, { what: string; instruction: string }>>('./reasons/*.json', {
  eager: true,
  import: 'default',
});
const sources = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!../**/*.test.*', '!../testing/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const pluralSuffix = /_(zero|one|two|few|many|other)$/;

function textsOf(language: string): Record<string, string> {
  return Object.assign({}, ...textParts.map(part => locales[`./locales/${part}/${language}.json`]));
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();
}

const english = textsOf('en');
const plain = Object.keys(english).filter(key => !pluralSuffix.test(key));
const plural = [...new Set(Object.keys(english).filter(key => pluralSuffix.test(key)))].map(key =>
  key.replace(pluralSuffix, ''),
);

test.each(pageLanguages)('%s has every text, each plural in every form of the language, and nothing else', language => {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const forms = [...new Set(plural)].flatMap(key => categories.map(category => `${key}_${category}`));
  expect(Object.keys(textsOf(language)).sort()).toEqual([...plain, ...forms].sort());
});

test.each(pageLanguages)('%s leaves no text empty and fills in the same values as English', language => {
  const different = plain.filter(key => {
    const text = textsOf(language)[key] ?? '';
    return text.trim() === '' || placeholdersOf(text).join() !== placeholdersOf(english[key] ?? '').join();
  });
  expect(different.filter(key => !['time.day', 'time.dayAndYear'].includes(key))).toEqual([]);
});

test.each(pageLanguages)('%s names twelve months', language => {
  expect(textsOf(language)['time.months']?.split(' ')).toHaveLength(12);
});

test('what is shown before the check needs only the texts that are there before it', () => {
  const early = Object.entries(sources).filter(([path]) => !/^\.\.\/(status|verify|sdk|device|handoff)\//.test(path));
  const check = textParts
    .filter(part => part !== 'start')
    .flatMap(part => Object.keys(locales[`./locales/${part}/en.json`] ?? {}))
    .map(key => key.replace(pluralSuffix, ''));
  const tooEarly = early.flatMap(([path, code]) =>
    check.filter(key => code.includes(`'${key}'`)).map(key => `${path}: ${key}`),
  );
  expect(tooEarly).toEqual([]);
});

test('every text is used somewhere', () => {
  const code = Object.values(sources).join('\n');
  const isUsed = (key: string) =>
    code.includes(`'${key}'`) ||
    [...code.matchAll(/`([\w.-]+)\.\$\{[^}]+\}(\.[\w.]+)?`/g)].some(
      ([, start = '', end = '']) => key.startsWith(`${start}.`) && key.endsWith(end),
    );
  expect([...plain, ...new Set(plural)].filter(key => !isUsed(key))).toEqual([]);
});

test.each(pageLanguages)('%s explains the same labels, all of them of IDnGO, each with an instruction', language => {
  const texts = reasons[`./reasons/${language}.json`] ?? {};
  expect(Object.keys(texts)).toEqual(Object.keys(reasons['./reasons/en.json'] ?? {}));
  const unknown = Object.keys(texts).filter(
    label => !isRejectLabel(label) && label !== 'fallback' && label !== 'missing',
  );
  expect(unknown).toEqual([]);
  expect(Object.values(texts).filter(({ what, instruction }) => !what.trim() || !instruction.trim())).toEqual([]);
});

test('explains no label that would tip somebody off', () => {
  const unspeakable = ['FORGERY', 'BLACKLIST', 'SANCTIONS', 'PEP', 'FRAUDULENT_PATTERNS', 'CRIMINAL', 'DUPLICATE'];
  const explained = Object.keys(reasons['./reasons/en.json'] ?? {});
  expect(unspeakable.filter(label => explained.includes(label))).toEqual([]);
});
