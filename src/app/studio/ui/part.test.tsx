import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderStudio } from '../testing/render-studio';
import { createDialogPart, createPart } from './part';

const missing = () => new TypeError('Failed to fetch dynamically imported module');
const hello = () => <p>Hello</p>;

test('a part that does not load says so in its place, and comes when it is asked for again', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const Part = createPart(vi.fn().mockRejectedValueOnce(missing()).mockResolvedValue(hello));
  renderStudio(
    <>
      <p>The rest</p>
      <Part />
    </>,
  );
  expect(await screen.findByText('This part did not load')).toBeDefined();
  expect(screen.getByText('The rest')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Hello')).toBeDefined();
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
});

test('a dialog that does not load says so as a dialog that can be closed', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const Part = createDialogPart(vi.fn().mockRejectedValue(missing()));
  const { studio } = renderStudio(<Part />);
  studio.openDialog('export');
  await screen.findByRole('dialog', { name: 'This part did not load' });
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(studio.store.getState().dialog).toBeUndefined());
  told.mockRestore();
});
