import { useDependencies } from '../dependencies';
import { useFormat } from '../i18n/use-format';
import { useLanguage } from '../i18n/use-language';

/** Day and time of an ISO 8601 moment, worded to stand inside a sentence. */
export function useWhen(): (iso: string) => string {
  const { now } = useDependencies();
  const { t } = useLanguage();
  const { toTime } = useFormat();
  return iso => {
    const at = new Date(iso);
    const today = new Date(now());
    const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
    const time = toTime(at.getTime());
    if (at.toDateString() === today.toDateString()) return t('time.todayAt', { time });
    if (at.toDateString() === yesterday.toDateString()) return t('time.yesterdayAt', { time });
    // Not by Intl: browsers lack the Kazakh months, and Chromium then says "M11 24".
    const month = t('time.months').split(' ')[at.getMonth()] ?? '';
    const values = { day: at.getDate(), month, year: at.getFullYear() };
    const date = t(values.year === today.getFullYear() ? 'time.day' : 'time.dayAndYear', values);
    return t('time.dateAt', { date, time });
  };
}

const dayOnly = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day as documents have it, `YYYY-MM-DD`, in words; undefined for anything else. It has no time zone. */
export function useDay(): (date: string) => string | undefined {
  const { t } = useLanguage();
  return date => {
    const [, year, month, day] = dayOnly.exec(date) ?? [];
    const name = t('time.months').split(' ')[Number(month) - 1];
    return name && t('time.dayAndYear', { day: Number(day), month: name, year: Number(year) });
  };
}
