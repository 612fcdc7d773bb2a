import { useQueryClient } from '@tanstack/react-query';
import { Redirect, useLocation } from 'wouter';
import type { Configuration } from '#contract/configuration';
import { hasSomethingToSend } from '#contract/something-to-send';
import type { Verification } from '#contract/verification';
import type { WebSdkEvent } from '#idngo/web-sdk';
import { createAccessToken } from '../api/person-calls';
import { refetchVerification } from '../api/queries';
import { useDependencies } from '../dependencies';
import { routes, type SentState } from '../routes';
import { useSdkSession } from '../sdk/use-sdk-session';
import { KnownPerson } from '../ui/known-person';
import { useOnline } from '../ui/offline-banner';
import { VerifyScreen } from './verify-screen';

export function VerifyPage() {
  return (
    <KnownPerson>
      {({ verification }, configuration) =>
        hasSomethingToSend(verification) ? (
          <Verify key={verification.reference} verification={verification} configuration={configuration} />
        ) : (
          <Redirect to={routes.status} replace />
        )
      }
    </KnownPerson>
  );
}

function Verify({ verification, configuration }: { verification: Verification; configuration: Configuration }) {
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

  const { container, view, tryAgain, relaunch } = useSdkSession({
    configuration,
    createAccessToken: () => createAccessToken(client, api, verification.reference),
    onEvent: hear,
    onFailure: () => void refetchVerification(client),
  });

  return (
    <VerifyScreen
      view={view}
      isOnline={useOnline()}
      links={configuration.links}
      onTryAgain={tryAgain}
      onReopen={relaunch}
      onOtherDevice={() => navigate(routes.handoff)}
    >
      <div ref={container} className="sdk-container" />
    </VerifyScreen>
  );
}
