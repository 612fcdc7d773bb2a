import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { aVerification } from '../testing/fake-backend';
import { createFakePermission, createFakeWorld, userAgents } from '../testing/fake-device';
import { renderApp } from '../testing/render-app';

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const listNeeds = () => screen.getAllByRole('listitem').map(item => item.querySelector('strong')?.textContent);

test('says in general what is needed while nothing is known of the level', async () => {
  await renderApp({ configuration: { maxFileBytes: 20 * 1024 * 1024 } });
  await screen.findByText('We need to check your identity. It takes about 4 minutes.');
  expect(listNeeds()).toEqual(['Your document', 'A camera and good light', 'The answer comes later']);
  screen.getByText(/JPEG, PNG, PDF, MP4, WebM or MOV, up to 20 MB each/);
  screen.getByText(/By starting the check you agree/);
});

test('says what this level needs', async () => {
  await renderApp({
    configuration: {
      times: { checkMinutes: 12, reviewMinutes: 15, closerLookDays: 2 },
      requirements: [
        { need: 'contact' },
        { need: 'questions' },
        { need: 'identity', documents: ['PASSPORT', 'ID_CARD'] },
        { need: 'selfie', as: 'film' },
        { need: 'address', documents: ['UTILITY_BILL'] },
        { need: 'other' },
      ],
    },
  });
  await screen.findByText('One of these documents');
  expect(listNeeds()).toEqual([
    'Your e-mail or phone within reach',
    'A few details about you',
    'One of these documents',
    'Proof of your address',
    'One more step',
    'A camera and good light',
    'The answer comes later',
  ]);
  screen.getByText('ID card');
  screen.getByText('Utility bill');
  screen.getByText(/a short video of your face/);
});

test('links to what becomes of the data, and to how long it is kept', async () => {
  const links = {
    return: null,
    support: null,
    appeal: null,
    privacy: 'https://bank.example/privacy',
    retention: 'https://bank.example/retention',
  };
  await renderApp({ configuration: { links } });
  const privacy = await screen.findByRole('link', { name: 'What happens to your data' });
  expect(privacy.getAttribute('href')).toBe(links.privacy);
  const retention = screen.getByRole('link', { name: 'How long it is kept' });
  expect(retention.getAttribute('href')).toBe(links.retention);
});

test('says that the check was reset, and asks for the consent anew', async () => {
  const { push } = await renderApp({ path: '/status', verification: aVerification({ status: 'in-review' }) });
  await screen.findByRole('heading', { level: 1, name: 'We have your documents' });
  await push(aVerification({ status: 'not-started', revision: 2, changedAt: '2026-11-24T09:00:00Z' }));
  await screen.findByRole('heading', { level: 1, name: 'Please start your check again' });
  screen.getByText('Your check was reset. What you sent before no longer counts.');
  screen.getByText(/It takes about 4 minutes/);
  screen.getByText(/By starting the check you agree/);
  const said = screen.getAllByRole('status').map(region => region.textContent);
  expect(said).toContain('Please start your check again');
});

test('asks for no consent again from somebody who goes on', async () => {
  await renderApp({ verification: aVerification({ status: 'in-progress' }) });
  await screen.findByRole('button', { name: 'Continue where you left off' });
  expect(screen.queryByText(/By starting the check you agree/)).toBeNull();
});

test('says what keeps this device from the check before it opens', async () => {
  const { world } = createFakeWorld({ permission: createFakePermission('denied') });
  const { sdk } = await renderApp({ world });
  await press('Start identity check');
  await screen.findByRole('heading', { level: 1, name: 'This page may not use your camera' });
  expect(window.location.pathname).toBe('/check-device');
  expect(sdk.launches).toEqual([]);
  await press('Send files instead');
  await waitFor(() => expect(window.location.pathname).toBe('/verify'));
});

test('tells people inside an app before they begin', async () => {
  const { world } = createFakeWorld({ userAgent: userAgents.instagramIos });
  await renderApp({ world, verification: aVerification({ status: 'in-progress' }) });
  await press('Continue where you left off');
  await screen.findByRole('heading', { level: 1, name: 'Open this page in your browser' });
});

test('goes on as the person who has entered in another window meanwhile', async () => {
  const { backend, sdk } = await renderApp({});
  await screen.findByRole('button', { name: 'Start identity check' });
  backend.state.verification = aVerification({ status: 'in-progress' });
  await press('Start identity check');
  await waitFor(() => expect(sdk.launches).toHaveLength(1));
  expect(backend.calls).not.toContain('POST /api/session');
});

test('signs the person in before they go on on the phone', async () => {
  const { backend } = await renderApp({});
  await press('Use my phone instead');
  await waitFor(() => expect(backend.calls).toContain('POST /api/session'));
});
