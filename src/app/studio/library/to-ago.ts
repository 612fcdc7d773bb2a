import type { StudioLanguage, StudioTranslate } from '../i18n/studio-texts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const numeric = { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
const written = { dateStyle: 'medium', timeStyle: 'short' } as const;

/** Browsers that know no Kazakh write dates and "minutes ago" in nobody's language, so neither is asked of them. */
const dates: Record<StudioLanguage, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-GB', written),
  ru: new Intl.DateTimeFormat('ru', written),
  kk: new Intl.DateTimeFormat('ru', numeric),
};

/** How long ago something was, in a word or two, and from a day on when that was, by the reader's clock. */
export function toAgo(at: string, now: number, language: StudioLanguage, t: StudioTranslate): string {
  const ms = Math.max(0, now - Date.parse(at));
  if (ms < minute) return t('library.when.now');
  if (ms < hour) return t('library.when.minutes', { minutes: Math.floor(ms / minute) });
  if (ms < day) return t('library.when.hours', { hours: Math.floor(ms / hour) });
  return dates[language].format(Date.parse(at));
}
