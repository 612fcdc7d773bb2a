import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createTheme, type Theme } from '#contract/theme';
import { LiveRegion } from '../../ui/live-region';
import { loadStudioTexts } from '../i18n/studio-texts';
import { StudioLanguageContext } from '../i18n/use-texts';
import { createStudio } from '../state/studio';
import { StudioContext } from '../state/use-studio';

const t = await loadStudioTexts('en');

/** A part of the studio, in English, with a studio of its own. */
export function renderStudio(part: ReactNode, theme: Theme = createTheme('Test')) {
  const studio = createStudio(theme, () => Date.UTC(2026, 0, 1));
  const view = render(
    <StudioLanguageContext value={{ language: 'en', t, choose: async () => undefined }}>
      <StudioContext value={studio}>
        <LiveRegion>{part}</LiveRegion>
      </StudioContext>
    </StudioLanguageContext>,
  );
  return { ...view, studio };
}
