import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderStudio } from '../testing/render-studio';
import { ElementsTab } from './elements-tab';

test('an element is found, pointed at, and set in one of its states', async () => {
  const { studio } = renderStudio(<ElementsTab />);
  await userEvent.click(screen.getByRole('textbox', { name: 'Find an element' }));
  await userEvent.paste('main button');
  const part = screen.getByRole('button', { name: 'Main button' });
  await userEvent.hover(part);
  expect(studio.store.getState().pointedAt).toBe('button.submit');
  await userEvent.click(part);
  await userEvent.click(screen.getByRole('radio', { name: 'Hover' }));
  await userEvent.click(screen.getByRole('textbox', { name: 'border-radius' }));
  await userEvent.paste('9px');
  await userEvent.tab();
  expect(studio.readTheme().elements).toEqual({ 'submit:hover': { 'border-radius': '9px' } });
  expect(screen.getByRole('note').textContent).toContain('border-radius: 9px;');
  expect(part.textContent).toContain('1 set');
  await userEvent.click(screen.getByRole('button', { name: 'border-radius: take it out' }));
  expect(studio.readTheme().elements).toEqual({});
});

test('a value that would leave its place is refused with an example', async () => {
  const { studio } = renderStudio(<ElementsTab />);
  act(() => studio.show({ tab: 'elements', element: 'card' }));
  await userEvent.click(screen.getByRole('textbox', { name: 'padding' }));
  await userEvent.paste('1px');
  await userEvent.paste('; color: red');
  expect(screen.getByText(/padding does not take this. An example: 8px 12px/)).toBeDefined();
  expect(studio.readTheme().elements.card?.padding).toBe('1px');
});

test('a property that is asked for comes under the keys, whatever was looked for', async () => {
  const { studio } = renderStudio(<ElementsTab />);
  await userEvent.click(screen.getByRole('textbox', { name: 'Find an element' }));
  await userEvent.paste('nothing like it');
  expect(screen.getByText('No such element')).toBeDefined();
  act(() => studio.show({ tab: 'elements', element: 'submit:hover', property: 'padding' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'padding' }));
  expect(screen.getByRole('radio', { name: 'Hover' }).getAttribute('aria-checked')).toBe('true');
});
