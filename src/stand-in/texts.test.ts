import { expect, test } from 'vitest';
import { fastFailErrors, fastFailWarnings } from '#idngo/fast-fail';
import { createTexts, dictionaries, sayFastFail, sayRejection, sayUploadFailure } from './texts';
import { en } from './texts/en';

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted();

test.each(Object.entries(dictionaries))('says everything in %s, with the same values in it', (_, dictionary) => {
  expect(Object.keys(dictionary).toSorted()).toEqual(Object.keys(en).toSorted());
  for (const [key, text] of Object.entries(dictionary)) {
    expect(text.trim(), key).toBe(text);
    expect(text, key).not.toBe('');
    expect(placeholders(text), key).toEqual(placeholders(en[key as keyof typeof en]));
  }
});

test.each([
  ['ru', 'ru', 'ltr'],
  ['kk-KZ', 'kk', 'ltr'],
  ['AR', 'ar', 'rtl'],
  ['uz', 'en', 'ltr'],
  ['constructor', 'en', 'ltr'],
  [undefined, 'en', 'ltr'],
])('speaks %s as %s, written %s', (asked, language, direction) => {
  expect(createTexts(asked, undefined)).toMatchObject({ language, direction });
});

test("prefers the host's own text at the path of a key, in any language", () => {
  const texts = createTexts('ru', { document: { subTitles: { IDENTITY: 'Own', SELFIE: ['not a text'] } } });
  expect(texts.sayNamed('document.subTitles', 'IDENTITY')).toBe('Own');
  expect(texts.sayNamed('document.subTitles', 'SELFIE')).toBe(dictionaries.ru?.['document.subTitles.SELFIE']);
});

test('knows a numbered step and both names of proof of address by their family', () => {
  const texts = createTexts('en', { document: { subTitles: { PROOF_OF_RESIDENCE: 'Own' } } });
  expect(texts.sayNamed('steps', 'PROOF_OF_RESIDENCE2')).toBe(en['steps.PROOF_OF_ADDRESS']);
  expect(texts.sayNamed('document.subTitles', 'PROOF_OF_RESIDENCE')).toBe('Own');
  expect(texts.sayNamed('documentTypes', 'BANK_CARD')).toBe(en['documentTypes.other']);
});

test('puts values into texts and leaves unknown places as they are', () => {
  const texts = createTexts('en', { buttons: { continue: 'Go, {name}' } });
  expect(texts.say('stepper.stepOf', { number: 1, total: 3 })).toBe('Step 1 of 3');
  expect(texts.say('buttons.continue')).toBe('Go, {name}');
  expect(sayUploadFailure(texts, '1002', 5 * 1024 * 1024)).toBe('The file is too big. The limit is 5 MB');
});

test("gives the reviewer's words before ours, and ours before a neutral sentence", () => {
  const texts = createTexts('en', undefined);
  expect(sayRejection(texts, 'Blurred', ['LOW_QUALITY'])).toBe('Blurred');
  expect(sayRejection(texts, null, ['NEW_LABEL', 'LOW_QUALITY'])).toBe(en['rejectLabels.LOW_QUALITY']);
  expect(sayRejection(texts, null, ['NEW_LABEL'])).toBe(en['rejectLabels.other']);
});

test.each(Object.entries(dictionaries))('knows every tag of an upload’s first check in %s', (_, dictionary) => {
  const known = Object.keys(dictionary);
  expect([...fastFailErrors, ...fastFailWarnings].filter(tag => !known.includes(`fastFail.${tag}`))).toEqual([]);
});

test('says what several tags mean, each once, and something of a tag that nobody described', () => {
  const texts = createTexts('en', undefined);
  expect(sayFastFail(texts, ['expiredDoc', 'grayscale'])).toBe(
    'The document has expired. The picture is black and white. A colour picture is needed',
  );
  expect(sayFastFail(texts, ['tomorrow', 'dayAfter'])).toBe(en['fastFail.other']);
});
