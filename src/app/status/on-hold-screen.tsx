import type { Configuration } from '#contract/configuration';
import { useLanguage } from '../i18n/use-language';
import { Button } from '../ui/button';
import type { KnownView } from '../ui/known-person';
import { Screen } from '../ui/screen';
import { useWhen } from '../ui/use-when';
import { LinkLine } from './link-line';
import { TellMe } from './tell-me';
import { Timeline } from './timeline';
import { useCheckAgain } from './use-check-again';
import { useResultBy } from './use-result-by';

export function OnHoldScreen({ view, configuration }: { view: KnownView; configuration: Configuration }) {
  const { t } = useLanguage();
  const toWhen = useWhen();
  const { run, isBusy } = useCheckAgain(view);
  const { changedAt } = view.verification;
  return (
    <Screen
      name="on-hold"
      title={t('title.onHold')}
      door="checking"
      heading={t('onHold.heading')}
      lead={t('onHold.lead', { count: configuration.times.closerLookDays })}
      actions={
        <Button rank="secondary" busy={isBusy} onPress={run}>
          {t('inReview.refresh')}
        </Button>
      }
    >
      <Timeline
        stages={[
          { state: 'done', name: t('inReview.sent'), text: undefined },
          { state: 'now', name: t('title.onHold'), text: changedAt ? toWhen(changedAt) : undefined },
          { state: 'later', name: t('inReview.result'), text: useResultBy(configuration) },
        ]}
      />
      <LinkLine updatedAt={view.updatedAt} />
      <TellMe />
    </Screen>
  );
}
