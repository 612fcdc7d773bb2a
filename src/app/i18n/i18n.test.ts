import { expect, test } from 'vitest';
import { loadPackagedTexts } from '../testing/packaged-texts';
import { createLanguage, type LanguageOptions } from './i18n';
import type { LoadTexts, TextFiles } from './load-texts';

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
    loadTexts: loadPackagedTexts,
    ...changes,
  };
  return { root, language: createLanguage(options) };
}

function fakeLoader(load: (language: string, part: string) => Promise<unknown>): LoadTexts {
  return <File extends keyof TextFiles>(language: string, part: File) =>
    load(language, part) as Promise<TextFiles[File]>;
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
  const { root, language } = create({ search: '?lang=eo' });
  const { asked, page } = (await language).getSnapshot();
  expect({ asked, page }).toEqual({ asked: 'eo', page: 'en' });
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
    loadTexts: fakeLoader(page =>
      page === 'en' ? Promise.resolve({}) : new Promise(resolve => loading.set(page, resolve)),
    ),
  });
  const created = await language;
  const choices = [created.choose('ru'), created.choose('kk')];
  await new Promise(resolve => setTimeout(resolve, 0));
  loading.get('kk')?.({});
  loading.get('ru')?.({});
  await Promise.all(choices);
  expect(root.lang).toBe('kk');
});

test('speaks the language that came with the page when no texts can be fetched, and with a closed storage', async () => {
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
    loadTexts: fakeLoader(page => (page === 'ru' ? Promise.resolve({}) : Promise.reject(new Error('offline')))),
    embedded: { language: 'ru', files: {} },
  });
  expect((await language).getSnapshot().asked).toBe('kk');
  expect(root.lang).toBe('ru');
});

test('speaks English when only the texts of the language cannot be fetched', async () => {
  const { root, language } = create({
    search: '?lang=kk',
    loadTexts: fakeLoader(page => (page === 'kk' ? Promise.reject(new Error('offline')) : Promise.resolve({}))),
    embedded: { language: 'ru', files: {} },
  });
  expect((await language).getSnapshot().asked).toBe('kk');
  expect(root.lang).toBe('en');
});

test('stays as it is, and says that it does, when the texts of what was chosen cannot be fetched', async () => {
  let isOnline = false;
  const storage = createStorage('ru');
  const { root, language } = create({
    search: '?lang=ru',
    storage,
    loadTexts: fakeLoader(page =>
      page === 'kk' && !isOnline ? Promise.reject(new Error('offline')) : Promise.resolve({}),
    ),
    embedded: { language: 'ru', files: {} },
  });
  const created = await language;
  await expect(created.choose('kk')).rejects.toThrow('offline');
  await created.loadPart('check');
  expect([root.lang, created.getSnapshot().asked, storage.getItem('language')]).toEqual(['ru', 'ru', 'ru']);
  isOnline = true;
  await created.choose('kk');
  expect([root.lang, storage.getItem('language')]).toEqual(['kk', 'kk']);
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

test('says at once what came with the page, and changes nothing when its screen asks for it', async () => {
  const embedded = { language: 'kk', files: { start: {}, check: {} } };
  const created = await create({ search: '?lang=kk', embedded }).language;
  const said = created.getSnapshot();
  expect(said.t('verified.heading')).not.toBe('verified.heading');
  expect(said.names?.months).toBeDefined();
  await created.loadPart('check');
  expect(created.getSnapshot()).toBe(said);
  const other = await create({ search: '?lang=ru', embedded }).language;
  expect(other.getSnapshot().t.has('verified.heading')).toBe(false);
});

test('keeps the page as it is when a language of the check only is chosen, at the next visit too', async () => {
  const storage = createStorage('ru');
  const { root, language } = create({ storage });
  await (await language).choose('eo');
  expect((await language).getSnapshot()).toMatchObject({ asked: 'eo', page: 'ru' });
  expect(root.lang).toBe('ru');
  expect((await create({ storage }).language).getSnapshot()).toMatchObject({ asked: 'eo', page: 'ru' });
});

test('resolves a part only when its texts can be said, though another is asked for meanwhile', async () => {
  const { language } = create();
  const created = await language;
  const whenLoaded = created.loadPart('check').then(() => created.getSnapshot().t.has('verified.heading'));
  await created.loadPart('device');
  expect(await whenLoaded).toBe(true);
});

test('brings what browsers lack in a language with the screens that say it', async () => {
  const { language } = create({ search: '?lang=kk' });
  const created = await language;
  expect(created.getSnapshot().names).toBeUndefined();
  await created.loadPart('check');
  expect(created.getSnapshot().names?.countries.KZ).toBe('Қазақстан');
});

test('gives the reasons in English where those of the language cannot be fetched', async () => {
  const { language } = create({
    loadTexts: fakeLoader(page =>
      page === 'en' ? Promise.resolve({ said: 'in English' }) : Promise.reject(new Error('offline')),
    ),
  });
  expect(await (await language).loadReasons('kk')).toEqual({ said: 'in English' });
});

test('says in English what an operator’s own language lacks, at later screens too', async () => {
  const { language } = create({
    search: '?lang=tg',
    ownLanguages: ['tg'],
    loadTexts: fakeLoader(async (page, part) => {
      if (page === 'en') return loadPackagedTexts('en', part === 'start' ? 'start' : 'check');
      return part === 'start' ? { 'start.begin': 'Оғоз' } : {};
    }),
  });
  const created = await language;
  await created.loadPart('check');
  const { t, page } = created.getSnapshot();
  expect([page, t('start.begin'), t('verified.heading'), t('actionNeeded.photos', { count: 2 })]).toEqual([
    'tg',
    'Оғоз',
    'You’re verified',
    'We need 2 new photos',
  ]);
});

test('tries the texts of later screens again after a failure', async () => {
  let online = false;
  const { language } = create({
    loadTexts: fakeLoader((_, part) =>
      part === 'start' || online ? Promise.resolve({}) : Promise.reject(new Error('offline')),
    ),
  });
  const created = await language;
  await expect(created.loadPart('check')).rejects.toThrow('offline');
  online = true;
  await created.loadPart('check');
});

test('speaks a language that came from another device only where none was chosen on this', async () => {
  const storage = createStorage();
  const language = await create({ storage }).language;
  await language.suggest('kk');
  expect(language.getSnapshot().asked).toBe('kk');
  expect((await create({ storage }).language).getSnapshot().asked).toBe('kk');
  await language.choose('ru');
  await language.suggest('ar');
  expect(language.getSnapshot().asked).toBe('ru');
});
