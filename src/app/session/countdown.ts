import { findPageLanguage } from '#contract/page-languages';

/** Minutes and seconds, as clocks show them, in the digits of the language. */
export function toCountdown(seconds: number, page: string): string {
  const locale = findPageLanguage(page)?.locale ?? page;
  const spell = (value: number, minimumIntegerDigits: number) =>
    new Intl.NumberFormat(locale, { minimumIntegerDigits }).format(value);
  return `${spell(Math.floor(seconds / 60), 1)}:${spell(seconds % 60, 2)}`;
}
