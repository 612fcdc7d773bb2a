import { lazy, Suspense } from 'react';
import { useTexts } from '../i18n/use-texts';

const RulesEditor = lazy(() => import('./rules-editor').then(({ RulesEditor }) => ({ default: RulesEditor })));

/** The last and the most exact of the settings; its editor is heavy, and comes when it is opened. */
export function RulesTab() {
  const { t } = useTexts();
  return (
    <Suspense fallback={<p className="rules-wait">{t('rules.wait')}</p>}>
      <RulesEditor />
    </Suspense>
  );
}
