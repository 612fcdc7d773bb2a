import { type FormEvent, useState } from 'react';
import { isThemeName } from '#contract/studio';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useTheme } from '../state/use-studio';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/text-field';
import { longestName } from './name-copy';

export function RenameDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const studio = useStudio();
  const theme = useTheme();
  const [name, setName] = useState(theme.name);
  const trimmed = name.trim();
  const isGood = trimmed.length <= longestName && isThemeName(trimmed);
  const rename = (event?: FormEvent) => {
    event?.preventDefault();
    if (!isGood) return;
    if (trimmed !== theme.name) {
      studio.edit({ key: 'library.step.renamed', what: trimmed }, before => ({ ...before, name: trimmed }));
    }
    onClose();
  };
  return (
    <Dialog
      title={t('library.rename')}
      size="small"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('library.cancel')}</Button>
          <Button kind="filled" onPress={() => rename()} isDisabled={!isGood}>
            {t('library.save')}
          </Button>
        </>
      }
    >
      <form onSubmit={rename}>
        <TextField
          label={t('library.name')}
          value={name}
          onChange={setName}
          error={isGood ? undefined : t('library.name.empty')}
          dir="auto"
          ref={selectAll}
        />
      </form>
    </Dialog>
  );
}

function selectAll(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}
