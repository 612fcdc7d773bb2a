import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { SeedsTab } from '../settings/seeds-tab';
import { renderStudio } from '../testing/render-studio';
import { HistoryTab } from '../ui/history-tab';
import { UndoButtons } from './undo-buttons';
import { useKeptFocus } from './use-kept-focus';
import { useUndoKeys } from './use-undo-keys';

function Bench() {
  useUndoKeys();
  useKeptFocus();
  return (
    <>
      <UndoButtons />
      <SeedsTab />
      <HistoryTab />
    </>
  );
}

test('keys undo and redo from within a field of the theme, and say what', async () => {
  const { studio } = renderStudio(<Bench />);
  await userEvent.click(screen.getByRole('textbox', { name: 'Accent' }));
  await userEvent.paste('teal');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(studio.readTheme().light.accent).toBeUndefined();
  expect(screen.getByRole('status').textContent).toBe('Undone: Accent, light');
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  expect(studio.readTheme().light.accent).toBe('teal');
  expect(screen.getByRole('status').textContent).toBe('Done again: Accent, light');
});

test('buttons name what they undo, and stand still where there is nothing', async () => {
  const { studio } = renderStudio(<Bench />);
  expect(screen.getByRole('button', { name: 'Undo' }).hasAttribute('disabled')).toBe(true);
  await userEvent.click(screen.getByRole('radio', { name: 'Tight' }));
  await userEvent.click(screen.getByRole('button', { name: 'Undo: Density' }));
  expect(studio.readTheme().density).toBeUndefined();
  await userEvent.click(screen.getByRole('button', { name: 'Redo: Density' }));
  expect(studio.readTheme().density).toBe('tight');
});

test('a press on a step goes to it, and what was undone stays in sight', async () => {
  const { studio } = renderStudio(<Bench />);
  expect(screen.getByText('Nothing changed yet')).toBeDefined();
  await userEvent.click(screen.getByRole('radio', { name: 'Tight' }));
  await userEvent.click(screen.getByRole('radio', { name: 'Soft' }));
  await userEvent.click(screen.getByRole('button', { name: /^Opened/ }));
  expect(studio.readTheme().density).toBeUndefined();
  expect(screen.getByRole('button', { name: /^Opened/ }).getAttribute('aria-current')).toBe('step');
  await userEvent.click(screen.getByRole('button', { name: /^Shadow.*undone/ }));
  expect(studio.readTheme()).toMatchObject({ density: 'tight', shadow: 'soft' });
  act(() => studio.undo());
  expect(studio.readTheme().shadow).toBeUndefined();
});

test('a button that its own press disables gives the focus to its neighbour', async () => {
  renderStudio(
    <header>
      <Bench />
    </header>,
  );
  await userEvent.click(screen.getByRole('radio', { name: 'Tight' }));
  screen.getByRole('button', { name: 'Undo: Density' }).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Redo: Density' })));
});
