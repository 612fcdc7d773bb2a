import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Publication, PublishNote, StudioAnswer } from '#contract/studio';
import { type FailureCode, ProblemError } from '../../api/http';
import { assign, publishDraft } from '../desk/calls';
import { useDesk } from '../desk/desk';
import { publicationsQuery } from '../desk/queries';
import type { StudioTextKey } from '../i18n/studio-texts';
import { useTexts } from '../i18n/use-texts';
import { useTheme } from '../state/use-studio';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Select } from '../ui/select';
import { FindingsLine } from './findings-line';
import { PublicationList } from './publication-list';
import { PublishedPanel } from './published-panel';
import { QueryWait } from './query-wait';
import { toReason } from './say-failure';
import { useAgo } from './use-ago';
import { useDraft } from './use-draft';

type Progress =
  | { is: 'asked' }
  | { is: 'busy' }
  | { is: 'done'; publication: Publication; notes: readonly PublishNote[]; levelName: string | null; isNews: boolean }
  | { is: 'failed'; reason: StudioTextKey };

const nobody = 'nobody';
const atLevel = (name: string) => `level:${name}` as const;

export function PublishDialog({ studioAnswer, onClose }: { studioAnswer: StudioAnswer; onClose: () => void }) {
  const { t } = useTexts();
  const { name } = useTheme();
  const { api, client, keeper } = useDesk();
  const ago = useAgo();
  const past = useQuery(publicationsQuery(api), client);
  const { levels } = studioAnswer;
  const [to, setTo] = useState<string>(() => atLevel((levels.find(level => level.isUsual) ?? levels[0])?.name ?? ''));
  const [progress, setProgress] = useState<Progress>({ is: 'asked' });
  const draftState = useDraft();
  const close = useRef<HTMLButtonElement>(null);
  const isDone = progress.is === 'done';
  useEffect(() => {
    if (isDone) close.current?.focus();
  }, [isDone]);
  const level = levels.find(candidate => atLevel(candidate.name) === to);
  const refresh = () =>
    Promise.all(['studio', 'publications', 'published'].map(key => client.invalidateQueries({ queryKey: [key] })));

  async function publish(): Promise<void> {
    setProgress({ is: 'busy' });
    try {
      const draft = draftState.is === 'saved' ? draftState.draft : await keeper.save();
      if (!draft) {
        const state = keeper.getSnapshot();
        if (state.is === 'stale') onClose();
        setProgress({ is: 'failed', reason: toReason(state.is === 'failed' ? state.code : 'theme-stale') });
        return;
      }
      const { publication, notes } = await publishDraft(api, draft.id, draft.version);
      if (level) await assign(api, level.name, publication.id);
      setProgress({ is: 'done', publication, notes, levelName: level?.name ?? null, isNews: true });
    } catch (error) {
      const code: FailureCode = error instanceof ProblemError ? error.code : 'unreadable';
      setProgress({
        is: 'failed',
        reason: code === 'malformed-request' ? 'library.publish.failed.value' : toReason(code),
      });
    } finally {
      void refresh();
    }
  }

  const now = level?.publication;
  const isBusy = progress.is === 'busy';
  return (
    <Dialog
      title={t('library.publish.title', { name })}
      isOpen
      onClose={onClose}
      actions={
        progress.is === 'done' ? (
          <Button kind="filled" ref={close} onPress={onClose}>
            {t('library.close')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('library.cancel')}</Button>
            <Button kind="filled" isPending={isBusy} onPress={() => void publish()}>
              {isBusy ? t('library.publish.busy') : t('library.publish')}
            </Button>
          </>
        )
      }
    >
      {progress.is === 'done' ? (
        <PublishedPanel {...progress} />
      ) : (
        <div className="library-form">
          <p>{t('library.publish.how')}</p>
          <FindingsLine />
          <Select
            label={t('library.publish.to')}
            value={to}
            onChange={setTo}
            options={[
              ...levels.map(({ name: levelName, isUsual }) => ({
                id: atLevel(levelName) as string,
                label: isUsual ? t('library.publish.level.usual', { level: levelName }) : levelName,
              })),
              {
                ...{ id: nobody, label: t('library.publish.to.nobody') },
                hint: t('library.publish.to.nobody.hint'),
              },
            ]}
          />
          {level && (
            <p className="ui-hint">
              {t('library.publish.now', {
                what: now
                  ? t('library.publish.what', { name: now.name, who: now.publishedBy, when: ago(now.publishedAt) })
                  : t('library.publish.own'),
              })}
            </p>
          )}
          {progress.is === 'failed' && (
            <p className="library-bad" role="alert">
              {t('library.publish.failed', { reason: t(progress.reason) })}
            </p>
          )}
        </div>
      )}
      <section className="library-past" aria-label={t('library.past')}>
        <h3>{t('library.past')}</h3>
        <QueryWait query={past} failed={t('library.past.failed')} />
        {past.data && (
          <PublicationList
            publications={past.data.publications}
            levels={levels}
            level={level ?? levels.find(candidate => candidate.isUsual)}
            onGiven={() => {
              // What was said of the publication may not hold any more; the list says what does.
              if (progress.is === 'done') setProgress({ ...progress, isNews: false });
              void refresh();
            }}
          />
        )}
      </section>
    </Dialog>
  );
}
