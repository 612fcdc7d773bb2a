import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { lookAtHandOff, takeHandOff } from '#contract/hand-off';
import { hasSomethingToSend } from '#contract/something-to-send';
import { ProblemError } from '../api/http';
import { configurationQuery, shouldRetry } from '../api/queries';
import { useDependencies } from '../dependencies';
import { routes } from '../routes';
import { acceptSession } from '../session/enter';
import { useAction } from '../ui/use-action';
import { type ClosedReason, PhoneScreen } from './phone-screen';

const closedReasons: Partial<Record<ProblemError['code'], ClosedReason>> = {
  'hand-off-used': 'used',
  'hand-off-expired': 'expired',
  'hand-off-cancelled': 'cancelled',
  'hand-off-unknown': 'unknown',
};

function readClosedReason(error: Error | null): ClosedReason | undefined {
  return error instanceof ProblemError ? closedReasons[error.code] : undefined;
}

/** On the device that opened a link: asks what it would do, and does it only when the person says so. */
export function PhoneSide({ token, onForget }: { token: string; onForget: () => void }) {
  const { api } = useDependencies();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [isRefused, setIsRefused] = useState(false);
  const look = useQuery({
    queryKey: ['hand-off-look', token],
    queryFn: ({ signal }) => api.call(lookAtHandOff(token), signal),
    retry: shouldRetry,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const take = useAction(async () => {
    const { verification } = await api.call(takeHandOff(token));
    await acceptSession(client, verification, { handedOff: true });
    // Where the person is led back to came with the session.
    void client.invalidateQueries({ queryKey: configurationQuery(api).queryKey });
    navigate(hasSomethingToSend(verification) ? routes.verify : routes.status, { replace: true });
  });

  if (isRefused) return <PhoneScreen view={{ is: 'refused' }} />;
  const why = readClosedReason(take.error) ?? readClosedReason(look.error);
  if (why) return <PhoneScreen view={{ is: 'closed', why }} />;
  if (look.error) {
    return <PhoneScreen view={{ is: 'problem', error: look.error, onTryAgain: () => void look.refetch() }} />;
  }
  if (!look.data) return <PhoneScreen view={{ is: 'loading' }} />;
  switch (look.data.is) {
    case 'taken-here':
      return <Redirect to={routes.verify} replace />;
    case 'own':
      return (
        <PhoneScreen
          view={{ is: 'own', onShowCode: onForget, onHere: () => navigate(routes.verify, { replace: true }) }}
        />
      );
    case 'open':
      return (
        <PhoneScreen
          view={{
            is: 'confirm',
            look: look.data,
            isBusy: take.isPending,
            error: take.error,
            onContinue: take.run,
            onRefuse: () => setIsRefused(true),
          }}
        />
      );
  }
}
