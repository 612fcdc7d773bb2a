import '@fontsource-variable/golos-text/index.css';
import '../ui/base.css';
import './studio.css';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createTheme } from '#contract/theme';
import { KeeperContext } from './bench/keeper-context';
import { applySchemeChoice, readSchemeChoice } from './bench/scheme-choice';
import { DeskContext } from './desk/desk';
import { openDesk } from './desk/open-desk';
import { studioQuery } from './desk/queries';
import { isStudioLanguage, loadStudioTexts, type StudioLanguage, type StudioTranslate } from './i18n/studio-texts';
import { StudioLanguageContext } from './i18n/use-texts';
import { refuseHtml } from './refuse-html';
import { createStageApi, StageApiContext } from './stage/stage-api';
import { keepTheme, readKept } from './state/keep-theme';
import { createStudio } from './state/studio';
import { StudioContext } from './state/use-studio';
import { readView } from './state/view-address';
import { StudioPage } from './studio-page';

refuseHtml(window);

const root = document.getElementById('root');
if (!root) throw new Error('studio.html has no #root');

const search = new URLSearchParams(window.location.search);
const wished = search.get('lang') ?? navigator.language.slice(0, 2);
const first: StudioLanguage = isStudioLanguage(wished) ? wished : 'en';
const firstTexts = await loadStudioTexts(first);

applySchemeChoice(readSchemeChoice(localStorage), document.documentElement, localStorage);

// A reload goes on with what this tab had; a new tab with what was kept last in any.
const kept = readKept(sessionStorage) ?? readKept(localStorage);
const studio = createStudio(kept?.theme ?? createTheme(firstTexts('shell.untitled')), Date.now, readView(search));
if (!kept && !window.location.hash) studio.openDialog('welcome');

const keeper = keepTheme(studio, {
  storage: localStorage,
  ofTab: sessionStorage,
  tab: crypto.randomUUID(),
  now: Date.now,
  later(callback) {
    const timer = setTimeout(callback, 800);
    return () => clearTimeout(timer);
  },
});
window.addEventListener('pagehide', keeper.flush);

const desk = openDesk(studio, window);
const stageApi = createStageApi(desk.api, () => desk.client.fetchQuery(studioQuery(desk.api)));

function Root() {
  const [{ language, t }, setTexts] = useState<{ language: StudioLanguage; t: StudioTranslate }>({
    language: first,
    t: firstTexts,
  });
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = async (next: StudioLanguage) => {
    const said = { language: next, t: await loadStudioTexts(next) };
    setTexts(said);
    const address = new URL(window.location.href);
    address.searchParams.set('lang', next);
    window.history.replaceState(window.history.state, '', address);
  };
  return (
    <StudioLanguageContext value={{ language, t, choose }}>
      <StudioContext value={studio}>
        <KeeperContext value={keeper}>
          <DeskContext value={desk}>
            <StageApiContext value={stageApi}>
              <StudioPage />
            </StageApiContext>
          </DeskContext>
        </KeeperContext>
      </StudioContext>
    </StudioLanguageContext>
  );
}

createRoot(root).render(
  <StrictMode>
    <Root />
  </StrictMode>,
);
