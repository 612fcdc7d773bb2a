import { expect, test } from 'vitest';
import arabic from './locales/check/ar.json';
import englishCheck from './locales/check/en.json';
import russian from './locales/check/ru.json';
import englishStart from './locales/start/en.json';
import { createTranslate } from './translate';

const english = { ...englishStart, ...englishCheck };

test('fills in values', () => {
  const t = createTranslate('en', english, english);
  expect(t('footer.reference', { reference: '7K2' })).toBe('Reference 7K2');
});

test('picks the plural form by the rules of the language', () => {
  const russianForms = [1, 2, 5, 21].map(count =>
    createTranslate('ru', russian, english)('actionNeeded.photos', { count }),
  );
  expect(russianForms).toEqual([
    'Нужно 1 новое фото',
    'Нужно 2 новых фото',
    'Нужно 5 новых фото',
    'Нужно 21 новое фото',
  ]);
  expect(createTranslate('ar', arabic, english)('actionNeeded.photos', { count: 2 })).toBe('نحتاج إلى صورتين جديدتين');
});

test('says in English what a language lacks', () => {
  const t = createTranslate('ru', {}, english);
  expect(t('actionNeeded.photos', { count: 2 })).toBe('We need 2 new photos');
  expect(t('continue')).toBe('Continue');
});

test('writes numbers as the language does', () => {
  const texts = { 'start.camera.text': '{{megabytes}} MB' };
  const say = (language: string) => createTranslate(language, texts, {})('start.camera.text', { megabytes: 1500 });
  expect(['en', 'kk', 'ar', 'fa'].map(say)).toEqual(['1,500 MB', '1\u00a0500 MB', '1,500 MB', '۱٬۵۰۰ MB']);
});

test('leaves a value alone that looks like a placeholder or a replacement pattern', () => {
  expect(createTranslate('en', english, english)('footer.reference', { reference: '$&{{x}}' })).toBe(
    'Reference $&{{x}}',
  );
});
