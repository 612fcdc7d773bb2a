import { useEffect, useEffectEvent, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState } from '../state/use-studio';
import { Button } from '../ui/button';
import { createDialogPart } from '../ui/part';
import { DropZone } from './drop-zone';
import { type Incoming, readLink } from './incoming';
import './exchange.css';

const ImportDialog = createDialogPart(async () => (await import('./import-dialog')).ImportDialog);

/** Opens the import, by itself for a file that is dropped anywhere and for an address that carries a theme. */
export function ImportButton() {
  const { t } = useTexts();
  const studio = useStudio();
  const isOpen = useStudioState(state => state.dialog === 'import');
  const [incoming, setIncoming] = useState<Incoming>();

  const take = (next: Incoming) => {
    setIncoming(next);
    studio.openDialog('import');
  };
  const takeLink = useEffectEvent(async () => {
    const link = await readLink(window.location.hash);
    if (!link) return;
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, '', pathname + search);
    take(link);
  });
  useEffect(() => {
    const onHash = () => void takeLink();
    onHash();
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  const close = () => {
    setIncoming(undefined);
    studio.openDialog(undefined);
  };

  return (
    <>
      <Button onPress={() => studio.openDialog('import')}>{t('exchange.import')}</Button>
      <DropZone onDrop={take} />
      {isOpen && <ImportDialog incoming={incoming} onIncoming={setIncoming} onClose={close} />}
    </>
  );
}
