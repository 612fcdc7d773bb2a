import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { renderStudio } from '../testing/render-studio';
import { Tour } from './tour';

beforeEach(() => localStorage.clear());

test('the tour is walked by the keyboard, opens what it speaks of, and ends', async () => {
  const { studio } = renderStudio(<Tour />);
  act(() => studio.openDialog('tour'));
  for (const at of [1, 2, 3, 4, 5, 6, 7]) {
    expect(screen.getByText(`${at} of 7`)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: at === 7 ? 'Start designing' : 'Next' }));
    if (at === 2) expect(studio.store.getState().settingsTab).toBe('elements');
  }
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(studio.store.getState().sideTab).toBe('history');
});

test('a tour that was left goes on where it was, and one that was seen begins anew', async () => {
  const { studio } = renderStudio(<Tour />);
  act(() => studio.openDialog('tour'));
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
  await userEvent.click(screen.getByRole('button', { name: 'Leave the tour' }));
  act(() => studio.openDialog('tour'));
  expect(screen.getByText('2 of 7')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.getByText('1 of 7')).toBeDefined();
  await userEvent.keyboard('{Escape}');
});
