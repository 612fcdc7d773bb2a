import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTextFiles } from '#dev/text-files';
import { createTestApp } from '#testing/test-app';
import { ConfigError } from '../config';
import { readOwnTexts } from './own-texts';

const packaged = readTextFiles();

function writeFolder(files: Record<string, unknown>): string {
  const directory = mkdtempSync(join(tmpdir(), 'portico-texts-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return directory;
}

function complaintsAbout(files: Record<string, unknown>): readonly string[] {
  try {
    readOwnTexts(writeFolder(files), packaged);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.complaints;
    throw error;
  }
}

describe('a folder of texts', () => {
  test('goes over ours, text by text', () => {
    const own = readOwnTexts(
      writeFolder({
        'ru.json': { 'start.begin': 'Поехали', 'actionNeeded.photos_few': '{{count}} фото' },
        'reasons/ru.json': { LOW_QUALITY: { what: 'Нерезко.' } },
        'readme.txt': 'not a text',
      }),
      packaged,
    );
    const read = (path: string) => JSON.parse(own?.files.get(path) ?? '{}');
    expect(own?.languages).toEqual(['ru']);
    const ours = JSON.parse(packaged.get('ru/start.json') ?? '');
    expect(read('ru/start.json')).toEqual({ ...ours, 'start.begin': 'Поехали' });
    expect(read('ru/check.json')['actionNeeded.photos_few']).toBe('{{count}} фото');
    expect(read('ru/reasons.json').LOW_QUALITY.what).toBe('Нерезко.');
    expect(read('ru/reasons.json').LOW_QUALITY.instruction).toMatch(/\p{Script=Cyrillic}/u);
  });

  test('keeps what browsers lack in the language', () => {
    const own = readOwnTexts(writeFolder({ 'kk.json': { 'start.begin': 'Бастау' } }), packaged);
    expect(own?.files.get('kk/names.json')).toBe(packaged.get('kk/names.json'));
  });

  test('may add a language that the page is not written in', () => {
    const own = readOwnTexts(writeFolder({ 'tg.json': { 'start.begin': 'Оғоз' } }), packaged);
    expect(JSON.parse(own?.files.get('tg/start.json') ?? '')).toEqual({ 'start.begin': 'Оғоз' });
    expect(own?.files.get('tg/check.json')).toBe('{}');
    expect(own?.files.get('tg/reasons.json')).toBe(packaged.get('en/reasons.json'));
  });

  test('is none where it is empty', () => {
    expect(readOwnTexts(writeFolder({}), packaged)).toBeUndefined();
  });

  test('has another address when a text in it is another', () => {
    const addresses = ['Бастау', 'Кеттік'].map(
      text => readOwnTexts(writeFolder({ 'kk.json': { 'start.begin': text } }), packaged)?.address,
    );
    expect(new Set(addresses).size).toBe(2);
  });
});

describe('the start is refused with file, key and remedy for', () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    ['broken JSON', { 'kk.json': '{"start.begin": ' }, /kk\.json: is no JSON of keys and texts: mend or remove it/],
    ['something that is no text', { 'kk.json': { 'start.begin': { text: 'x' } } }, /kk\.json: is no JSON/],
    ['no language', { 'kazakh.json': {} }, /kazakh\.json: is not named after a language: take its ISO 639-1 code/],
    ['an unknown key', { 'kk.json': { 'start.bgin': 'x' } }, /kk\.json: start\.bgin is no text of the page: compare/],
    ['an empty text', { 'kk.json': { 'start.begin': ' ' } }, /start\.begin is empty: write a text, or remove it/],
    [
      'a value that the text does not have',
      { 'kk.json': { 'footer.reference': '{{number}}' } },
      /footer\.reference has \{\{number\}\}: this text can say \{\{reference\}\}/,
    ],
    ['a value where there is none', { 'kk.json': { continue: '{{name}}' } }, /continue has .* can say no value/],
    ['a stray brace', { 'kk.json': { 'footer.reference': '{reference}' } }, /has a brace that is none of a value/],
    [
      'a plural form that the language lacks',
      { 'kk.json': { 'actionNeeded.photos_few': '{{count}}' } },
      /photos_few is no plural form of this language: it has _one, _other/,
    ],
    ['a plural without forms', { 'kk.json': { 'actionNeeded.photos': 'x' } }, /write actionNeeded\.photos_one, /],
    [
      'a missing plural form of a language that has nothing behind it',
      {
        'pl.json': { 'actionNeeded.photos_one': 'x', 'actionNeeded.photos_few': 'x', 'actionNeeded.photos_many': 'x' },
      },
      /pl\.json: actionNeeded\.photos_other is missing/,
    ],
    ['an unknown label', { 'reasons/kk.json': { FORGERY: { what: 'x' } } }, /reasons\/kk\.json: FORGERY is no label/],
    ['another word in a reason', { 'reasons/kk.json': { LOW_QUALITY: { why: 'x' } } }, /LOW_QUALITY\.why is none of/],
  ])('%s', (_, files, complaint) => {
    expect(complaintsAbout(files)).toEqual([expect.stringMatching(complaint)]);
    expect(complaintsAbout(files)[0]).toMatch(/^TEXTS_DIR: /);
  });

  test('everything at once, and for a folder that is not there', () => {
    expect(complaintsAbout({ 'kk.json': { a: 'x', b: 'x' }, 'ru.json': '[' })).toHaveLength(3);
    expect(() => readOwnTexts('/nowhere/at/all', packaged)).toThrow('TEXTS_DIR names a folder that is not there');
  });
});

test('the page says where the operator’s texts are, and is written in their language', async () => {
  const appDirectory = writeFolder({
    'index.html': '<html lang="en"><head><meta name="texts" content="/assets/texts-abc"></head></html>',
    ...Object.fromEntries([...packaged].map(([path, text]) => [`assets/texts-abc/${path}`, text])),
  });
  const variables = { TEXTS_DIR: writeFolder({ 'tg.json': { 'start.begin': 'Оғоз' } }) };
  const { app } = await createTestApp({ appDirectory, variables });
  const page = await (await app.request('/', { headers: { 'accept-language': 'tg,en' } })).text();
  const [, address] = /<meta name="texts" data-own="tg" data-own-address="([^"]+)" content="\/assets/.exec(page) ?? [];
  expect(page).toContain('<html lang="tg" dir="ltr">');
  const texts = await app.request(`${address}/tg/start.json`, { headers: { 'accept-encoding': 'identity' } });
  expect(await texts.json()).toEqual({ 'start.begin': 'Оғоз' });
  expect(texts.headers.get('cache-control')).toContain('immutable');
  const missing = await app.request(`${address}/kk/start.json`);
  expect(missing.status).toBe(404);
});
