import { useQuery } from '@tanstack/react-query';
import type { DraftSummary } from '#contract/studio';
import { useDesk } from '../desk/desk';
import { versionsQuery } from '../desk/queries';
import { useTexts } from '../i18n/use-texts';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { QueryWait } from './query-wait';
import { useAgo } from './use-ago';
import { useDraftDeeds } from './use-draft-deeds';

/** What the open draft was, newest first. */
export function VersionsDialog({ draft, onClose }: { draft: DraftSummary; onClose: () => void }) {
  const { t } = useTexts();
  const { api, client } = useDesk();
  const ago = useAgo();
  const query = useQuery(versionsQuery(api, draft.id), client);
  const { bringBack } = useDraftDeeds();
  const take = async (version: number) => {
    if (await bringBack(version)) onClose();
  };
  return (
    <Dialog title={t('library.versions.title', { number: draft.number })} isOpen onClose={onClose}>
      <p className="ui-hint">{t('library.versions.text')}</p>
      <QueryWait query={query} failed={t('library.drafts.failed')} />
      <ul className="library-list">
        {query.data?.versions.map(({ version, name, savedBy, savedAt, byHand }) => (
          <li key={version} className="library-row">
            <span className="library-words">
              <span className="library-name">
                {t('library.version', { version })} <bdi className="library-quiet">{name}</bdi>
              </span>
              <span className="ui-hint">
                {t('library.version.by', { who: savedBy, when: ago(savedAt) })}
                {!byHand && `, ${t('library.version.auto')}`}
              </span>
            </span>
            {version === draft.version ? (
              <span className="library-mark">{t('library.version.newest')}</span>
            ) : (
              <Button
                isSmall
                aria-label={t('library.version.bringBack', { version })}
                onPress={() => void take(version)}
              >
                {t('library.version.short')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
