import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { createTexts } from '../texts';
import { type ErrorMessage, ErrorMessages } from './error-messages';

const texts = createTexts('en', undefined);
const failed: ErrorMessage = { id: 'front', kind: 'error', title: 'Front side', text: 'It did not arrive' };

test('announces what appears, with what can be done about it', async () => {
  const onPress = vi.fn();
  const { rerender } = render(<ErrorMessages messages={[]} texts={texts} />);
  const list = screen.getByRole('alert');
  expect(list.childElementCount).toBe(0);
  rerender(<ErrorMessages messages={[{ ...failed, actions: [{ text: 'Try again', onPress }] }]} texts={texts} />);
  expect(list.textContent).toContain('It did not arrive');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onPress).toHaveBeenCalledOnce();
});

test('puts a message away, and shows it again when the same goes wrong once more', async () => {
  const { rerender } = render(<ErrorMessages messages={[failed]} texts={texts} />);
  await userEvent.click(screen.getByRole('button', { name: 'Close this message' }));
  expect(screen.queryByText('It did not arrive')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('alert'));
  rerender(<ErrorMessages messages={[{ ...failed }]} texts={texts} />);
  expect(screen.queryByText('It did not arrive')).toBeNull();
  rerender(<ErrorMessages messages={[]} texts={texts} />);
  rerender(<ErrorMessages messages={[failed]} texts={texts} />);
  expect(screen.queryByText('It did not arrive')).not.toBeNull();
});
