import { type FormEvent, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { Button } from '../ui/button';
import { TextField } from '../ui/text-field';
import { findPathFault, type PathFault } from './list-texts';

interface OwnPathProps {
  known: readonly string[];
  onAdd: (path: string) => void;
}

/** A path that is in no list: the provider's own names are only in its dashboard. */
export function OwnPath({ known, onAdd }: OwnPathProps) {
  const { t } = useTexts();
  const [path, setPath] = useState('');
  const [fault, setFault] = useState<PathFault>();
  function add(event: FormEvent) {
    event.preventDefault();
    const found = findPathFault(path.trim(), known);
    setFault(found);
    if (found) return;
    onAdd(path.trim());
    setPath('');
  }
  return (
    <form className="texts-own" onSubmit={add}>
      <TextField
        label={t('texts.ownPath')}
        hint={t('texts.ownPath.hint')}
        placeholder="document.subTitles.SELFIE2"
        isCode
        dir="ltr"
        value={path}
        error={fault && sayFault(fault)}
        onChange={next => {
          setPath(next);
          setFault(undefined);
        }}
      />
      <Button type="submit">{t('texts.ownPath.add')}</Button>
    </form>
  );

  function sayFault(found: PathFault): string {
    return found.kind === 'spelling' ? t('texts.ownPath.spelling') : t('texts.ownPath.conflict', { path: found.with });
  }
}
