import './status-page.css';
import { useEffect } from 'react';
import { Redirect } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import type { Configuration } from '#contract/configuration';
import type { Verification } from '#contract/verification';
import { isSentState, routes } from '../routes';
import { KnownPerson, type KnownView } from '../ui/known-person';
import { ActionNeededScreen } from './action-needed-screen';
import { ChangedScreen } from './changed-screen';
import { InReviewScreen } from './in-review-screen';
import { NotVerifiedScreen } from './not-verified-screen';
import { OnHoldScreen } from './on-hold-screen';
import { ReceivingScreen } from './receiving-screen';
import { UnfinishedScreen } from './unfinished-screen';
import { VerifiedScreen } from './verified-screen';

export function StatusPage() {
  return <KnownPerson>{(view, configuration) => <Status view={view} configuration={configuration} />}</KnownPerson>;
}

function Status({ view, configuration }: { view: KnownView; configuration: Configuration }) {
  const { verification } = view;
  const { links } = configuration;
  const historyState: unknown = useHistoryState();
  // Documents sent at this revision: what the server shows is still the state before it heard of them.
  const sent =
    isSentState(historyState) && historyState.reference === verification.reference ? historyState : undefined;
  const isReceiving = sent !== undefined && (isBeforeSending(verification) || verification.revision <= sent.revision);
  const isReceived = sent !== undefined && !isReceiving;
  useEffect(() => {
    // What comes later on this page, such as a reset, is not about those documents any more.
    if (isReceived) window.history.replaceState(null, '');
  }, [isReceived]);
  if (isReceiving) return <ReceivingScreen view={view} />;
  switch (verification.status) {
    case 'not-started':
      return <Redirect to={routes.start} replace />;
    case 'in-progress':
      return <UnfinishedScreen />;
    case 'in-review':
      return <InReviewScreen view={view} configuration={configuration} />;
    case 'on-hold':
      return <OnHoldScreen view={view} configuration={configuration} />;
    case 'verified':
      return <VerifiedScreen verification={verification} links={links} />;
    case 'action-needed':
      return <ActionNeededScreen verification={verification} />;
    case 'not-verified':
      return <NotVerifiedScreen verification={verification} links={links} />;
    case 'changed':
      return <ChangedScreen verification={verification} configuration={configuration} />;
  }
}

function isBeforeSending({ status }: Verification): boolean {
  return status === 'not-started' || status === 'in-progress';
}
