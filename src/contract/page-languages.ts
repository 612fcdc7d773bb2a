/**
 * Languages the page is written in; the first is the fallback. One more is a line here and its files under
 * `src/app/i18n/locales` and `src/app/i18n/reasons`. `locale` is whose times and numbers it takes.
 *
 * 1. English is the British one, as its words are.
 * 2. Arabic has the digits that documents carry; Persian has its own, as people who read it write them.
 * 3. Browsers lack Kazakh, Kyrgyz and Uzbek times and numbers, which are written as the Russian ones are.
 */
const table = [
  { code: 'en', name: 'English', locale: 'en-GB' },
  { code: 'ru', name: 'Русский', locale: 'ru' },
  { code: 'kk', name: 'Қазақша', locale: 'ru' },
  { code: 'uz', name: 'Oʻzbekcha', locale: 'ru' },
  { code: 'ky', name: 'Кыргызча', locale: 'ru' },
  { code: 'tr', name: 'Türkçe', locale: 'tr' },
  { code: 'de', name: 'Deutsch', locale: 'de' },
  { code: 'fr', name: 'Français', locale: 'fr' },
  { code: 'es', name: 'Español', locale: 'es' },
  { code: 'pt', name: 'Português', locale: 'pt' },
  { code: 'ar', name: 'العربية', locale: 'ar-u-nu-latn' },
  { code: 'fa', name: 'فارسی', locale: 'fa' },
  { code: 'he', name: 'עברית', locale: 'he' },
  { code: 'hi', name: 'हिन्दी', locale: 'hi' },
  { code: 'zh', name: '中文', locale: 'zh' },
  { code: 'ja', name: '日本語', locale: 'ja' },
  { code: 'ko', name: '한국어', locale: 'ko' },
  { code: 'id', name: 'Bahasa Indonesia', locale: 'id' },
  { code: 'vi', name: 'Tiếng Việt', locale: 'vi' },
  { code: 'uk', name: 'Українська', locale: 'uk' },
] as const;

export const pageLanguages: readonly string[] = table.map(({ code }) => code);

/** Its own name and the locale of its times and numbers; undefined where the page is not written in it. */
export function findPageLanguage(code: string): { name: string; locale: string } | undefined {
  return table.find(language => language.code === code);
}

/** Languages whose months and countries Chromium does not know: they come with our texts. */
export const languagesWithoutNames: readonly string[] = ['kk', 'ky', 'uz'];
