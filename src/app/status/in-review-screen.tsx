import { useLanguage } from '../i18n/use-language';
import { Button } from '../ui/button';
import type { KnownView } from '../ui/known-person';
import { Screen } from '../ui/screen';
import { BackToComputer } from './back-to-computer';
import { LinkLine } from './link-line';
import { TellMe } from './tell-me';
import { Timeline } from './timeline';
import { useCheckAgain } from './use-check-again';
import { usePassed } from './use-passed';
import { useWhen } from './use-when';

const minuteMs = 60_000;

export function InReviewScreen({ view }: { view: KnownView }) {
  const { t } = useLanguage();
  const toWhen = useWhen();
  const { run, isBusy } = useCheckAgain(view);
  const { changedAt } = view.verification;
  const isMinute = usePassed(changedAt, minuteMs);
  const isLong = usePassed(changedAt, 5 * minuteMs);
  const lead = isLong ? 'inReview.long' : isMinute ? 'inReview.minute' : 'inReview.lead';
  return (
    <Screen
      name="in-review"
      title={t('title.inReview')}
      door="checking"
      heading={t('inReview.heading')}
      lead={t(lead)}
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
          { state: 'later', name: t('inReview.result'), text: undefined },
        ]}
      />
      <BackToComputer />
      <LinkLine updatedAt={view.updatedAt} />
      <TellMe />
    </Screen>
  );
}
