import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { createTheme } from '#contract/theme';
import { loadStudioTexts } from '../i18n/studio-texts';
import { StudioLanguageContext } from '../i18n/use-texts';
import { createStudio } from '../state/studio';
import { StudioContext } from '../state/use-studio';
import { StageToolbar } from './stage-toolbar';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A stage that stays as wide as it is. */
async function open(width = 1200) {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = vi.fn();
      unobserve = vi.fn();
      disconnect = vi.fn();
    },
  );
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);
  const studio = createStudio(createTheme('Test'), () => 0);
  const onPicks = vi.fn();
  const t = await loadStudioTexts('en');
  render(
    <StudioLanguageContext value={{ language: 'en', t, choose: async () => undefined }}>
      <StudioContext value={studio}>
        <StageToolbar picks onPicks={onPicks} />
      </StudioContext>
    </StudioLanguageContext>,
  );
  return { user: userEvent.setup(), view: () => studio.store.getState().view, studio, onPicks };
}

test('chooses what stands on the stage', async () => {
  const { user, view } = await open();
  await user.click(screen.getByRole('radio', { name: 'Wall' }));
  await user.click(screen.getByRole('button', { name: '1280' }));
  await user.click(screen.getByRole('radio', { name: 'Both' }));
  expect(view()).toMatchObject({ mode: 'wall', widths: [360, 1280], schemes: ['light', 'dark'] });
  await user.click(screen.getByRole('button', { name: 'Screens: All screens' }));
  await user.click(screen.getByRole('menuitemcheckbox', { name: 'Results' }));
  expect(view().groups).toEqual(['results']);
});

test('goes from screen to screen, and round at the end', async () => {
  const { user, view, studio } = await open();
  studio.look({ screen: 'face-sdk' });
  await user.click(await screen.findByRole('button', { name: 'Next screen' }));
  expect(view().screen).toBe('loading');
  await user.click(screen.getByRole('button', { name: 'Previous screen' }));
  expect(view().screen).toBe('face-sdk');
});

test('takes any language by its code, and says of a code that is none', async () => {
  const { user, view } = await open();
  await user.click(screen.getByRole('button', { name: 'Languages of the preview: English' }));
  const field = screen.getByRole('textbox', { name: 'Another language, by its ISO code' });
  await user.type(field, 'qq{Enter}');
  expect(screen.getByText('“qq” is no ISO 639-1 code')).toBeDefined();
  await user.clear(field);
  await user.type(field, 'de-AT{Enter}');
  expect(view().languages).toEqual(['en', 'de']);
  await user.click(screen.getByRole('option', { name: 'English' }));
  expect(view().languages).toEqual(['de']);
});

test('holds a state, zooms, and turns picking off', async () => {
  const { user, view, onPicks } = await open();
  await user.click(screen.getByRole('button', { name: 'State: rest' }));
  await user.click(screen.getByRole('menuitemradio', { name: 'hover' }));
  await user.click(screen.getByRole('button', { name: 'Zoom: Fit' }));
  await user.click(screen.getByRole('menuitemradio', { name: '150 %' }));
  expect(view()).toMatchObject({ state: 'hover', zoom: 1.5 });
  await user.click(screen.getByRole('button', { name: 'Pick', pressed: true }));
  expect(onPicks).toHaveBeenCalledWith(false);
});

test('on a narrow stage one button says and holds how the preview is shown', async () => {
  const { user, view, studio } = await open(480);
  await user.click(screen.getByRole('button', { name: 'Shown as: 360 · Light · English' }));
  await user.click(screen.getByRole('button', { name: '768' }));
  await user.click(screen.getByRole('radio', { name: 'Dark' }));
  await user.click(screen.getByRole('button', { name: 'State: rest' }));
  await user.click(screen.getByRole('menuitemradio', { name: 'error' }));
  expect(view()).toMatchObject({ widths: [360, 768], schemes: ['dark'], state: 'error' });
  const state = await screen.findByRole('button', { name: 'State: error' });
  await waitFor(() => expect(document.activeElement).toBe(state));
  await user.keyboard('{Escape}');
  const button = await screen.findByRole('button', { name: 'Shown as: 360, 768 · Dark · English · error' });
  await waitFor(() => expect(document.activeElement).toBe(button));
  act(() => studio.look({ mode: 'compare' }));
  expect(screen.getByRole('button', { name: /^Shown as: As opened · 360/ })).toBeDefined();
});
