import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { ErrorBoundary } from '../ui/error-boundary';
import { LiveRegion } from '../ui/live-region';
import { Panes } from './bench/panes';
import { SettingsPane } from './bench/settings-pane';
import { SidePane } from './bench/side-pane';
import { TopBar } from './bench/top-bar';
import { useKeptFocus } from './bench/use-kept-focus';
import { usePanes } from './bench/use-panes';
import { useUndoKeys } from './bench/use-undo-keys';
import { useViewAddress } from './bench/use-view-address';
import { useTexts } from './i18n/use-texts';
import { Stage } from './stage/stage';
import { useStudioState, useTheme } from './state/use-studio';
import { createDialogPart, PartFailed } from './ui/part';
import { ToastRegion } from './ui/toast-region';

const Welcome = createDialogPart(async () => (await import('./bench/welcome')).Welcome);
const Tour = createDialogPart(async () => (await import('./tour/tour')).Tour);

// The same at every render, so that a pane that is resized draws none of them anew.
const contents = { settings: <SettingsPane />, stage: <Stage />, side: <SidePane /> };

/** The bench: settings, the stage, and what is found and was done. */
export function StudioPage() {
  const { language } = useTexts();
  return (
    <I18nProvider locale={language}>
      <LiveRegion>
        <ErrorBoundary fallback={(_, reset) => <PartFailed onTryAgain={reset} />}>
          <Bench />
          <Guide />
        </ErrorBoundary>
        <ToastRegion />
      </LiveRegion>
    </I18nProvider>
  );
}

function Bench() {
  const { t } = useTexts();
  const panes = usePanes();
  useUndoKeys();
  useKeptFocus();
  useViewAddress();
  const { name } = useTheme();
  useEffect(() => {
    document.title = `${name} – ${t('shell.title')}`;
  }, [name, t]);
  return (
    <div className="bench">
      <a className="skip" href="#stage">
        {t('shell.skip')}
      </a>
      <TopBar panes={panes} />
      <p className="bench-narrow">{t('shell.narrow')}</p>
      <main className="bench-main">
        <Panes panes={panes} {...contents} />
      </main>
    </div>
  );
}

/** What shows the way in, when it is asked for. */
function Guide() {
  const dialog = useStudioState(state => state.dialog);
  return (
    <>
      {dialog === 'welcome' && <Welcome />}
      {dialog === 'tour' && <Tour />}
    </>
  );
}
