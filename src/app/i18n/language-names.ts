import type { PageLanguage } from '#contract/language';

export const pageLanguageNames: Record<PageLanguage, string> = {
  en: 'English',
  ru: 'Русский',
  kk: 'Қазақша',
  ar: 'العربية',
};
