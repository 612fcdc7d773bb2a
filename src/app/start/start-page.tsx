import './start-page.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import type { Configuration } from '#contract/configuration';
import { ProblemError } from '../api/http';
import { configurationQuery, createSession } from '../api/queries';
import { useVerification } from '../api/use-verification';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';
import { routes } from '../routes';
import { Button } from '../ui/button';
import { Loading } from '../ui/loading';
import { ProblemScreen, useProblemText } from '../ui/problem-screen';
import { Screen } from '../ui/screen';
import { useAction } from '../ui/use-action';
import { CameraIcon, ClockIcon, DocumentIcon } from './start-icons';

/** `preloadVerify` fetches the next page's code while the session is being made. */
export function StartPage({ preloadVerify }: { preloadVerify: () => Promise<unknown> }) {
  const { api } = useDependencies();
  const configuration = useQuery(configurationQuery(api));
  const view = useVerification();
  const entryProblem = readEntryProblem(useSearch());

  if (configuration.error) {
    return <ProblemScreen error={configuration.error} onTryAgain={() => void configuration.refetch()} />;
  }
  if (view.is === 'problem') return <ProblemScreen error={view.error} onTryAgain={view.retry} />;
  if (view.is === 'loading' || !configuration.data) return <Loading />;

  const { entry, links } = configuration.data;
  const start = (attempt: Attempt) => (
    <Start configuration={configuration.data} attempt={attempt} preloadVerify={preloadVerify} />
  );
  if (entryProblem) return <ProblemScreen error={entryProblem} returnUrl={links.return} />;
  if (view.is === 'no-session') {
    if (entry === 'open') return start('none');
    return <ProblemScreen error={new ProblemError('session-required')} returnUrl={links.return} />;
  }
  switch (view.verification.status) {
    case 'not-started':
      return start('not-started');
    case 'in-progress':
      return start('in-progress');
    default:
      return <Redirect to={routes.status} replace />;
  }
}

type Attempt = 'none' | 'not-started' | 'in-progress';

function Start({
  configuration,
  attempt,
  preloadVerify,
}: {
  configuration: Configuration;
  attempt: Attempt;
  preloadVerify: () => Promise<unknown>;
}) {
  const { t } = useLanguage();
  const { api } = useDependencies();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const begin = useAction(async () => {
    await Promise.all([attempt === 'none' && createSession(client, api), preloadVerify()]);
    navigate(routes.verify);
  });
  const problem = useProblemText(begin.error);
  const isUnfinished = attempt === 'in-progress';

  return (
    <Screen
      name="start"
      title={t(isUnfinished ? 'title.unfinished' : 'title.start')}
      heading={t(isUnfinished ? 'unfinished.heading' : 'start.heading')}
      lead={t(isUnfinished ? 'unfinished.lead' : 'start.lead')}
      actions={
        <>
          {problem && (
            <p className="start-problem" role="alert">
              <strong>{problem.heading}.</strong> {problem.text}
            </p>
          )}
          <Button busy={begin.isPending} onPress={begin.run}>
            {t(isUnfinished ? 'start.resume' : 'start.begin')}
          </Button>
        </>
      }
    >
      <ul className="needs">
        <Need icon={<DocumentIcon />} name={t('start.document.name')} text={t('start.document.text')} />
        <Need
          icon={<CameraIcon />}
          name={t('start.camera.name')}
          text={t('start.camera.text', { megabytes: Math.floor(configuration.maxFileBytes / 1024 / 1024) })}
        />
        <Need icon={<ClockIcon />} name={t('start.answer.name')} text={t('start.answer.text')} />
      </ul>
      <p className="note">
        {t('start.data')}{' '}
        {configuration.links.privacy && <a href={configuration.links.privacy}>{t('start.privacy')}</a>}
      </p>
    </Screen>
  );
}

function Need({ icon, name, text }: { icon: ReactNode; name: string; text: string }) {
  return (
    <li className="need">
      {icon}
      <div>
        <strong>{name}</strong>
        <p>{text}</p>
      </div>
    </li>
  );
}

/** Where `/enter` and the links of e-mails send people whom they refused. */
function readEntryProblem(search: string): ProblemError | undefined {
  const entry = new URLSearchParams(search).get('entry');
  switch (entry) {
    case 'busy':
      return new ProblemError('rate-limited');
    case 'expired':
    case 'invalid':
    case 'used':
    case 'unavailable':
      return new ProblemError(`hand-over-${entry}`);
    default:
      return undefined;
  }
}
