import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { configurationQuery } from '../api/queries';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';
import { routes } from '../routes';
import { Button, ButtonLink } from '../ui/button';
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
        ) : (
          canBegin && (
            <>
              <ProblemLine error={begin.error} />
              <Button busy={begin.isPending} onPress={begin.run}>
                {t('start.begin')}
              </Button>
            </>
          )
        )
      }
    />
  );
}
