import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../desk/desk';
import { studioQuery } from '../desk/queries';
import { useTexts } from '../i18n/use-texts';
import { useTheme } from '../state/use-studio';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { DifferenceTable } from './difference-table';
import { listDifferences } from './list-differences';
import { useAgo } from './use-ago';
import { useDraft } from './use-draft';
import { useDraftDeeds } from './use-draft-deeds';

/** Each with the texts that it has. */
const choices = [
  ['both', 'both'],
  ['overwrite', 'overwrite'],
  ['theirs', 'theirs'],
] as const;
const choicesWhereGone = [
  ['overwrite', 'back'],
  ['both', 'apart'],
] as const;

/** Somebody saved the same draft meanwhile: what becomes of the two. */
export function StaleDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTexts();
  const { api, client } = useDesk();
  const designer = useQuery(studioQuery(api), client).data?.designer;
  const mine = useTheme();
  const { settle } = useDraftDeeds();
  const ago = useAgo();
  const state = useDraft();
  if (state.is !== 'stale') return null;
  const { theirs, draft } = state;
  const isGone = theirs.deletedAt !== null;
  const isOwn = theirs.savedBy === designer?.name;
  const { version, savedBy: who } = theirs;
  const values = { version, who, when: ago(theirs.savedAt), from: draft.version };
  const choose = (choice: 'both' | 'overwrite' | 'theirs') => {
    onClose();
    void settle(choice);
  };
  const title = isOwn ? t('library.stale.you') : t('library.stale', { who });
  const text = isOwn ? t('library.stale.text.you', values) : t('library.stale.text', values);
  return (
    <Dialog
      title={isGone ? t('library.stale.deleted') : title}
      size="small"
      role="alertdialog"
      isOpen={isOpen}
      onClose={onClose}
    >
      <div className="library-form">
        <p>{isGone ? t('library.stale.deleted.text') : text}</p>
        <DifferenceTable differences={listDifferences(theirs.theme, mine)} />
        <ul className="library-choices">
          {(isGone ? choicesWhereGone : choices).map(([choice, said], index) => (
            <li key={choice}>
              <Button kind={index === 0 ? 'filled' : 'plain'} onPress={() => choose(choice)}>
                {t(`library.stale.${said}`)}
              </Button>
              <span className="ui-hint">{t(`library.stale.${said}.hint`)}</span>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
