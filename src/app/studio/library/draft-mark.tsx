import { useTexts } from '../i18n/use-texts';
import { Button } from '../ui/button';
import { useAgo } from './use-ago';
import { useDraft } from './use-draft';

/** What the server has of the theme. `onChoose` leads to the choice where somebody else saved. */
export function DraftMark({ onChoose, onSave }: { onChoose: () => void; onSave: () => void }) {
  const { t } = useTexts();
  const ago = useAgo();
  const state = useDraft();
  switch (state.is) {
    case 'none':
      return null;
    case 'saved': {
      const { number, savedAt } = state.draft;
      return <span className="library-mark">{t('library.state.saved', { number, when: ago(savedAt) })}</span>;
    }
    case 'changed':
      return <span className="library-mark">{t('library.state.changed', { number: state.draft.number })}</span>;
    case 'saving':
      return <span className="library-mark">{t('library.state.saving')}</span>;
    case 'stale':
      return (
        <Button isSmall onPress={onChoose}>
          {t('library.state.stale')}
        </Button>
      );
    case 'failed':
      return (
        <span className="library-mark">
          <span className="library-bad">{t('library.state.failed')}</span>
          <Button isSmall onPress={onSave}>
            {t('library.failed.again')}
          </Button>
        </span>
      );
  }
}
