import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { chooseLanguage } from '../testing/choose-language';
import { loadPackagedTexts } from '../testing/packaged-texts';
import { renderApp } from '../testing/render-app';

async function openList(language = 'en') {
  await renderApp({ language });
  await userEvent.click(await screen.findByRole('button', { name: /^(Language|Тіл): / }));
  return screen.findByPlaceholderText<HTMLInputElement>(/Find a language|Тілді табу/);
}

function activeOption(search: HTMLElement): string | null | undefined {
  return document.getElementById(search.getAttribute('aria-activedescendant') ?? '')?.textContent;
}

/** By role they take seconds in jsdom. */
function listOptions(): (string | null)[] {
  return [...document.querySelectorAll('[role=listbox] [role=option]')].map(option => option.textContent);
}

test('lists the page’s languages first, and begins at the present one in the search', async () => {
  const search = await openList('kk-KZ');
  await waitFor(() => expect(document.activeElement).toBe(search));
  expect([search.getAttribute('role'), activeOption(search)]).toEqual(['combobox', 'Қазақша']);
  const groups = [...document.querySelectorAll('[role=listbox] [role=group]')];
  expect(groups.map(group => group.getAttribute('aria-label'))).toEqual(['Бет пен тексеру', 'Тек тексеру']);
  expect(document.querySelector('[aria-selected=true]')?.textContent).toBe('Қазақша');
  expect(listOptions()[0]).toBe('English');
});

test('is walked with the arrows from end to end, and chosen from with Enter', async () => {
  const search = await openList();
  await userEvent.type(search, 'рус');
  expect([activeOption(search), ...listOptions()]).toEqual(['Русский', 'Русский']);
  await userEvent.clear(search);
  await userEvent.keyboard('{ArrowUp}');
  expect(activeOption(search)).toBe(listOptions().at(-1));
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(activeOption(search)).toBe('Русский');
  await userEvent.keyboard('{PageUp}');
  expect(activeOption(search)).toBe('English');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(document.documentElement.lang).toBe('ru'));
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('says when there is no such language, and lets Enter do nothing then', async () => {
  const search = await openList();
  await userEvent.type(search, 'qqqq{Enter}');
  expect(listOptions()).toEqual([]);
  expect(search.getAttribute('aria-activedescendant')).toBeNull();
  expect(screen.getByText('No language by that name').getAttribute('role')).toBe('status');
});

test('closes without a change', async () => {
  await openList();
  await userEvent.click(screen.getByLabelText('Close'));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.documentElement.lang).toBe('en');
});

test('says that a language cannot be fetched, changes nothing, and offers to try again', async () => {
  let isOnline = false;
  await renderApp({
    loadTexts: async (language, file) => {
      if (language === 'kk' && !isOnline) throw new Error('offline');
      return loadPackagedTexts(language, file);
    },
  });
  await chooseLanguage('Қазақша');
  await screen.findByRole('heading', { name: 'We can’t reach our service' });
  screen.getByText(/Check your connection and try again/);
  expect(document.documentElement.lang).toBe('en');
  isOnline = true;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('button', { name: 'Тіл: Қазақша' });
  expect(screen.queryByRole('dialog')).toBeNull();
});
