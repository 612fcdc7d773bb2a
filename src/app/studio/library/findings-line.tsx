import { useStore } from 'zustand';
import { findingsOf } from '../findings/findings-desk';
import { useTexts } from '../i18n/use-texts';
import { useStudio } from '../state/use-studio';
import { Button } from '../ui/button';

/** How many findings are open: said, and in nobody's way. */
export function FindingsLine() {
  const { t } = useTexts();
  const studio = useStudio();
  const report = useStore(findingsOf(studio).store, state => state.report);
  const count = report?.findings.filter(({ severity }) => severity !== 'note').length;
  const show = () => {
    studio.openDialog(undefined);
    studio.openTab({ side: 'findings' });
  };
  if (count === undefined) return <p className="ui-hint">{t('library.publish.findings.waiting')}</p>;
  if (count === 0) return <p className="ui-hint">{t('library.publish.findings.none')}</p>;
  return (
    <p className="library-warn">
      {t('library.publish.findings', { count })}{' '}
      <Button isSmall onPress={show}>
        {t('library.publish.findings.show')}
      </Button>
    </p>
  );
}
