import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState } from '../state/use-studio';
import { Button } from '../ui/button';
import { createDialogPart } from '../ui/part';

const ExportDialog = createDialogPart(async () => (await import('./export-dialog')).ExportDialog);

export function ExportButton() {
  const { t } = useTexts();
  const studio = useStudio();
  const isOpen = useStudioState(state => state.dialog === 'export');
  return (
    <>
      <Button onPress={() => studio.openDialog('export')}>{t('exchange.export')}</Button>
      {isOpen && <ExportDialog onClose={() => studio.openDialog(undefined)} />}
    </>
  );
}
