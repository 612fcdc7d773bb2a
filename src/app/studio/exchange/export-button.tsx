import { lazy, Suspense } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState } from '../state/use-studio';
import { Button } from '../ui/button';

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog')).ExportDialog }));

export function ExportButton() {
  const { t } = useTexts();
  const studio = useStudio();
  const isOpen = useStudioState(state => state.dialog === 'export');
  return (
    <>
      <Button onPress={() => studio.openDialog('export')}>{t('exchange.export')}</Button>
      {isOpen && (
        <Suspense>
          <ExportDialog onClose={() => studio.openDialog(undefined)} />
        </Suspense>
      )}
    </>
  );
}
