import { useDesk } from '../desk/desk';
import { useTexts } from '../i18n/use-texts';
import { useTheme } from '../state/use-studio';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useAgo } from './use-ago';
import { useDraft } from './use-draft';

const choices = ['both', 'overwrite', 'theirs'] as const;

/** Somebody saved the same draft meanwhile: what becomes of the two. */
export function StaleDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTexts();
  const { keeper } = useDesk();
  const { name } = useTheme();
  const ago = useAgo();
  const state = useDraft();
  if (state.is !== 'stale') return null;
  const { theirs, draft } = state;
  const isGone = theirs.deletedAt !== null;
  const settle = (choice: (typeof choices)[number]) => {
    onClose();
    void keeper.settle(choice, t('library.copyName', { name }).slice(0, 60));
  };
  return (
    <Dialog
      title={isGone ? t('library.stale.deleted') : t('library.stale', { who: theirs.savedBy })}
      size="small"
      role="alertdialog"
      isOpen={isOpen}
      onClose={onClose}
    >
      <div className="library-form">
        <p>
          {isGone
            ? t('library.stale.deleted.text')
            : t('library.stale.text', {
                ...{ version: theirs.version, who: theirs.savedBy },
                ...{ when: ago(theirs.savedAt), from: draft.version },
              })}
        </p>
        <ul className="library-choices">
          {choices
            .filter(choice => choice === 'both' || !isGone)
            .map(choice => (
              <li key={choice}>
                <Button kind={choice === 'both' ? 'filled' : 'plain'} onPress={() => settle(choice)}>
                  {t(`library.stale.${choice}`)}
                </Button>
                <span className="ui-hint">{t(`library.stale.${choice}.hint`)}</span>
              </li>
            ))}
        </ul>
      </div>
    </Dialog>
  );
}
