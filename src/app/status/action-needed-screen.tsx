import { useState } from 'react';
import type { Verification } from '#contract/verification';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';
import { Loading } from '../ui/loading';
import { Screen } from '../ui/screen';
import type { Request } from './document-items';
import { DocumentList } from './document-list';
import { SendAgain, Tries, useSendAgain } from './send-again';
import { usePassed } from './use-passed';

export function ActionNeededScreen({ verification }: { verification: Verification }) {
  const { t } = useLanguage();
  const { request, isLoading } = useSendAgain(verification);
  const isSlow = useSlow();
  // The heading takes the focus and is read once: better with what is needed than a moment sooner.
  if (isLoading && !isSlow) return <Loading />;
  return (
    <Screen
      name="action-needed"
      title={t('title.actionNeeded')}
      door="send-again"
      heading={
        request?.is === 'photos' ? t('actionNeeded.photos', { count: request.count }) : t('actionNeeded.heading')
      }
      lead={t(toLead(request))}
      actions={<SendAgain verification={verification} />}
    >
      <Tries verification={verification} />
      <DocumentList verification={verification} />
    </Screen>
  );
}

function useSlow(): boolean {
  const { backendNow } = useDependencies();
  const [since] = useState(() => new Date(backendNow()).toISOString());
  return usePassed(since, 1_000);
}

function toLead(request: Request | undefined) {
  if (!request || request.is === 'unnamed') return 'actionNeeded.leadUnnamed';
  return request.rest === 'accepted' ? 'actionNeeded.leadRest' : 'actionNeeded.lead';
}
