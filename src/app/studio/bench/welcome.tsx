import { useTexts } from '../i18n/use-texts';
import { StartList } from '../settings/start-list';
import { startPoints } from '../settings/start-points';
import { useStudio, useStudioState } from '../state/use-studio';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

/** Where a theme begins: with a look, with CSS that there is, or with a draft. */
export function Welcome() {
  const { t } = useTexts();
  const studio = useStudio();
  const isOpen = useStudioState(state => state.dialog === 'welcome');
  const close = () => studio.openDialog(undefined);
  return (
    <Dialog
      title={t('shell.welcome')}
      isOpen={isOpen}
      onClose={close}
      size="wide"
      actions={
        <>
          <Button kind="quiet" onPress={close}>
            {t('shell.welcome.close')}
          </Button>
          <Button onPress={() => studio.openDialog('library')}>{t('shell.welcome.draft')}</Button>
          <Button onPress={() => studio.openDialog('import')}>{t('shell.welcome.import')}</Button>
          <Button kind="filled" onPress={() => studio.openDialog('tour')}>
            {t('shell.tour')}
          </Button>
        </>
      }
    >
      <p className="welcome-text">{t('shell.welcome.text')}</p>
      <StartList points={startPoints} onStart={close} />
    </Dialog>
  );
}
