import { expect, test } from 'vitest';
import { isoLanguages, pageLanguages } from '#contract/language';
import { listOtherLanguages } from './other-languages';

test('offers every ISO 639-1 language that the page is not written in, each once and under a name of its own', () => {
  const others = listOtherLanguages();
  expect(others.map(({ code }) => code).toSorted()).toEqual(
    isoLanguages.filter(code => !pageLanguages.some(page => page === code)).toSorted(),
  );
  expect(new Set(others.map(({ name }) => name)).size).toBe(others.length);
});

test('names languages in themselves, those around here too', () => {
  const nameOf = (wanted: string) => listOtherLanguages().find(({ code }) => code === wanted)?.name;
  expect(nameOf('de')).toBe('Deutsch');
  expect(nameOf('uz')).toBe('Oʻzbekcha');
  expect(nameOf('ky')).toBe('Кыргызча');
});
