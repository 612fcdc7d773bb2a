import { useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useDraft } from '../library/use-draft';
import type { ThemeKeeper } from '../state/keep-theme';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Pill } from '../ui/pill';
import { KeeperContext } from './keeper-context';

/** Where no draft says that the server has it: whether this browser has the theme, and the choice where another tab has a newer one. */
export function KeptMark() {
  const keeper = useContext(KeeperContext);
  const draft = useDraft();
  if (!keeper || !(draft.is === 'none' || draft.is === 'failed')) return null;
  return <Mark keeper={keeper} asks={draft.is === 'none'} />;
}

function Mark({ keeper, asks }: { keeper: ThemeKeeper; asks: boolean }) {
  const { t, language } = useTexts();
  const state = useSyncExternalStore(keeper.subscribe, keeper.getState);
  const [isAsking, setAsking] = useState(false);
  const isElsewhere = asks && state.kind === 'elsewhere';
  useEffect(() => setAsking(isElsewhere), [isElsewhere]);
  if (state.kind === 'untouched') return null;
  if (state.kind === 'failed') return <Pill tone="bad">{t('shell.kept.failed')}</Pill>;
  const toTime = (at: number) =>
    new Date(at).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (state.kind === 'kept') {
    return <span className="bench-kept">{t('shell.kept', { time: toTime(state.at) })}</span>;
  }
  if (!asks) return null;
  const settle = (choice: 'theirs' | 'ours') => {
    keeper.settle(choice);
    setAsking(false);
  };
  return (
    <>
      <Button isSmall onPress={() => setAsking(true)}>
        {t('shell.elsewhere.short')}
      </Button>
      <Dialog
        title={t('shell.elsewhere')}
        size="small"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={() => settle('ours')}>{t('shell.elsewhere.ours')}</Button>
            <Button kind="filled" onPress={() => settle('theirs')}>
              {t('shell.elsewhere.theirs')}
            </Button>
          </>
        }
      >
        <p>{t('shell.elsewhere.text', { name: state.theirs.theme.name, time: toTime(state.theirs.at) })}</p>
      </Dialog>
    </>
  );
}
