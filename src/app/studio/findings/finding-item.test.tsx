import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { createTheme } from '#contract/theme';
import type { Finding } from '#theming/checks/finding';
import { loadStudioTexts, type StudioLanguage } from '../i18n/studio-texts';
import { StudioLanguageContext } from '../i18n/use-texts';
import { createStudio } from '../state/studio';
import { StudioContext } from '../state/use-studio';
import { FindingItem } from './finding-item';

const rules = 'button.submit { color: #777 }';
const contrast: Finding = {
  key: 'one',
  kind: 'textContrast',
  severity: 'fails',
  element: { name: 'submit', selector: 'button.submit', sample: 'Continue' },
  values: { colour: '#777777', ground: '#99cccc', ratio: 2.596, needs: 4.5, lc: 41, state: 'hover' },
  sights: [{ screen: 'review', language: 'kk', scheme: 'dark', width: 320 }],
  place: { tab: 'rules', line: 1, column: 24 },
  fix: { kind: 'rules', start: rules.indexOf('#777'), was: '#777', value: '#445566' },
};

async function open(finding: Finding, language: StudioLanguage = 'en') {
  const studio = createStudio({ ...createTheme('x'), rules }, () => 0);
  const t = await loadStudioTexts(language);
  render(
    <StudioLanguageContext value={{ language, t, choose: async () => undefined }}>
      <StudioContext value={studio}>
        <FindingItem finding={finding} />
      </StudioContext>
    </StudioLanguageContext>,
  );
  return { studio, state: () => studio.store.getState() };
}

test('says what fails, by how much, and where', async () => {
  await open(contrast);
  expect(screen.getByRole('heading', { name: 'Main button, pointed at' })).toBeDefined();
  expect(screen.getByText('Rules, line 1. #777777 on #99cccc is 2.5 : 1, needs 4.5 : 1. APCA Lc 41.')).toBeDefined();
  expect(screen.getByText('“Continue”, 1 screen, dark, Kazakh')).toBeDefined();
});

test('mends the theme in one step that can be undone', async () => {
  const { studio, state } = await open(contrast);
  await userEvent.click(screen.getByRole('button', { name: 'Use #445566: Main button, pointed at' }));
  expect(studio.readTheme().rules).toBe('button.submit { color: #445566 }');
  expect(state().history.steps).toHaveLength(2);
  studio.undo();
  expect(studio.readTheme().rules).toBe(rules);
});

test('leads to the screen as it was seen, and to the line', async () => {
  const { state } = await open(contrast);
  await userEvent.click(screen.getByRole('button', { name: 'Show: Main button, pointed at' }));
  expect(state().view).toMatchObject({
    mode: 'one',
    screen: 'review',
    widths: [320],
    schemes: ['dark'],
    languages: ['kk'],
  });
  expect(state().view.state).toBe('hover');
  expect(state().pointedAt).toBe('button.submit');
  await userEvent.click(screen.getByRole('button', { name: 'Go to line: Main button, pointed at' }));
  expect(state()).toMatchObject({ settingsTab: 'rules', place: { tab: 'rules', line: 1 } });
});

test('of the CSS alone it has no screen to show, and offers what may be meant', async () => {
  const { element: _, ...shared } = contrast;
  const values = { suggestion: 'button.submit' };
  await open(
    { ...shared, kind: 'selectorNoMatch', severity: 'noMatch', code: '.submit-buton', values, sights: [] },
    'ru',
  );
  expect(screen.getByRole('heading', { name: '.submit-buton' })).toBeDefined();
  expect(screen.getByText(/Возможно, имелось в виду button\.submit\.$/)).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Показать/ })).toBeNull();
});
