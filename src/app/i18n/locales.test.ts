import { expect, test } from 'vitest';
import { languagesWithoutNames, pageLanguages } from '#contract/page-languages';
import { toldLabels } from '#server/verifications/presentable-labels';
import { textParts } from './load-texts';

const locales = import.meta.glob<Record<string, string>>('./locales/*/*.json', { eager: true, import: 'default' });
const reasons = import.meta.glob<Record<string, { what: string; instruction: string }>>('./reasons/*.json', {
  eager: true,
  import: 'default',
});
const names = import.meta.glob<Record<string, string>>('./names/*.json', { eager: true, import: 'default' });
const sources = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!../**/*.test.*', '!../testing/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const pluralSuffix = /_(zero|one|two|few|many|other)$/;

/** Texts on buttons: at most 1.8 times as wide as in English, or this many Latin letters. */
const buttons =
  /^(continue|contactUs|askForReview|tryAgain|goBack|start\.(begin|resume|phone)|device\.(testCamera|stopCamera|continue|goOn|files|secure|otherDevice|copyLink)|language\.restart\.(confirm|cancel)|actionNeeded\.open|inReview\.refresh|recognised\.(show|hide)|revealed\.(show|hide)|changed\.begin)(_|$)/;
const shortButton = 24;

/** Words that stay in Latin letters in every script. */
const latinWords =
  /\b(IDnGO|ID|QR|[A-Z]{2,}\d?|MP4|WebM|Web|Wi-?Fi|Chrome|Safari|Firefox|Edge|Opera|Samsung|Internet|Android|iPhone|iPad|iOS|macOS|Mac|Windows|Google|Instagram|Facebook|Messenger|Telegram|WhatsApp|TikTok|WeChat|Face|Touch|cookie|https)\b/g;

const scripts: Record<string, RegExp> = {
  Cyrl: /\p{Script=Cyrillic}/u,
  Arab: /\p{Script=Arabic}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Deva: /\p{Script=Devanagari}/u,
  Hans: /\p{Script=Han}/u,
  Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Kore: /\p{Script=Hangul}/u,
};

function textsOf(language: string): Record<string, string> {
  return Object.assign({}, ...textParts.map(part => locales[`./locales/${part}/${language}.json`]));
}

/** Texts and reasons, each by the key of its English counterpart. */
function everythingIn(language: string): [key: string, text: string][] {
  const said = Object.entries(reasons[`./reasons/${language}.json`] ?? {});
  return [
    ...Object.entries(textsOf(language)),
    ...said.flatMap(([label, { what, instruction }]): [string, string][] => [
      [`${label}.what`, what],
      [`${label}.instruction`, instruction],
    ]),
  ];
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();
}

/** In Latin letters: characters of Chinese, Japanese and Korean are twice as wide. */
function toWidth(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u1100-\u11ff\u2e80-\uffef]/u.test(character) ? 2 : 1), 0);
}

const english = textsOf('en');
const everythingEnglish = new Map(everythingIn('en'));
const plain = Object.keys(english).filter(key => !pluralSuffix.test(key));
const plural = [...new Set(Object.keys(english).filter(key => pluralSuffix.test(key)))].map(key =>
  key.replace(pluralSuffix, ''),
);
const inEnglish = (key: string) => everythingEnglish.get(key) ?? english[key.replace(pluralSuffix, '_other')] ?? '';
const translations = pageLanguages.filter(language => language !== 'en');

/** What is told by numbers inside of running text. */
const measures =
  /^(start\.(lead|answer\.text|camera\.text)|needs\.camera\.\w+|inReview\.(lead|overdue)|onHold\.lead|changed\.startAgain)(_|$)/;

test.each(pageLanguages)('in %s no line ends between a number and what it counts', language => {
  const torn = Object.entries(textsOf(language)).filter(([key, text]) => measures.test(key) && /\}\} \S/.test(text));
  expect(torn).toEqual([]);
});

test.each(pageLanguages)('in %s no name that stands in quotes is torn at a hyphen beside a few letters', language => {
  const names = everythingIn(language).flatMap(([, text]) => text.match(/[«“„「][^«»“”„「」]+/g) ?? []);
  expect(names.filter(name => /(?<!\p{L})\p{L}{1,3}-\p{L}|\p{L}-\p{L}{1,3}(?!\p{L})/u.test(name))).toEqual([]);
});

test('in English no two small words end up on a line of their own', () => {
  const letters = (text: string) => text.replace(/\P{L}/gu, '').length;
  const loose = [...everythingEnglish].filter(([, text]) => {
    const words = text.split(' ');
    return words.length > 7 && letters(words.slice(-2).join('')) <= 6;
  });
  expect(loose).toEqual([]);
});

test.each(['ar', 'fa', 'he'])('in %s a list of Latin names goes from right to left like its sentence', language => {
  // A comma between two Latin names goes their way, unless a mark says otherwise.
  const turned = everythingIn(language).filter(([, text]) => /\w[،,] ?\w/.test(text));
  expect(turned).toEqual([]);
});

test.each(pageLanguages)('%s has every text, each plural in every form of the language, and nothing else', language => {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const forms = [...new Set(plural)].flatMap(key => categories.map(category => `${key}_${category}`));
  const expected = [...plain, ...forms];
  const given = Object.keys(textsOf(language));
  expect({
    missing: expected.filter(key => !given.includes(key)),
    superfluous: given.filter(key => !expected.includes(key)),
  }).toEqual({ missing: [], superfluous: [] });
});

test.each(pageLanguages)('%s has each key in the part where English has it', language => {
  const toName = (key: string) => key.replace(pluralSuffix, '');
  for (const part of textParts) {
    const [given, expected] = [language, 'en'].map(code => [
      ...new Set(Object.keys(locales[`./locales/${part}/${code}.json`] ?? {}).map(toName)),
    ]);
    expect(given?.toSorted(), part).toEqual(expected?.toSorted());
  }
});

test.each(pageLanguages)('%s leaves no text empty, unfinished or with markup', language => {
  const wrong = everythingIn(language).filter(
    ([, text]) => text !== text.trim() || text === '' || /TODO|FIXME|\?\?\?|<\w| {2}/.test(text),
  );
  expect(wrong).toEqual([]);
});

test.each(pageLanguages)('%s fills in the same values as English', language => {
  const wrong = everythingIn(language).filter(([key, text]) => {
    const expected = placeholdersOf(inEnglish(key));
    const given = placeholdersOf(text);
    // A plural form may say its number in a word.
    const isCounted = pluralSuffix.test(key) && !given.includes('count');
    const isBroken = /[{}]/.test(text.replace(/\{\{\w+\}\}/g, ''));
    return isBroken || given.join() !== expected.filter(name => !(isCounted && name === 'count')).join();
  });
  expect(wrong).toEqual([]);
});

test.each(translations)('%s says nothing in English', language => {
  const script = scripts[new Intl.Locale(language).maximize().script ?? ''];
  const leftovers = everythingIn(language).filter(([key, text]) => {
    const words = text.replace(/\{\{\w+\}\}/g, '').replace(latinWords, '');
    if (script) return /[a-z]{2}/i.test(words) || !(script.test(text) || text.includes('{{'));
    return text === inEnglish(key) && /\w+ \w+ \w+/.test(words);
  });
  expect(leftovers).toEqual([]);
});

test.each(translations)('%s has room for its words on the buttons', language => {
  const tooLong = Object.entries(textsOf(language)).filter(
    ([key, text]) => buttons.test(key) && toWidth(text) > Math.max(shortButton, inEnglish(key).length * 1.8),
  );
  expect(tooLong).toEqual([]);
});

test('the languages whose months browsers lack have twelve of their own, and the same ways of writing a day', () => {
  expect(Object.keys(names).sort()).toEqual(languagesWithoutNames.map(language => `./names/${language}.json`).sort());
  for (const { months = '', day = '', dayAndYear = '' } of Object.values(names)) {
    expect(months.split(' ')).toHaveLength(12);
    expect([placeholdersOf(day), placeholdersOf(dayAndYear)]).toEqual([
      ['day', 'month'],
      ['day', 'month', 'year'],
    ]);
  }
});

test('what is shown before the check needs only the texts that are there before it', () => {
  const early = Object.entries(sources).filter(
    ([path]) => !/^\.\.\/(ui\/use-when|(status|verify|sdk|device|needs|handoff|session|live|gallery)\/)/.test(path),
  );
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

test.each(pageLanguages)(
  '%s has words of its own for every label of which a person is told, and for no other',
  language => {
    const texts = reasons[`./reasons/${language}.json`] ?? {};
    const neutral = ['fallback', 'details', 'unnamed', 'missing'];
    expect(Object.keys(texts).sort()).toEqual([...toldLabels, ...neutral].sort());
    expect(Object.values(texts).filter(({ what, instruction }) => !what.trim() || !instruction.trim())).toEqual([]);
  },
);
