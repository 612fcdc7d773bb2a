import { useQueryClient } from '@tanstack/react-query';
import { Redirect, useLocation } from 'wouter';
import type { Configuration } from '#contract/configuration';
import type { Verification } from '#contract/verification';
import type { WebSdkEvent } from '#idngo/web-sdk';
import { createAccessToken } from '../api/person-calls';
import { refetchVerification } from '../api/queries';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';
import { routes, type SentState } from '../routes';
import { SdkFrame } from '../sdk/sdk-frame';
import { KnownPerson } from '../ui/known-person';
import { Screen } from '../ui/screen';
import { SdkFailure } from './sdk-failure';

export function VerifyPage() {
  return (
    <KnownPerson>
      {({ verification }, configuration) =>
        hasSomethingToSend(verification) ? (
          <Verify verification={verification} configuration={configuration} />
        ) : (
          <Redirect to={routes.status} replace />
        )
      }
    </KnownPerson>
  );
}

function Verify({ verification, configuration }: { verification: Verification; configuration: Configuration }) {
  const { t } = useLanguage();
  const { api } = useDependencies();
  const client = useQueryClient();
  const [, navigate] = useLocation();

  const hear = (event: WebSdkEvent) => {
    switch (event.name) {
      case 'onApplicantSubmitted':
      case 'onApplicantResubmitted': {
        const { revision, reference } = verification;
        const state: SentState = { sent: true, revision, reference };
        void refetchVerification(client);
        navigate(routes.status, { state });
        return;
      }
      // These also tell what was already so when the frame opened: a reason to ask the server, nothing more.
      case 'onApplicantStatusChanged':
      case 'onApplicantVerificationCompleted':
      case 'onApplicantLevelChanged':
        void refetchVerification(client);
        return;
      default:
        return;
    }
  };

  return (
    <Screen name="verify" title={t('title.verify')} heading={t('verify.heading')} headingHidden>
      <SdkFrame
        key={verification.reference}
        configuration={configuration}
        createAccessToken={() => createAccessToken(client, api, verification.reference)}
        onEvent={hear}
        onFailure={() => void refetchVerification(client)}
        renderFailure={(cause, tryAgain) => (
          <SdkFailure cause={cause} supportUrl={configuration.links.support} onTryAgain={tryAgain} />
        )}
      />
      <p className="note verify-note">{t('verify.note')}</p>
    </Screen>
  );
}

function hasSomethingToSend(verification: Verification): boolean {
  switch (verification.status) {
    case 'not-started':
    case 'in-progress':
    case 'action-needed':
      return true;
    case 'changed':
      return verification.remedy !== 'contact';
    case 'in-review':
    case 'on-hold':
    case 'verified':
    case 'not-verified':
      return false;
  }
}
