import { findPageLanguage } from '#contract/page-languages';
import type { Names } from './names';

export interface Formats {
  /** Hours and minutes in the time zone of the device. */
  toTime: (at: number) => string;
  /** The day in the time zone of the device. */
  toDay: (at: number, shown: 'day' | 'dayAndYear') => string;
  /** A day as documents have it, `YYYY-MM-DD`, in words; undefined for anything else. It has no time zone. */
  toDocumentDay: (date: string) => string | undefined;
}

const dayOnly = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Times and days as the language writes them: `locale` of its table, and `names` where browsers have none. */
export function createFormats(page: string, names: Names | undefined): Formats {
  const locale = findPageLanguage(page)?.locale ?? page;
  let time: Intl.DateTimeFormat | undefined;
  return {
    toTime(at) {
      time ??= new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
      return time.format(at).replace(' ', '\u00a0');
    },
    toDay(at, shown) {
      if (!names) return new Intl.DateTimeFormat(locale, options[shown]).format(at);
      const date = new Date(at);
      return fillIn(names, shown, [date.getFullYear(), date.getMonth(), date.getDate()]);
    },
    toDocumentDay(text) {
      const [, year, month, day] = (dayOnly.exec(text) ?? []).map(Number);
      if (!year || !month || !day || month > 12) return undefined;
      if (names) return fillIn(names, 'dayAndYear', [year, month - 1, day]);
      // Of the calendar in which the document has it, so that the two can be compared.
      const written = { ...options.dayAndYear, calendar: 'gregory', timeZone: 'UTC' } as const;
      return new Intl.DateTimeFormat(locale, written).format(Date.UTC(year, month - 1, day));
    },
  };
}

const options = {
  day: { day: 'numeric', month: 'long' },
  dayAndYear: { day: 'numeric', month: 'long', year: 'numeric' },
} as const;

function fillIn(names: Names, shown: 'day' | 'dayAndYear', [year, month, day]: [number, number, number]): string {
  return names[shown]
    .replace('{{year}}', String(year))
    .replace('{{month}}', names.months.split(' ')[month] ?? '')
    .replace('{{day}}', String(day));
}
