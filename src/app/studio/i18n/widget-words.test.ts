import { expect, test } from 'vitest';
import { sdkSelectors } from '#idngo/sdk-selectors';
import { sdkVariables } from '#idngo/sdk-variables';
import { studioLanguages } from './studio-texts';
import { loadWidgetWords } from './widget-words';

const files = import.meta.glob<Record<string, string>>('./widget/*.json', { eager: true, import: 'default' });
const catalogue = [
  ...sdkSelectors.flatMap(({ what, typicallySet }) => [what, typicallySet]),
  ...sdkVariables.map(({ meaning }) => meaning),
].filter(text => text !== '');
const others = studioLanguages.filter(language => language !== 'en');

test.each(others)('%s says what every selector and variable of the widget is, and nothing else', language => {
  expect(Object.keys(files[`./widget/${language}.json`] ?? {}).sort()).toEqual([...new Set(catalogue)].sort());
});

test.each(others)('%s leaves no description empty or in English, but for what is CSS alone', language => {
  const described = new Set([...sdkSelectors.map(({ what }) => what), ...sdkVariables.map(({ meaning }) => meaning)]);
  const wrong = Object.entries(files[`./widget/${language}.json`] ?? {}).filter(([english, text]) => {
    return text !== text.trim() || text === '' || (described.has(english) && !/[а-яә]{3}/i.test(text));
  });
  expect(wrong).toEqual([]);
});

test('each language comes with its own words', async () => {
  const said = studioLanguages.map(async language => (await loadWidgetWords(language)).say('Current step'));
  expect(await Promise.all(said)).toEqual(['Current step', 'Текущий шаг', 'Ағымдағы қадам']);
});
