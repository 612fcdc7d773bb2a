import type { PageLanguage } from '#contract/language';
import english from './locales/start/en.json';
import type { Texts } from './translate';

/** `start` holds what the first page and everything around the screens say, `check` what comes after it. */
export type TextPart = 'start' | 'check';
export type LoadTexts = (page: PageLanguage, part: TextPart) => Promise<Texts>;

const parts: Record<TextPart, Record<PageLanguage, () => Promise<{ default: Texts }>>> = {
  start: {
    en: async () => ({ default: english }),
    ru: () => import('./locales/start/ru.json'),
    kk: () => import('./locales/start/kk.json'),
    ar: () => import('./locales/start/ar.json'),
  },
  check: {
    en: () => import('./locales/check/en.json'),
    ru: () => import('./locales/check/ru.json'),
    kk: () => import('./locales/check/kk.json'),
    ar: () => import('./locales/check/ar.json'),
  },
};

export const loadPackagedTexts: LoadTexts = async (page, part) => (await parts[part][page]()).default;
