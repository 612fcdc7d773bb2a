import { useQuery } from '@tanstack/react-query';
import { Redirect, useLocation, useSearch } from 'wouter';
import { ProblemError } from '../api/http';
import { configurationQuery } from '../api/queries';
import { useVerification } from '../api/use-verification';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';
import { routes } from '../routes';
import { Button, ButtonLink } from '../ui/button';
import { Loading } from '../ui/loading';
import { ProblemScreen } from '../ui/problem-screen';

/** In place of the start page where `/enter` or the link of an e-mail did not let somebody in. */
export function EntryRefused() {
  const { api } = useDependencies();
  const { t } = useLanguage();
  const [, navigate] = useLocation();
  const entry = new URLSearchParams(useSearch()).get('entry');
  const { data: configuration } = useQuery(configurationQuery(api));
  const view = useVerification();

  if (view.is === 'loading' || !configuration) return <Loading />;
  const isKnown = view.is === 'known';
  // Who comes back to a refusal by Back has got in by another link since.
  if (isKnown && isReturn()) return <Redirect to={routes.status} replace />;
  const returnUrl = configuration.links.return;
  const ways = isKnown ? (
    <Button onPress={() => navigate(routes.status)}>{t('start.resume')}</Button>
  ) : returnUrl ? (
    <ButtonLink href={returnUrl}>{t('goBack')}</ButtonLink>
  ) : (
    <Button onPress={() => navigate(routes.start)}>{t('tryAgain')}</Button>
  );
  return <ProblemScreen error={toProblem(entry)} ways={ways} />;
}

function isReturn(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return (navigation as PerformanceNavigationTiming | undefined)?.type === 'back_forward';
}

function toProblem(entry: string | null): ProblemError {
  switch (entry) {
    case 'busy':
      return new ProblemError('rate-limited');
    case 'expired':
    case 'used':
    case 'unavailable':
      return new ProblemError(`hand-over-${entry}`);
    default:
      return new ProblemError('hand-over-invalid');
  }
}
