import { useMemo, useState } from 'react';
import type { Theme } from '#contract/theme';
import { useDesk } from '../desk/desk';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useTheme } from '../state/use-studio';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { notify } from '../ui/toasts';
import { ImportFaults } from './import-faults';
import { ImportPreview } from './import-preview';
import { ImportSource } from './import-source';
import { ImportSummary } from './import-summary';
import type { Incoming } from './incoming';
import { type Import, readImport } from './read-import';
import { SharedNote } from './shared-note';
import { useSharedTheme } from './use-shared-theme';

interface ImportDialogProps {
  incoming: Incoming | undefined;
  onIncoming: (incoming: Incoming | undefined) => void;
  onClose: () => void;
}

/** From where it comes, then what it would become; nothing is replaced before that is agreed to. */
export function ImportDialog({ incoming, onIncoming, onClose }: ImportDialogProps) {
  const { t } = useTexts();
  const studio = useStudio();
  const now = useTheme();
  const { keeper } = useDesk();
  const shared = useSharedTheme(onClose);
  const [text, setText] = useState('');
  const read = useMemo<Import | undefined>(
    () => (incoming && 'text' in incoming ? readImport(incoming.text, now.name, incoming.fileName) : undefined),
    [incoming, now.name],
  );
  const isLink = incoming?.source === 'link';
  const isApart = isLink && shared.draft !== undefined;
  const found = read && read.kind !== 'refused' ? read : undefined;

  async function replace(theme: Theme) {
    const complete = found?.kind === 'css' ? { ...theme, texts: now.texts } : theme;
    const label = { key: 'exchange.step', what: nameSource(incoming) ?? theme.name };
    if (isLink) await keeper.begin(complete, label);
    else studio.edit(label, () => complete);
    onClose();
    notify({ text: t('exchange.imported'), action: { label: t('shell.undo'), onAction: () => studio.undo() } });
  }

  const back = <Button onPress={() => onIncoming(undefined)}>{t('exchange.import.other')}</Button>;
  const cancel = <Button onPress={onClose}>{t('exchange.cancel')}</Button>;
  if (found) {
    return (
      <Dialog
        title={t(isLink ? 'exchange.import.link' : 'exchange.import.review')}
        isOpen
        onClose={onClose}
        size="wide"
        role="alertdialog"
        actions={
          <>
            {!isLink && back}
            {cancel}
            {found.kind === 'css' && found.lifted.length > 0 && (
              <Button onPress={() => void replace(found.asRules)}>{t('exchange.import.asRules')}</Button>
            )}
            <Button
              kind="filled"
              isPending={shared.isOpening}
              onPress={() => void (isApart ? shared.open(found.theme) : replace(found.theme))}
            >
              {t(isApart ? 'exchange.import.open' : 'exchange.import.replace')}
            </Button>
          </>
        }
      >
        <div className="exchange-review">
          <div className="exchange-found">
            {isLink && <SharedNote draft={shared.draft} failure={shared.failure} />}
            <ImportSummary found={found} />
          </div>
          <ImportPreview before={now} after={found.theme} />
        </div>
      </Dialog>
    );
  }
  const isRefused = incoming !== undefined;
  return (
    <Dialog
      title={t(isRefused ? 'exchange.import.refused' : 'exchange.import.title')}
      isOpen
      onClose={onClose}
      actions={
        isRefused ? (
          <>
            {cancel}
            {back}
          </>
        ) : (
          <>
            {cancel}
            <Button
              kind="filled"
              isDisabled={text.trim() === ''}
              onPress={() => onIncoming({ source: 'text', text, fileName: '' })}
            >
              {t('exchange.import.continue')}
            </Button>
          </>
        )
      }
    >
      {isRefused ? (
        <ImportFaults incoming={incoming} faults={read?.kind === 'refused' ? read.faults : []} />
      ) : (
        <ImportSource text={text} onText={setText} onFile={onIncoming} />
      )}
    </Dialog>
  );
}

function nameSource(incoming: Incoming | undefined): string | undefined {
  return incoming?.source === 'file' ? incoming.fileName : undefined;
}
