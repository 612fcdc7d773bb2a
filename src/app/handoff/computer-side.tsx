import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Redirect, useLocation } from 'wouter';
import { hasSomethingToSend } from '#contract/something-to-send';
import type { Verification } from '#contract/verification';
import { configurationQuery } from '../api/queries';
import { useVerification } from '../api/use-verification';
import { useDependencies } from '../dependencies';
import { routes } from '../routes';
import { enter } from '../session/enter';
import { KnownPerson } from '../ui/known-person';
import { useAction } from '../ui/use-action';
import { ComputerScreen } from './computer-screen';
import { useHandOff } from './use-hand-off';

/** On the device where the person began: shows the code, and follows what becomes of it. */
export function ComputerSide() {
  const dependencies = useDependencies();
  const client = useQueryClient();
  const configuration = useQuery(configurationQuery(dependencies.api));
  const view = useVerification();
  const begin = useAction(async () => {
    await enter(client, dependencies);
  });

  if (view.is === 'no-session' && configuration.data?.entry === 'open') {
    return <ComputerScreen view={{ is: 'begin', isBusy: begin.isPending, error: begin.error, onBegin: begin.run }} />;
  }
  return (
    <KnownPerson>
      {({ verification }) =>
        hasSomethingToSend(verification) ? (
          <HandOffFollowed key={verification.reference} verification={verification} />
        ) : (
          // The phone is done, or there was nothing to do: what became of it is the status, which follows by itself.
          <Redirect to={routes.status} replace />
        )
      }
    </KnownPerson>
  );
}

function HandOffFollowed({ verification }: { verification: Verification }) {
  const [, navigate] = useLocation();
  const view = useHandOff(verification, { onHere: () => navigate(routes.verify) });
  return <ComputerScreen view={view} />;
}
