import '@fontsource-variable/golos-text/index.css';
import '../ui/base.css';
import './studio.css';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createTheme } from '#contract/theme';
import { isStudioLanguage, loadStudioTexts, type StudioLanguage, type StudioTranslate } from './i18n/studio-texts';
import { StudioLanguageContext } from './i18n/use-texts';
import { createStudio } from './state/studio';
import { StudioContext } from './state/use-studio';
import { StudioPage } from './studio-page';

const root = document.getElementById('root');
if (!root) throw new Error('studio.html has no #root');

const wished = new URLSearchParams(window.location.search).get('lang') ?? navigator.language.slice(0, 2);
const first: StudioLanguage = isStudioLanguage(wished) ? wished : 'en';
const studio = createStudio(createTheme('Untitled'), Date.now);
const firstTexts = await loadStudioTexts(first);

function Root() {
  const [{ language, t }, setTexts] = useState<{ language: StudioLanguage; t: StudioTranslate }>({
    language: first,
    t: firstTexts,
  });
  const choose = async (next: StudioLanguage) => setTexts({ language: next, t: await loadStudioTexts(next) });
  return (
    <StudioLanguageContext value={{ language, t, choose }}>
      <StudioContext value={studio}>
        <StudioPage />
      </StudioContext>
    </StudioLanguageContext>
  );
}

createRoot(root).render(
  <StrictMode>
    <Root />
  </StrictMode>,
);
