import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { configurationQuery, verificationKey } from '../api/queries';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';
import { routes } from '../routes';
import { Button, ButtonLink } from '../ui/button';
import { useAnnounce } from '../ui/live-region';
import { ProblemLine } from '../ui/problem-line';
import { Screen } from '../ui/screen';
import { useAction } from '../ui/use-action';
import { enter } from './enter';

/** In place of whatever was shown when the session ended: here, in another tab, or at the backend. */
export function SessionEnded() {
  const { t } = useLanguage();
  const dependencies = useDependencies();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { data: configuration } = useQuery(configurationQuery(dependencies.api));
  const begin = useAction(async () => {
    await enter(client, dependencies);
    navigate(routes.start);
  });
  const returnUrl = configuration?.links.return;
  const canBegin = !returnUrl && configuration?.entry === 'open';

  return (
    <Screen
      name="session-ended"
      title={t('title.problem')}
      door="closed"
      heading={t('problem.session.heading')}
      lead={t(canBegin ? 'session.endedOpen' : 'problem.session.text')}
      actions={
        returnUrl ? (
          <ButtonLink href={returnUrl}>{t('goBack')}</ButtonLink>
        ) : canBegin ? (
          <>
            <ProblemLine error={begin.error} />
            <Button busy={begin.isPending} onPress={begin.run}>
              {t('start.begin')}
            </Button>
          </>
        ) : (
          <LookAgain />
        )
      }
    />
  );
}

/** Where nothing leads back: whoever has opened the check anew in another window goes on in this one, too. */
function LookAgain() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const announce = useAnnounce();
  const [isSame, setSame] = useState(false);
  const look = useAction(async () => {
    setSame(false);
    await client.refetchQueries({ queryKey: verificationKey }, { throwOnError: true });
    setSame(true);
    announce(t('device.sameAlone'));
  });
  return (
    <>
      <ProblemLine error={look.error} />
      {isSame && <p className="note">{t('device.sameAlone')}</p>}
      <Button busy={look.isPending} onPress={look.run}>
        {t('tryAgain')}
      </Button>
    </>
  );
}
