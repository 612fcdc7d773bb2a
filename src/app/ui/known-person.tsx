import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import type { Configuration } from '#contract/configuration';
import { configurationQuery } from '../api/queries';
import { useVerification, type VerificationView } from '../api/use-verification';
import { useDependencies } from '../dependencies';
import { routes } from '../routes';
import { Loading } from './loading';
import { ProblemScreen } from './problem-screen';

export type KnownView = Extract<VerificationView, { is: 'known' }>;

/** For pages that need a person: waits, says what went wrong, or leads to the start page where nobody is signed in. */
export function KnownPerson({ children }: { children: (view: KnownView, configuration: Configuration) => ReactNode }) {
  const { api } = useDependencies();
  const configuration = useQuery(configurationQuery(api));
  const view = useVerification();

  if (configuration.error) {
    return <ProblemScreen error={configuration.error} onTryAgain={() => void configuration.refetch()} />;
  }
  if (view.is === 'no-session') return <Redirect to={routes.start} replace />;
  if (view.is === 'problem') return <ProblemScreen error={view.error} onTryAgain={view.retry} />;
  if (view.is === 'loading' || !configuration.data) return <Loading />;
  return children(view, configuration.data);
}
