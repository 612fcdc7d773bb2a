import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense, useRef, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { ProblemError } from './api/http';
import { LiveVerification } from './api/live-verification';
import { configurationQuery, keepSession, shouldRetry } from './api/queries';
import { useVerification } from './api/use-verification';
import { type Dependencies, DependenciesContext, useDependencies } from './dependencies';
import type { Language } from './i18n/i18n';
import type { TextPart } from './i18n/load-texts';
import { useFormat } from './i18n/use-format';
import { RestartGuardContext } from './i18n/use-language';
import { routes } from './routes';
import { StartPage } from './start/start-page';
import { ErrorBoundary } from './ui/error-boundary';
import { LiveRegion } from './ui/live-region';
import { Loading } from './ui/loading';
import { OfflineBanner } from './ui/offline-banner';
import { PageShell } from './ui/page-shell';
import { ProblemLine } from './ui/problem-line';
import { ProblemScreen } from './ui/problem-screen';
import { LastScreenContext } from './ui/screen';
import { useAction } from './ui/use-action';

type Pages = ReturnType<typeof createPages>;

/** The screens behind the start page, each with its texts, fetched when one of them is first needed. */
function createPages(language: Language) {
  const page = <Props extends object>(load: () => Promise<ComponentType<Props>>, ...parts: TextPart[]) => {
    const loadWithTexts = async () => {
      try {
        const [component] = await Promise.all([load(), ...parts.map(part => language.loadPart(part))]);
        return { default: component };
      } catch (cause) {
        throw new ProblemError('unreachable', { cause });
      }
    };
    return { Page: lazy(loadWithTexts), preload: loadWithTexts };
  };
  return {
    device: page(async () => (await import('./device/device-page')).DevicePage, 'device'),
    levelNeeds: page(async () => (await import('./needs/level-needs')).LevelNeeds, 'check', 'device'),
    verify: page(async () => (await import('./verify/verify-page')).VerifyPage, 'check'),
    status: page(async () => (await import('./status/status-page')).StatusPage, 'check'),
    handoff: page(async () => (await import('./handoff/handoff-page')).HandoffPage, 'handoff'),
    entryRefused: page(async () => (await import('./session/entry-refused')).EntryRefused),
    sessionEnded: page(async () => (await import('./session/session-ended')).SessionEnded, 'check', 'device'),
  };
}

/** Has the screen of an address at hand before anything is drawn, so that it is the first thing to be. */
export async function preloadScreen(path: string, language: Language): Promise<void> {
  const { device, verify, status, handoff } = createPages(language);
  const screens: Record<string, { preload: () => Promise<unknown> }> = {
    [routes.device]: device,
    [routes.verify]: verify,
    [routes.status]: status,
    [routes.handoff]: handoff,
  };
  await screens[path]?.preload();
}

/** The whole app as a value: everything from outside comes in `dependencies`. */
export function App({ dependencies }: { dependencies: Dependencies }) {
  const [client] = useState(() => createClient(dependencies));
  const [pages] = useState(() => createPages(dependencies.language));
  const lastScreen = useRef<string>(undefined);
  const restartGuard = useRef<() => boolean>(undefined);
  return (
    <DependenciesContext value={dependencies}>
      <QueryClientProvider client={client}>
        <LastScreenContext value={lastScreen}>
          <RestartGuardContext value={restartGuard}>
            <LiveRegion>
              <Page pages={pages} />
            </LiveRegion>
          </RestartGuardContext>
        </LastScreenContext>
      </QueryClientProvider>
    </DependenciesContext>
  );
}

function createClient({ api, configuration, session }: Dependencies): QueryClient {
  const client = new QueryClient({
    // `always`: a browser that believes to be offline must fail and say so, not wait in silence.
    defaultOptions: {
      queries: { retry: shouldRetry, networkMode: 'always', refetchOnWindowFocus: false },
    },
  });
  if (configuration) client.setQueryData(configurationQuery(api).queryKey, configuration);
  if (session) keepSession(client, session);
  return client;
}

function Page({ pages }: { pages: Pages }) {
  const { api } = useDependencies();
  const client = useQueryClient();
  const [location, navigate] = useLocation();
  const { data: configuration } = useQuery(configurationQuery(api));
  const { toTime } = useFormat();
  const view = useVerification();
  const verification = view.is === 'known' ? view.verification : undefined;
  // Without a person there is no frame that needs the width.
  const isVerify = location === routes.verify && view.is !== 'no-session' && view.is !== 'problem';
  const [wasKnown, setWasKnown] = useState(false);
  if (verification && !wasKnown) setWasKnown(true);

  const enterAsNewPerson = useAction(async () => {
    await (await import('./session/enter')).enterAnew(client, { api });
    navigate(routes.start);
  });

  return (
    <LiveVerification verification={verification}>
      <PageShell
        wide={isVerify}
        banner={
          <>
            {/* Over the frame it would move it; that screen has a line of its own. */}
            {!isVerify && <OfflineBanner knownAt={view.is === 'known' ? toTime(view.updatedAt) : undefined} />}
            <ProblemLine error={enterAsNewPerson.error} banner />
          </>
        }
        supportUrl={configuration?.links.support ?? null}
        reference={verification?.reference}
        onNewPerson={configuration?.entry === 'open' && verification && !isVerify ? enterAsNewPerson.run : undefined}
      >
        <ErrorBoundary
          key={location}
          fallback={error => <ProblemScreen error={error} onTryAgain={() => window.location.reload()} />}
        >
          <Suspense fallback={<Loading />}>
            <Switch>
              {wasKnown && view.is === 'no-session' && <Route component={pages.sessionEnded.Page} />}
              <Route path={routes.start}>
                <StartPage
                  preloadVerify={pages.verify.preload}
                  LevelNeeds={pages.levelNeeds.Page}
                  EntryRefused={pages.entryRefused.Page}
                  SessionEnded={pages.sessionEnded.Page}
                />
              </Route>
              <Route path={routes.device} component={pages.device.Page} />
              <Route path={routes.verify} component={pages.verify.Page} />
              <Route path={routes.status} component={pages.status.Page} />
              <Route path={routes.handoff} component={pages.handoff.Page} />
              <Route>
                <Redirect to={routes.start} replace />
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </PageShell>
    </LiveVerification>
  );
}
