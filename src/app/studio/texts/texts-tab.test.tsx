import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { createTheme } from '#contract/theme';
import { renderStudio } from '../testing/render-studio';
import { TextsTab } from './texts-tab';

const proved = 'document.subTitles.IDENTITY';

test('a text is said otherwise in one language, in one step, and is the provider’s again', async () => {
  const { studio } = renderStudio(<TextsTab />);
  const field = await screen.findByRole('textbox', { name: proved });
  expect(field.getAttribute('placeholder')).toMatch(/^Choose the country/);
  await userEvent.click(field);
  for (const words of ['Your ', 'passport']) await userEvent.paste(words);
  expect(studio.readTheme().texts).toEqual({ en: { [proved]: 'Your passport' } });
  expect(studio.store.getState().history.steps).toHaveLength(2);
  expect(screen.getByText(/^Was: Choose the country/)).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: `${proved}: back to the provider’s text` }));
  expect(studio.readTheme().texts).toEqual({});
});

test('a language that is not on the stage says so and is brought there; its writing has its direction', async () => {
  const { studio } = renderStudio(<TextsTab />);
  await userEvent.click(await screen.findByRole('button', { name: /Language/ }));
  await userEvent.click(within(screen.getByRole('listbox')).getByRole('option', { name: 'Arabic (ar)' }));
  expect(screen.getByRole('textbox', { name: proved }).getAttribute('dir')).toBe('rtl');
  await userEvent.click(screen.getByRole('button', { name: 'Show it' }));
  expect(studio.store.getState().view.languages).toEqual(['ar']);
  expect(screen.queryByText(/is not on the stage/)).toBeNull();
});

test('a text is found by its words, and says what the widget fills in', async () => {
  const { studio } = renderStudio(<TextsTab />);
  await userEvent.click(await screen.findByRole('textbox', { name: 'Find a text' }));
  await userEvent.paste('step total');
  const row = screen.getByRole('textbox', { name: 'stepper.stepOf' });
  expect(screen.getByText('Filled in: {number}, {total}.')).toBeDefined();
  await userEvent.click(row);
  await userEvent.paste('Part {number}');
  expect(screen.getByText(/nobody reads it: \{total\}/)).toBeDefined();
  expect(studio.readTheme().texts.en).toEqual({ 'stepper.stepOf': 'Part {number}' });
});

test('a path of one’s own is added unless it cannot be, and comes under the keys', async () => {
  renderStudio(<TextsTab />);
  const path = await screen.findByRole('textbox', { name: 'Another path' });
  await userEvent.click(path);
  await userEvent.paste('document');
  await userEvent.keyboard('{Enter}');
  expect(screen.getByText(/It cannot stand beside document\./)).toBeDefined();
  await userEvent.clear(path);
  await userEvent.paste('applicant.title');
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'applicant.title' }));
});

test('a text that is asked for opens its group in its language', async () => {
  const { studio } = renderStudio(<TextsTab />, { ...createTheme('Test'), texts: { kk: { 'upload.choose': 'Файл' } } });
  await screen.findByRole('textbox', { name: proved });
  act(() => studio.show({ tab: 'texts', language: 'kk', path: 'upload.choose' }));
  const field = screen.getByRole('textbox', { name: 'upload.choose' });
  expect(document.activeElement).toBe(field);
  expect(field).toHaveProperty('value', 'Файл');
  await userEvent.click(screen.getByRole('button', { name: 'Reset 1 text' }));
  expect(studio.readTheme().texts).toEqual({});
});
