import type { Publication, PublishNote } from '#contract/studio';
import { useTexts } from '../i18n/use-texts';
import { CopyButton } from '../ui/copy-button';
import { TextField } from '../ui/text-field';

interface PublishedPanelProps {
  publication: Publication;
  notes: readonly PublishNote[];
  /** Null: nobody sees it yet. */
  levelName: string | null;
  /** Until it is given to another level, or another to its own. */
  isNews: boolean;
}

export function PublishedPanel({ publication, notes, levelName, isNews }: PublishedPanelProps) {
  const { t } = useTexts();
  return (
    <div className="library-published">
      <p role="status">
        <strong>{t('library.published')}.</strong>{' '}
        {isNews &&
          (levelName === null ? t('library.published.nobody') : t('library.published.level', { level: levelName }))}
      </p>
      {notes.includes('no-rule') && <p className="library-warn">{t('library.published.noRule')}</p>}
      <div className="library-address">
        <TextField
          label={t('library.published.address')}
          value={publication.url}
          onChange={() => undefined}
          isReadOnly
          isCode
          dir="ltr"
        />
        <CopyButton text={publication.url} />
      </div>
    </div>
  );
}
