import { expect, test } from 'vitest';
import { createLanguage, type LanguageOptions } from './i18n';

function createStorage(remembered?: string) {
  const values = new Map(remembered === undefined ? [] : [['language', remembered]]);
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}

function create(changes: Partial<LanguageOptions> = {}) {
  const root = { lang: '', dir: '' };
  const options = {
    search: '',
    storage: createStorage(),
    browserLanguages: ['en-GB'],
    root,
    dropFromAddress: () => undefined,
    ...changes,
  };
  return { root, language: createLanguage(options) };
}

test('prefers the address to the earlier choice, and that to the browser', async () => {
  const storage = createStorage('ru');
  const browserLanguages = ['kk-KZ'];
  expect((await create({ browserLanguages }).language).getSnapshot().page).toBe('kk');
  expect((await create({ browserLanguages, storage }).language).getSnapshot().page).toBe('ru');
  expect((await create({ browserLanguages, storage, search: '?lang=ar' }).language).getSnapshot().page).toBe('ar');
  expect(storage.getItem('language')).toBe('ar');
});

test('keeps any ISO code for the SDK while the page speaks English', async () => {
  const { root, language } = create({ search: '?lang=he' });
  const { asked, page } = (await language).getSnapshot();
  expect({ asked, page }).toEqual({ asked: 'he', page: 'en' });
  expect(root).toEqual({ lang: 'en', dir: 'ltr' });
});

test('sets language and direction of the document when the person chooses, and drops the language of the address', async () => {
  let isInAddress = true;
  const dropFromAddress = () => {
    isInAddress = false;
  };
  const { root, language } = create({ search: '?lang=ru', dropFromAddress });
  expect((await language).getSnapshot().page).toBe('ru');
  expect(isInAddress).toBe(true);
  await (await language).choose('ar');
  expect(isInAddress).toBe(false);
  expect(root).toEqual({ lang: 'ar', dir: 'rtl' });
});

test('lets the last of two quick choices win, whichever is loaded first', async () => {
  const loading = new Map<string, (texts: Record<string, string>) => void>();
  const { root, language } = create({
    loadTexts: page => (page === 'en' ? Promise.resolve({}) : new Promise(resolve => loading.set(page, resolve))),
  });
  const created = await language;
  const choices = [created.choose('ru'), created.choose('kk')];
  await new Promise(resolve => setTimeout(resolve, 0));
  loading.get('kk')?.({});
  loading.get('ru')?.({});
  await Promise.all(choices);
  expect(root.lang).toBe('kk');
});

test('speaks English when the texts cannot be fetched or the storage is closed', async () => {
  const storage = {
    getItem: () => {
      throw new Error('denied');
    },
    setItem: () => {
      throw new Error('denied');
    },
  };
  const { root, language } = create({
    search: '?lang=kk',
    storage,
    loadTexts: page => (page === 'en' ? Promise.resolve({}) : Promise.reject(new Error('offline'))),
  });
  expect((await language).getSnapshot().asked).toBe('kk');
  expect(root.lang).toBe('en');
});

test('brings the texts of later screens when they are asked for, and keeps them over a change of language', async () => {
  const { language } = create();
  const created = await language;
  expect(created.getSnapshot().t.has('verified.heading')).toBe(false);
  await created.loadPart('check');
  expect(created.getSnapshot().t('verified.heading')).toBe('You’re verified');
  await created.choose('kk');
  expect(created.getSnapshot().t('verified.heading')).not.toBe('You’re verified');
  expect(created.getSnapshot().t('start.begin')).toBe('Тексеруді бастау');
});

test('tries the texts of later screens again after a failure', async () => {
  let online = false;
  const { language } = create({
    loadTexts: (_page, part) =>
      part === 'start' || online ? Promise.resolve({}) : Promise.reject(new Error('offline')),
  });
  const created = await language;
  await expect(created.loadPart('check')).rejects.toThrow('offline');
  online = true;
  await created.loadPart('check');
});
