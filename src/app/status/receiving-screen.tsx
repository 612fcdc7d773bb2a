import { useState } from 'react';
import { useLocation } from 'wouter';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';
import { routes } from '../routes';
import { Button } from '../ui/button';
import type { KnownView } from '../ui/known-person';
import { Screen } from '../ui/screen';
import { BackToComputer } from './back-to-computer';
import { LinkLine } from './link-line';
import { usePassed } from './use-passed';

/** Between "sent" in the frame and the server's word of it. */
export function ReceivingScreen({ view }: { view: KnownView }) {
  const { t } = useLanguage();
  const { backendNow } = useDependencies();
  const [, navigate] = useLocation();
  const [since] = useState(() => new Date(backendNow()).toISOString());
  const isSlow = usePassed(since, 10_000);
  const isTooSlow = usePassed(since, 60_000);
  return (
    <Screen
      name="receiving"
      title={t('title.receiving')}
      door="checking"
      heading={t('receiving.heading')}
      lead={t(isSlow ? 'receiving.slow' : 'receiving.lead')}
      actions={
        isSlow && (
          <>
            <Button rank="secondary" onPress={view.refetch}>
              {t('inReview.refresh')}
            </Button>
            {isTooSlow && (
              <Button rank="quiet" onPress={() => navigate(routes.verify)}>
                {t('start.resume')}
              </Button>
            )}
          </>
        )
      }
    >
      <p className="loading">
        <span className="spinner" aria-hidden="true" />
        {t('loading')}
      </p>
      <BackToComputer />
      <LinkLine updatedAt={view.updatedAt} />
    </Screen>
  );
}
