import { useTexts } from '../i18n/use-texts';
import { describeStep } from '../state/describe-step';
import { useStudio, useStudioState } from '../state/use-studio';
import { Button } from './button';
import { EmptyState } from './empty-state';

/** Every step, the newest first; a press goes to it. */
export function HistoryTab() {
  const { t, language } = useTexts();
  const studio = useStudio();
  const { steps, index } = useStudioState(state => state.history);
  const toTime = (at: number) => new Date(at).toLocaleTimeString(language, { hourCycle: 'h23' });
  return (
    <>
      <ol className="history-list" aria-label={t('shell.tab.history')}>
        {steps
          .map((step, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is what stands at its place
            <li key={place}>
              <button
                type="button"
                className={`history-step${place > index ? ' history-undone' : ''}`}
                aria-current={place === index ? 'step' : undefined}
                onClick={() => studio.travel(place)}
              >
                <span className="history-what">{describeStep(step.label, t)}</span>
                <span className="history-at">{place > index ? t('history.undone') : toTime(step.at)}</span>
              </button>
            </li>
          ))
          .reverse()}
      </ol>
      {steps.length === 1 && (
        <EmptyState
          title={t('history.empty')}
          action={
            <Button isSmall onPress={() => studio.openTab({ settings: 'seeds' })}>
              {t('history.empty.action')}
            </Button>
          }
        >
          {t('history.empty.text')}
        </EmptyState>
      )}
    </>
  );
}
