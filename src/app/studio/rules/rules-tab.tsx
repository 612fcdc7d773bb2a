import { useTexts } from '../i18n/use-texts';
import { createPart } from '../ui/part';

/** The last and the most exact of the settings; its editor is heavy, and comes when it is opened. */
export const RulesTab = createPart(async () => (await import('./rules-editor')).RulesEditor, { Waiting: RulesWait });

function RulesWait() {
  const { t } = useTexts();
  return <p className="rules-wait">{t('rules.wait')}</p>;
}
