import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState } from '../state/use-studio';
import { Button } from '../ui/button';
import { createDialogPart } from '../ui/part';

const ShareDialog = createDialogPart(async () => (await import('./share-dialog')).ShareDialog);

export function ShareButton() {
  const { t } = useTexts();
  const studio = useStudio();
  const isOpen = useStudioState(state => state.dialog === 'share');
  return (
    <>
      <Button onPress={() => studio.openDialog('share')}>{t('exchange.share')}</Button>
      {isOpen && <ShareDialog onClose={() => studio.openDialog(undefined)} />}
    </>
  );
}
