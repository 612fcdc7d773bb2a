import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Verification } from '#contract/verification';
import { documentsQuery } from '../api/person-calls';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';
import { routes } from '../routes';
import { Button } from '../ui/button';
import { useWhen } from '../ui/use-when';
import { type Request, toDocumentItems, toRequest } from './document-items';
import { useSending } from './use-sending';

/** What is asked of the person and when they may send it, as far as that is known by now. */
export function useSendAgain(verification: Verification) {
  const { api } = useDependencies();
  const { data, isLoading } = useQuery(documentsQuery(api, verification));
  const request: Request | undefined = data && toRequest(toDocumentItems(data));
  return { request, isLoading, sending: useSending(data?.attempts ?? null) };
}

/** Opens the frame again; where no attempt is left it is not there, and `Tries` says when it will be. */
export function SendAgain({ verification }: { verification: Verification }) {
  const { t } = useLanguage();
  const [, navigate] = useLocation();
  const { request, sending } = useSendAgain(verification);
  if (sending.may === 'later') return null;
  return (
    <Button onPress={() => navigate(routes.verify)}>
      {request?.is === 'photos' ? t('actionNeeded.open', { count: request.count }) : t('actionNeeded.openAny')}
    </Button>
  );
}

/** How often they may still send, where somebody counts. */
export function Tries({ verification }: { verification: Verification }) {
  const { t } = useLanguage();
  const toWhen = useWhen();
  const { sending } = useSendAgain(verification);
  switch (sending.may) {
    case 'always':
      return null;
    case 'now':
      return <p className="lead">{t('actionNeeded.tries', { count: sending.left })}</p>;
    case 'later':
      return <p className="lead">{t('actionNeeded.noTries', { when: toWhen(sending.at) })}</p>;
  }
}
