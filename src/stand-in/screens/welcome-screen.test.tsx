import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { emailStep, identityStep, selfieStep } from '../frame-applicant-samples';
import { openTestFrame } from '../open-test-frame';

const navConf = { skipWelcomeScreen: false, skipReviewScreen: true, disableContinuingOnMobile: false };
const goOn = () => screen.findByRole('button', { name: 'Continue' });

test('lists what will be asked for before the first step', async () => {
  const { user } = openTestFrame({ navConf, steps: [identityStep(), selfieStep()] });
  const list = within(await screen.findByRole('list', { name: 'What you will be asked for' }));
  expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Identity document', 'Selfie']);
  expect(screen.queryByRole('textbox')).toBeNull();
  await user.click(await goOn());
  expect(await screen.findByRole('radio', { name: 'Passport' })).toBeDefined();
});

test('takes the e-mail that the first step wants, prefilled by the host, and sends a code there', async () => {
  const { user, api } = openTestFrame({ navConf, steps: [emailStep()] }, { email: 'host@example.kz' });
  const address = await screen.findByRole<HTMLInputElement>('textbox', { name: 'E-mail' });
  expect(address.value).toBe('host@example.kz');
  await user.clear(address);
  await user.type(address, 'nobody');
  await user.click(await goOn());
  expect(screen.getByRole('alert').textContent).toBe('Enter an e-mail address like name@example.com');
  await user.type(address, '@example.kz');
  await user.click(await goOn());
  expect(await screen.findByRole('textbox', { name: 'Code' })).toBeDefined();
  expect(api.sendCode.mock.lastCall?.[0].address).toBe('nobody@example.kz');
});

test('asks for the address on the next screen when none is given here', async () => {
  const { user, api } = openTestFrame({ navConf, steps: [emailStep()] });
  await user.click(await goOn());
  expect(await screen.findByRole('button', { name: 'Send the code' })).toBeDefined();
  expect(api.sendCode).not.toHaveBeenCalled();
});

test('changes the language by keyboard, tells the host and the server, and keeps what was typed', async () => {
  const { user, api, events } = openTestFrame({ navConf, steps: [emailStep()] });
  await user.type(await screen.findByRole('textbox', { name: 'E-mail' }), 'a@b.kz');
  screen.getByRole('button', { name: 'Language: English' }).focus();
  await user.keyboard('{Enter}');
  const list = within(screen.getByRole('listbox', { name: 'Language' }));
  expect(list.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'English',
    'Русский',
    'Қазақша',
    'العربية',
  ]);
  await user.keyboard('{End}{ArrowUp}{Enter}');
  const button = await screen.findByRole('button', { name: 'Тіл: Қазақша' });
  expect(document.activeElement).toBe(button);
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(document.documentElement.lang).toBe('kk');
  expect(events.at(-1)).toEqual(['onLanguageChanged', { language: 'kk' }]);
  expect(api.applicant).toHaveBeenLastCalledWith('kk');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Эл. пошта' }).value).toBe('a@b.kz');
});
