import { useMemo } from 'react';
import { createFormats, type Formats } from './formats';
import { useLanguage } from './use-language';

/** Times and days in the language of the page. */
export function useFormat(): Formats {
  const { page, names } = useLanguage();
  return useMemo(() => createFormats(page, names), [page, names]);
}
