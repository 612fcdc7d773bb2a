import { useTexts } from '../i18n/use-texts';
import { createPart } from '../ui/part';

/** The widget's own words in four languages come when they are asked for. */
export const TextsTab = createPart(async () => (await import('./texts-list')).TextsList, { Waiting: TextsWait });

function TextsWait() {
  const { t } = useTexts();
  return <p className="texts-note">{t('texts.wait')}</p>;
}
