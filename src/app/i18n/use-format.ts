import { useMemo } from 'react';
import type { PageLanguage } from '#contract/language';
import { useLanguage } from './use-language';

/** In Arabic with the digits that documents carry. */
const locales: Record<PageLanguage, string> = { en: 'en', ru: 'ru', kk: 'kk', ar: 'ar-u-nu-latn' };

/** Hours and minutes in the language of the page and the time zone of the device. */
export function useFormat(): { toTime: (at: number) => string } {
  const { page } = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locales[page], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    return { toTime: at => format.format(at) };
  }, [page]);
}
