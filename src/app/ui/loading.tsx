import { useLanguage } from '../i18n/use-language';

/** Nothing for the first second, then an indicator. A screen like any other, so it has a heading. */
export function Loading() {
  const { t } = useLanguage();
  return (
    <div className="loading loading-late">
      <span className="spinner" aria-hidden="true" />
      <h1>{t('loading')}</h1>
    </div>
  );
}
