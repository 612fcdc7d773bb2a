import { useMemo } from 'react';
import type { PageLanguage } from '#contract/language';
import { useDependencies } from '../dependencies';
import { useLanguage } from './use-language';

/** In Arabic with the digits that documents carry. */
const locales: Record<PageLanguage, string> = { en: 'en', ru: 'ru', kk: 'kk', ar: 'ar-u-nu-latn' };

/** Times in the language of the page and the time zone of the device. */
export function useFormat() {
  const { now } = useDependencies();
  const { page, t } = useLanguage();
  return useMemo(() => {
    const locale = locales[page];
    const toTime = (at: number) =>
      new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
    // Not by Intl: browsers lack the Kazakh months, and Chromium then says "M11 24".
    const months = t('time.months').split(' ');
    return {
      toTime,
      /** Day and time to be used inside a sentence. */
      toWhen(iso: string): string {
        const at = new Date(iso);
        const today = new Date(now());
        const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
        const time = toTime(at.getTime());
        if (at.toDateString() === today.toDateString()) return t('time.todayAt', { time });
        if (at.toDateString() === yesterday.toDateString()) return t('time.yesterdayAt', { time });
        const values = { day: at.getDate(), month: months[at.getMonth()] ?? '', year: at.getFullYear() };
        const date = t(values.year === today.getFullYear() ? 'time.day' : 'time.dayAndYear', values);
        return t('time.dateAt', { date, time });
      },
    };
  }, [t, now, page]);
}
