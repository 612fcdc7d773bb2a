import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '../desk/desk';
import { draftsQuery } from '../desk/queries';
import { useTexts } from '../i18n/use-texts';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { EmptyState } from '../ui/empty-state';
import { TextField } from '../ui/text-field';
import { DeletedDraftRow, DraftRow } from './draft-row';
import { QueryWait } from './query-wait';
import { useDraftDeeds } from './use-draft-deeds';

const manyDrafts = 6;

export function DraftsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const { api, client } = useDesk();
  const query = useQuery(draftsQuery(api), client);
  const [wanted, setWanted] = useState('');
  const { save } = useDraftDeeds();
  const drafts = query.data?.drafts ?? [];
  const here = drafts.filter(draft => draft.deletedAt === null);
  const deleted = drafts.filter(draft => draft.deletedAt !== null);
  const found = here.filter(({ name }) => name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()));
  const saveFirst = () => {
    onClose();
    void save();
  };

  return (
    <Dialog title={t('library.drafts')} isOpen onClose={onClose}>
      <QueryWait query={query} failed={t('library.drafts.failed')} />
      {query.isSuccess && here.length === 0 && (
        <EmptyState
          title={t('library.drafts.none')}
          action={
            <Button kind="filled" onPress={saveFirst}>
              {t('library.saveNew')}
            </Button>
          }
        >
          {t('library.drafts.none.text')}
        </EmptyState>
      )}
      {here.length > manyDrafts && (
        <TextField label={t('library.drafts.find')} value={wanted} onChange={setWanted} dir="auto" />
      )}
      {here.length > 0 && found.length === 0 && <p>{t('library.drafts.notFound')}</p>}
      {found.length > 0 && (
        <ul className="library-list">
          {found.map(draft => (
            <DraftRow key={draft.id} draft={draft} onOpened={onClose} />
          ))}
        </ul>
      )}
      {deleted.length > 0 && (
        <details className="library-bin">
          <summary>{t('library.bin', { count: deleted.length })}</summary>
          <p className="ui-hint">{t('library.bin.text')}</p>
          <ul className="library-list">
            {deleted.map(draft => (
              <DeletedDraftRow key={draft.id} draft={draft} />
            ))}
          </ul>
        </details>
      )}
    </Dialog>
  );
}
