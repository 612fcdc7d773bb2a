import { useDependencies } from '../dependencies';
import { useFormat } from '../i18n/use-format';
import { useLanguage } from '../i18n/use-language';

/** Day and time of an ISO 8601 moment, worded to stand inside a sentence. */
export function useWhen(): (iso: string) => string {
  const { now } = useDependencies();
  const { t } = useLanguage();
  const { toTime, toDay } = useFormat();
  return iso => {
    const at = new Date(iso);
    const today = new Date(now());
    const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
    const tomorrow = new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1);
    const time = toTime(at.getTime());
    if (at.toDateString() === today.toDateString()) return t('time.todayAt', { time });
    if (at.toDateString() === yesterday.toDateString()) return t('time.yesterdayAt', { time });
    if (at.toDateString() === tomorrow.toDateString()) return t('time.tomorrowAt', { time });
    const isThisYear = at.getFullYear() === today.getFullYear();
    const day = toDay(at.getTime(), isThisYear ? 'day' : 'dayAndYear');
    return t('time.dateAt', { date: day.replaceAll(' ', '\u00a0'), time });
  };
}
