import type { Publication, StudioLevel } from '#contract/studio';
import { ProblemError } from '../../api/http';
import { assign } from '../desk/calls';
import { useDesk } from '../desk/desk';
import { useTexts } from '../i18n/use-texts';
import { Button } from '../ui/button';
import { Pill } from '../ui/pill';
import { notify } from '../ui/toasts';
import { toReason } from './say-failure';
import { useAgo } from './use-ago';

interface PublicationListProps {
  publications: readonly Publication[];
  levels: readonly StudioLevel[];
  /** To which the buttons give; undefined where there is none. */
  level: StudioLevel | undefined;
  onGiven: () => void;
}

/** Everything that was published, with a way back to each for the level that is chosen. */
export function PublicationList({ publications, levels, level, onGiven }: PublicationListProps) {
  const { t } = useTexts();
  const { api } = useDesk();
  const ago = useAgo();

  async function give(publication: Publication | null, isUndo = false): Promise<void> {
    if (!level) return;
    const { publication: before } = level;
    try {
      await assign(api, level.name, publication?.id ?? null);
      const text = publication
        ? t('library.past.given', { level: level.name, name: publication.name })
        : t('library.past.givenOwn', { level: level.name });
      const action = { label: t('library.undo'), onAction: () => void give(before, true) };
      notify(isUndo ? { text } : { text, action });
    } catch (error) {
      const code = error instanceof ProblemError ? error.code : 'unreadable';
      notify({ text: t('library.deed.failed', { reason: t(toReason(code)) }) });
    } finally {
      onGiven();
    }
  }

  if (publications.length === 0) return <p className="ui-hint">{t('library.past.none')}</p>;
  const places = (id: number | null) => levels.filter(candidate => (candidate.publication?.id ?? null) === id);
  const giveButton = (id: number | null, label: string, publication: Publication | null) =>
    level &&
    (level.publication?.id ?? null) !== id && (
      <Button isSmall aria-label={label} onPress={() => void give(publication)}>
        {t('library.past.give', { level: level.name })}
      </Button>
    );
  return (
    <ul className="library-list">
      {publications.map(publication => {
        const { id, name, version, draftNumber, publishedBy: who, publishedAt } = publication;
        const when = ago(publishedAt);
        return (
          <li key={id} className="library-row">
            <span className="library-words">
              <bdi className="library-name">{name}</bdi>
              <span className="ui-hint">
                {draftNumber === null
                  ? t('library.past.byGone', { version, who, when })
                  : t('library.past.by', { number: draftNumber, version, who, when })}
              </span>
            </span>
            <Places levels={places(id)} />
            {giveButton(id, t('library.past.giveName', { name, version, level: level?.name ?? '' }), publication)}
          </li>
        );
      })}
      <li className="library-row">
        <span className="library-words">
          <span className="library-name">{t('library.past.own')}</span>
          <span className="ui-hint">{t('library.past.own.text')}</span>
        </span>
        <Places levels={places(null)} />
        {giveButton(null, t('library.past.own.giveName', { level: level?.name ?? '' }), null)}
      </li>
    </ul>
  );
}

function Places({ levels }: { levels: readonly StudioLevel[] }) {
  const { t } = useTexts();
  return levels.map(({ name }) => (
    <Pill key={name} tone="good">
      {t('library.past.at', { level: name })}
    </Pill>
  ));
}
