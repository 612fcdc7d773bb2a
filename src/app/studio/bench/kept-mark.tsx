import { useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useTexts } from '../i18n/use-texts';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Pill } from '../ui/pill';
import { KeeperContext } from './keeper-context';

/** Whether this browser has the theme, and the choice where another tab has a newer one. */
export function KeptMark() {
  const { t, language } = useTexts();
  const keeper = useContext(KeeperContext);
  const state = useSyncExternalStore(keeper ? keeper.subscribe : noSubscription, () => keeper?.getState());
  const [isAsking, setAsking] = useState(false);
  const isElsewhere = state?.kind === 'elsewhere';
  useEffect(() => setAsking(isElsewhere), [isElsewhere]);
  if (!keeper || !state || state.kind === 'untouched') return null;
  if (state.kind === 'failed') return <Pill tone="bad">{t('shell.kept.failed')}</Pill>;
  const toTime = (at: number) =>
    new Date(at).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (state.kind === 'kept') {
    return <span className="bench-kept">{t('shell.kept', { time: toTime(state.at) })}</span>;
  }
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

const noSubscription = () => () => undefined;
