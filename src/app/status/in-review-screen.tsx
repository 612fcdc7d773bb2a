import type { Configuration } from '#contract/configuration';
import { useLanguage } from '../i18n/use-language';
import { Button } from '../ui/button';
import type { KnownView } from '../ui/known-person';
import { Screen } from '../ui/screen';
import { useWhen } from '../ui/use-when';
import { BackToComputer } from './back-to-computer';
import { LinkLine } from './link-line';
import { TellMe } from './tell-me';
import { Timeline } from './timeline';
import { useCheckAgain } from './use-check-again';
import { useResultBy } from './use-result-by';
import { useWait, type Wait } from './use-wait';

export function InReviewScreen({ view, configuration }: { view: KnownView; configuration: Configuration }) {
  const { t } = useLanguage();
  const toWhen = useWhen();
  const { run, isBusy } = useCheckAgain(view);
  const { changedAt } = view.verification;
  const { reviewMinutes } = configuration.times;
  const lead = useLead(useWait(changedAt, reviewMinutes), reviewMinutes);
  return (
    <Screen
      name="in-review"
      title={t('title.inReview')}
      door="checking"
      heading={t('inReview.heading')}
      lead={lead}
      actions={
        <Button rank="secondary" busy={isBusy} onPress={run}>
          {t('inReview.refresh')}
        </Button>
      }
    >
      <Timeline
        stages={[
          { state: 'done', name: t('inReview.sent'), text: changedAt ? toWhen(changedAt) : t('inReview.done') },
          { state: 'now', name: t('inReview.checking'), text: t('inReview.checkingWhat') },
          { state: 'later', name: t('inReview.result'), text: useResultBy(configuration) },
        ]}
      />
      <BackToComputer />
      <LinkLine updatedAt={view.updatedAt} />
      <TellMe />
    </Screen>
  );
}

function useLead(wait: Wait, count: number): string {
  const { t } = useLanguage();
  switch (wait) {
    case 'fresh':
      return t('inReview.lead', { count });
    case 'minute':
      return t('inReview.minute');
    case 'long':
      return t('inReview.long');
    case 'overdue':
      return t('inReview.overdue', { count });
  }
}
