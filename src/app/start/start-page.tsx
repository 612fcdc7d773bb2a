import './start-page.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ComponentType, Suspense } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import type { Configuration } from '#contract/configuration';
import type { Requirement } from '#contract/requirements';
import { configurationQuery } from '../api/queries';
import { useVerification } from '../api/use-verification';
import { useDependencies } from '../dependencies';
import { useLanguage } from '../i18n/use-language';
import { routes } from '../routes';
import { Button } from '../ui/button';
import { ErrorBoundary } from '../ui/error-boundary';
import { List } from '../ui/list';
import { Loading } from '../ui/loading';
import { Need } from '../ui/need';
import { CameraIcon, ClockIcon, DocumentIcon } from '../ui/need-icons';
import { ProblemLine } from '../ui/problem-line';
import { ProblemScreen } from '../ui/problem-screen';
import { Screen } from '../ui/screen';
import { useAction } from '../ui/use-action';

interface Behind {
  /** Fetches the next page's code while the session is being made. */
  preloadVerify: () => Promise<unknown>;
  /** What an unusual level asks for, with its code and texts. */
  LevelNeeds: ComponentType<{ configuration: Configuration }>;
  EntryRefused: ComponentType;
  SessionEnded: ComponentType;
}

export function StartPage(behind: Behind) {
  const { api } = useDependencies();
  const configuration = useQuery(configurationQuery(api));
  const view = useVerification();
  const search = useSearch();

  if (configuration.error) {
    return <ProblemScreen error={configuration.error} onTryAgain={() => void configuration.refetch()} />;
  }
  if (view.is === 'problem') return <ProblemScreen error={view.error} onTryAgain={view.retry} />;
  if (view.is === 'loading' || !configuration.data) return <Loading />;

  const start = (attempt: Attempt) => <Start configuration={configuration.data} attempt={attempt} {...behind} />;
  if (/\bentry=/.test(search)) return <behind.EntryRefused />;
  if (view.is === 'no-session') return configuration.data.entry === 'open' ? start('none') : <behind.SessionEnded />;
  switch (view.verification.status) {
    case 'not-started':
      // Before anything was sent nothing has happened yet.
      return start(view.verification.changedAt === null ? 'not-started' : 'reset');
    case 'in-progress':
      return start('in-progress');
    default:
      return <Redirect to={routes.status} replace />;
  }
}

type Attempt = 'none' | 'not-started' | 'reset' | 'in-progress';

function Start({
  configuration,
  attempt,
  preloadVerify,
  LevelNeeds,
}: Behind & { configuration: Configuration; attempt: Attempt }) {
  const { t } = useLanguage();
  const dependencies = useDependencies();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { links, provider, requirements, times } = configuration;

  const enter = async () => attempt === 'none' && (await import('../session/enter')).enter(client, dependencies);
  const findProblems = () =>
    dependencies.openDevice().then(
      device => device.findProblems(provider.probeUrl),
      () => [],
    );
  const begin = useAction(async () => {
    const [problems] = await Promise.all([findProblems(), enter(), preloadVerify()]);
    navigate(problems.length > 0 ? routes.device : routes.verify);
  });
  const handOff = useAction(async () => {
    await enter();
    navigate(routes.handoff);
  });
  const isUnfinished = attempt === 'in-progress';
  const isReset = attempt === 'reset';
  const lead = t('start.lead', { count: times.checkMinutes });
  const general = <GeneralNeeds configuration={configuration} />;

  return (
    <Screen
      name="start"
      title={t(isUnfinished ? 'title.unfinished' : 'title.start')}
      heading={t(isReset ? 'reset.heading' : isUnfinished ? 'unfinished.heading' : 'start.heading')}
      lead={isReset ? t('reset.lead') : isUnfinished ? t('unfinished.lead') : lead}
      actions={
        <>
          <ProblemLine error={begin.error ?? handOff.error} />
          {!isUnfinished && <p className="start-consent">{t('start.consent')}</p>}
          <Button busy={begin.isPending} onPress={begin.run}>
            {t(isUnfinished ? 'start.resume' : 'start.begin')}
          </Button>
          <div className="not-on-phones">
            <Button rank="quiet" busy={handOff.isPending} onPress={handOff.run}>
              {t('start.phone')}
            </Button>
          </div>
        </>
      }
    >
      {isReset && <p className="lead">{lead}</p>}
      <List className="needs">
        {requirements && !isUsual(requirements) ? (
          <ErrorBoundary fallback={() => general}>
            <Suspense fallback={<BlankNeeds count={requirements.length} />}>
              <LevelNeeds configuration={configuration} />
            </Suspense>
          </ErrorBoundary>
        ) : (
          general
        )}
        <Need icon={<ClockIcon />} name={t('start.answer.name')}>
          {t('start.answer.text', { count: times.reviewMinutes })}
        </Need>
      </List>
      <p className="note">
        {t('start.data')} {links.privacy && <a href={links.privacy}>{t('start.privacy')}</a>}
        {links.retention && <a href={links.retention}>{t('start.retention')}</a>}
      </p>
    </Screen>
  );
}

/** What most levels ask for, and what is said while nothing is known of the level. */
function GeneralNeeds({ configuration }: { configuration: Configuration }) {
  const { t } = useLanguage();
  return (
    <>
      <Need icon={<DocumentIcon />} name={t('start.document.name')}>
        {t('start.document.text')}
      </Need>
      <Need icon={<CameraIcon />} name={t('start.camera.name')}>
        {t('start.camera.text', { megabytes: Math.floor(configuration.maxFileBytes / 1024 / 1024) })}
      </Need>
    </>
  );
}

/** Hold the place of those that are on their way. */
function BlankNeeds({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike.
    <Need key={index} icon={<span className="need-icon" />} name={'\u00a0'}>
      {'\u00a0'}
    </Need>
  ));
}

/** Just what the general words say. */
function isUsual(requirements: readonly Requirement[]): boolean {
  const [identity, selfie] = requirements;
  return (
    requirements.length === 2 &&
    identity?.need === 'identity' &&
    [...identity.documents].sort().join() === 'DRIVERS,ID_CARD,PASSPORT,RESIDENCE_PERMIT' &&
    selfie?.need === 'selfie' &&
    selfie.as === 'photo'
  );
}
