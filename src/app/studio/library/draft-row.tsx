import type { DraftSummary } from '#contract/studio';
import { useTexts } from '../i18n/use-texts';
import { Button } from '../ui/button';
import { useAgo } from './use-ago';
import { useDraft } from './use-draft';
import { useDraftDeeds } from './use-draft-deeds';

export function DraftRow({ draft, onOpened }: { draft: DraftSummary; onOpened: () => void }) {
  const { t } = useTexts();
  const state = useDraft();
  const deeds = useDraftDeeds();
  const isHere = 'draft' in state && state.draft?.id === draft.id;
  const { name } = draft;
  const closeAfter = async (deed: Promise<boolean>) => {
    if (await deed) onOpened();
  };
  return (
    <li className="library-row">
      <DraftWords draft={draft} />
      <span className="library-deeds">
        {isHere && <span className="library-mark">{t('library.draft.here')}</span>}
        {!isHere && (
          <Button
            isSmall
            aria-label={t('library.draft.open', { name })}
            onPress={() => void closeAfter(deeds.open(draft))}
          >
            {t('library.draft.open.short')}
          </Button>
        )}
        <Button
          isSmall
          kind="quiet"
          aria-label={t('library.draft.duplicate', { name })}
          onPress={() => void closeAfter(deeds.duplicate(draft))}
        >
          {t('library.draft.duplicate.short')}
        </Button>
        <Button
          isSmall
          kind="quiet"
          aria-label={t('library.draft.delete', { name })}
          onPress={() => void deeds.remove(draft)}
        >
          {t('library.draft.delete.short')}
        </Button>
      </span>
    </li>
  );
}

/** A draft that can be had back. */
export function DeletedDraftRow({ draft }: { draft: DraftSummary }) {
  const { t } = useTexts();
  const deeds = useDraftDeeds();
  return (
    <li className="library-row">
      <DraftWords draft={draft} />
      <Button isSmall aria-label={`${t('library.restore')}: ${draft.name}`} onPress={() => void deeds.restore(draft)}>
        {t('library.restore')}
      </Button>
    </li>
  );
}

function DraftWords({ draft: { name, number, savedBy, savedAt } }: { draft: DraftSummary }) {
  const { t } = useTexts();
  const ago = useAgo();
  return (
    <span className="library-words">
      <bdi className="library-name">{name}</bdi>
      <span className="ui-hint">{t('library.draft', { number, who: savedBy, when: ago(savedAt) })}</span>
    </span>
  );
}
