import { expect, test } from 'vitest';
import { elementGroups } from '#theming/elements';
import { startPoints } from '../settings/start-points';
import { settingsTabs, sideTabs } from '../state/studio-view';
import { studioLanguages } from './studio-texts';

const files = import.meta.glob<Record<string, string>>('./{en,ru,kk}/*.json', { eager: true, import: 'default' });
const sources = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!../**/*.test.*'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const code = Object.values(sources).join('\n');
const rooms = Object.keys(files).flatMap(path => /^\.\/en\/(.+)\.json$/.exec(path)?.[1] ?? []);
const pluralSuffix = /_(zero|one|two|few|many|other)$/;
const toName = (key: string) => key.replace(pluralSuffix, '');

function textsOf(language: string): Record<string, string> {
  return Object.assign({}, ...rooms.map(room => files[`./${language}/${room}.json`]));
}

const english = textsOf('en');
const names = [...new Set(Object.keys(english).map(toName))];
const isPlural = (name: string) => english[name] === undefined;
const others = studioLanguages.filter(language => language !== 'en');

function placeholdersOf(text: string): string {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].sort().join();
}

test.each(studioLanguages)(
  '%s has every text, each plural in every form of the language, and nothing else',
  language => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const expected = names.flatMap(name => (isPlural(name) ? forms.map(form => `${name}_${form}`) : [name]));
    expect(Object.keys(textsOf(language)).sort()).toEqual(expected.sort());
  },
);

test('each key stands in the file of its room, and begins with its name', () => {
  const strays = Object.entries(files).flatMap(([path, texts]) => {
    const room = /\/([\w-]+)\.json$/.exec(path)?.[1];
    return Object.keys(texts).filter(key => !key.startsWith(`${room}.`));
  });
  expect(strays).toEqual([]);
});

test.each(studioLanguages)(
  '%s fills in the same values as English, and leaves no text empty or unfinished',
  language => {
    const wrong = Object.entries(textsOf(language)).filter(([key, text]) => {
      const same = english[key] ?? english[`${toName(key)}_other`] ?? '';
      const given = placeholdersOf(text);
      // A plural form may say its number in a word.
      const isSame = given === placeholdersOf(same) || (pluralSuffix.test(key) && !given.includes('count'));
      return !isSame || text !== text.trim() || text === '' || /TODO|FIXME|\?\?\?| {2}/.test(text);
    });
    expect(wrong).toEqual([]);
  },
);

test.each(others)('%s says nothing in English', language => {
  const kept = /\b[a-z]+(-[a-z]+)+\b|@?\b[a-z]+-[a-z]+|[\w.-]+\.(css|json|svg|png)\b|\{\{\w+\}\}/gi;
  const leftovers = Object.entries(textsOf(language)).filter(
    ([key, text]) => text === english[key] && /[a-z]{3,} [a-z]{3,}/i.test(text.replace(kept, '')),
  );
  expect(leftovers).toEqual([]);
});

/** Keys that are put together: `settings.colour.${name}` is any word after `settings.colour.`. */
const patterns = [...code.matchAll(/`([a-z]+\.(?:[\w.-]|\$\{[^}]*\})*)`/g)]
  .map(([, template = '']) => template)
  .filter(template => template.includes('${'))
  .map(template => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`));

test('every text is said somewhere', () => {
  const unused = names.filter(name => !code.includes(`'${name}'`) && !patterns.some(pattern => pattern.test(name)));
  expect(unused).toEqual([]);
});

test('what is said by a key that is put together is there to be said', () => {
  const needed = [
    ...elementGroups.map(({ id }) => `settings.elements.${id}`),
    ...elementGroups.flatMap(({ elements }) =>
      elements.flatMap(({ part, state }) => [`settings.element.${part}`, `settings.state.${state}`]),
    ),
    ...startPoints.map(({ id }) => `settings.start.${id}`),
    ...[...settingsTabs, ...sideTabs].map(tab => `shell.tab.${tab}`),
    ...[...code.matchAll(/key: '((?:history|settings)\.[\w.]+)'/g)].map(([, key = '']) => key),
  ];
  expect([...new Set(needed)].filter(key => !names.includes(key))).toEqual([]);
});
