import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { allCountries } from '../../countries';
import { createTexts } from '../../texts';
import { CountrySelector } from './country-selector';

const onChange = vi.fn();
const onLeave = vi.fn();

function Form({ language = 'en', first = '' }: { language?: string; first?: string }) {
  const [value, setValue] = useState(first);
  return (
    <>
      <span id="label">Country</span>
      <CountrySelector
        id="country"
        labelId="label"
        label="Country"
        codes={allCountries}
        value={value}
        texts={createTexts(language, undefined)}
        onChange={alpha3 => {
          onChange(alpha3);
          setValue(alpha3);
        }}
        onLeave={onLeave}
      />
      <button type="button">after</button>
    </>
  );
}

const box = () => screen.getByRole('combobox', { name: 'Country' });
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const marked = () => {
  const id = document.activeElement?.getAttribute('aria-activedescendant');
  return id ? document.getElementById(id)?.textContent : undefined;
};

test('opens at the first letter, finds by what is typed on, and chooses with the keyboard alone', async () => {
  const user = userEvent.setup();
  render(<Form />);
  await user.tab();
  expect(document.activeElement).toBe(box());
  await user.keyboard('kyr');
  expect(box().getAttribute('aria-expanded')).toBe('true');
  expect(options()).toEqual(['KGKyrgyzstan']);
  await user.keyboard('{Enter}');
  expect(onChange).toHaveBeenLastCalledWith('KGZ');
  expect(box().textContent).toBe('KGKyrgyzstan');
  expect(document.activeElement).toBe(box());
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('starts at the chosen one, moves with the arrows, and is left unchanged by Escape', async () => {
  const user = userEvent.setup();
  onChange.mockClear();
  render(<Form first="KAZ" />);
  box().focus();
  await user.keyboard('{ArrowDown}');
  expect(marked()).toBe('KZKazakhstan');
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('KZKazakhstan');
  await user.keyboard('{ArrowDown}');
  expect(marked()).toBe('KEKenya');
  await user.keyboard('{Escape}');
  expect(onChange).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(box());
});

test.each([
  ['en', 'cote', ['CICôte d’Ivoire']],
  ['en', 'de', ['DKDenmark', 'CDCongo - Kinshasa']],
  ['kk', 'ұлыб', ['GBҰлыбритания']],
  ['ru', 'герм', ['DEГермания']],
  ['en', 'kaz', ['KZKazakhstan']],
  ['en', 'GBR', ['GBUnited Kingdom']],
])('in %s finds %s', async (language, query, found) => {
  const user = userEvent.setup();
  render(<Form language={language} />);
  await user.click(box());
  await user.keyboard(query);
  expect(options()).toEqual(expect.arrayContaining(found.slice(0, 1)));
});

test('says that there is no such country, and chooses nothing', async () => {
  const user = userEvent.setup();
  onChange.mockClear();
  render(<Form />);
  await user.click(box());
  await user.keyboard('atlantis{Enter}');
  expect(screen.getByRole('status').textContent).toBe('There is no such country in the list');
  expect(onChange).not.toHaveBeenCalled();
});

test('closes when the focus goes on, and tells so once', async () => {
  const user = userEvent.setup();
  onLeave.mockClear();
  render(<Form />);
  await user.click(box());
  expect(onLeave).not.toHaveBeenCalled();
  await user.tab();
  expect(document.activeElement?.textContent).toBe('after');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(onLeave).toHaveBeenCalledOnce();
});

test('takes a press on a country', async () => {
  const user = userEvent.setup();
  render(<Form />);
  await user.click(box());
  await user.click(screen.getByRole('option', { name: 'Uzbekistan' }));
  expect(onChange).toHaveBeenLastCalledWith('UZB');
  expect(document.activeElement).toBe(box());
});
