import { useLanguage } from '../i18n/use-language';

/** Nothing for the first second, then an indicator. */
export function Loading() {
  const { t } = useLanguage();
  return (
    <p className="loading loading-late">
      <span className="spinner" aria-hidden="true" />
      {t('loading')}
    </p>
  );
}
