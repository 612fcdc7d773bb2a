import type { PageLanguage } from '#contract/language';
import english from './locales/start/en.json';
import type { Texts } from './translate';

/** `start` holds what the first page and everything around the screens say; the others are fetched with their screens. */
export const textParts = ['start', 'check', 'device', 'handoff'] as const;
export type TextPart = (typeof textParts)[number];
export type LoadTexts = (page: PageLanguage, part: TextPart) => Promise<Texts>;

const files = import.meta.glob<Texts>(['./locales/*/*.json', '!./locales/start/en.json'], { import: 'default' });

export const loadPackagedTexts: LoadTexts = async (page, part) => {
  if (page === 'en' && part === 'start') return english;
  const load = files[`./locales/${part}/${page}.json`];
  if (!load) throw new Error(`No texts of part ${part} in ${page}`);
  return load();
};
