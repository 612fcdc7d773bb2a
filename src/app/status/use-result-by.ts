import type { Configuration } from '#contract/configuration';
import { useLanguage } from '../i18n/use-language';

/** How the result reaches the person. */
export function useResultBy({ resultBy }: Configuration): string {
  const { t } = useLanguage();
  switch (resultBy) {
    case 'page':
      return t('inReview.resultHere');
    case 'email':
      return t('inReview.resultByEmail');
  }
}
