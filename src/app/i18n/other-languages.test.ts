import { expect, test } from 'vitest';
import { isoLanguages } from '#contract/language';
import { pageLanguages } from '#contract/page-languages';
import { listOtherLanguages } from './other-languages';

test('offers every ISO 639-1 language that the page is not written in, each once and under a name of its own', () => {
  const others = listOtherLanguages(pageLanguages);
  expect(others.map(({ code }) => code).toSorted()).toEqual(
    isoLanguages.filter(code => !pageLanguages.includes(code)).toSorted(),
  );
  expect(new Set(others.map(({ name }) => name)).size).toBe(others.length);
});

test('names languages in themselves, those around here too', () => {
  const nameOf = (wanted: string) => listOtherLanguages(pageLanguages).find(({ code }) => code === wanted)?.name;
  expect(nameOf('sv')).toBe('Svenska');
  expect(nameOf('tg')).toBe('Тоҷикӣ');
  expect(nameOf('tt')).toBe('Татарча');
});
