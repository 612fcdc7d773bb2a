import type { StudioTranslate } from '../i18n/studio-texts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago something was, in a word or two: "2 min. ago", "yesterday", or the date. */
export function toAgo(at: string, now: number, language: string, t: StudioTranslate): string {
  const ms = Math.max(0, now - Date.parse(at));
  if (ms < minute) return t('library.when.now');
  const relative = new Intl.RelativeTimeFormat(language, { style: 'short', numeric: 'always' });
  if (ms < hour) return relative.format(-Math.floor(ms / minute), 'minute');
  if (ms < day) return relative.format(-Math.floor(ms / hour), 'hour');
  if (ms < 2 * day) return t('library.when.yesterday');
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(Date.parse(at));
}
