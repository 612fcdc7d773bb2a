import type { Verification } from '#contract/verification';
import { useLanguage } from '../i18n/use-language';
import { Screen } from '../ui/screen';
import type { Request } from './document-items';
import { DocumentList } from './document-list';
import { SendAgain, Tries, useSendAgain } from './send-again';

export function ActionNeededScreen({ verification }: { verification: Verification }) {
  const { t } = useLanguage();
  const { request } = useSendAgain(verification);
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

function toLead(request: Request | undefined) {
  if (request?.is === 'unnamed') return 'actionNeeded.leadUnnamed';
  return request?.rest === 'accepted' ? 'actionNeeded.leadRest' : 'actionNeeded.lead';
}
