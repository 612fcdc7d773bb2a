import { lazy, Suspense } from 'react';
import { useTexts } from '../i18n/use-texts';

const TextsList = lazy(() => import('./texts-list').then(({ TextsList }) => ({ default: TextsList })));

/** The widget's own words in four languages come when they are asked for. */
export function TextsTab() {
  const { t } = useTexts();
  return (
    <Suspense fallback={<p className="texts-note">{t('texts.wait')}</p>}>
      <TextsList />
    </Suspense>
  );
}
