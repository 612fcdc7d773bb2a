import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { chooseLanguage } from './testing/choose-language';
import { aConfiguration, aVerification } from './testing/fake-backend';
import { renderApp } from './testing/render-app';

test('starts a session, opens the frame, and leaves for the status once everything is sent', async () => {
  const { backend, sdk } = await renderApp({});
  await userEvent.click(await screen.findByRole('button', { name: 'Start identity check' }));
  await waitFor(() => expect(sdk.alive()).toHaveLength(1));
  expect(window.location.pathname).toBe('/verify');
  expect(backend.calls.filter(call => call === 'POST /api/session')).toHaveLength(1);
  expect(sdk.alive()[0]?.frame?.title).toBe('Identity check by IDnGO');

  act(() => sdk.alive()[0]?.say('onApplicantSubmitted'));
  await screen.findByRole('heading', { level: 1, name: 'We are receiving your documents' });
  expect(window.location.pathname).toBe('/status');
  expect(sdk.alive()).toHaveLength(0);
});

test('never puts the access token into the address, the history or the storage', async () => {
  const { sdk } = await renderApp({ path: '/verify', verification: aVerification({}) });
  await waitFor(() => expect(sdk.alive()).toHaveLength(1));
  const places = [window.location.href, JSON.stringify(window.history.state), JSON.stringify(window.localStorage)];
  expect(places.filter(place => place?.includes('token-'))).toEqual([]);
});

test('continues an attempt that was begun before', async () => {
  const { sdk } = await renderApp({ verification: aVerification({ status: 'in-progress' }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Continue where you left off' }));
  await waitFor(() => expect(sdk.alive()).toHaveLength(1));
});

test.each(['in-review', 'on-hold', 'verified', 'action-needed', 'not-verified'] as const)(
  'shows the status instead of the start when the person is %s',
  async status => {
    await renderApp({ verification: aVerification({ status }) });
    await waitFor(() => expect(window.location.pathname).toBe('/status'));
    await screen.findByRole('heading', { level: 1 });
  },
);

test.each(['in-review', 'on-hold', 'verified', 'not-verified'] as const)(
  'does not open the frame for a person who is %s',
  async status => {
    const { sdk } = await renderApp({ path: '/verify', verification: aVerification({ status }) });
    await waitFor(() => expect(window.location.pathname).toBe('/status'));
    expect(sdk.launches).toEqual([]);
  },
);

test('makes one new person of two presses', async () => {
  const { backend } = await renderApp({ path: '/status', verification: aVerification({ status: 'verified' }) });
  const enter = await screen.findByRole('button', { name: 'Enter as a new person' });
  fireEvent.click(enter);
  fireEvent.click(enter);
  await screen.findByRole('button', { name: 'Start identity check' });
  expect(backend.calls.filter(call => call === 'POST /api/session')).toHaveLength(1);
});

test.each(['open', 'hand-over'] as const)(
  'looks again for somebody who signed in in another tab, where the entry is %s',
  async entry => {
    const { backend } = await renderApp({ configuration: { entry } });
    await screen.findByRole('heading', { level: 1, name: entry === 'open' ? 'Confirm it’s really you' : /has ended/ });
    backend.state.verification = aVerification({ status: 'in-progress' });
    act(() => {
      fireEvent(document, new Event('visibilitychange'));
    });
    await screen.findByRole('button', { name: 'Continue where you left off' });
    expect(backend.calls).not.toContain('POST /api/session');
  },
);

test('says that the session has ended where people come from the host product', async () => {
  await renderApp({ path: '/status', configuration: { entry: 'hand-over' } });
  await screen.findByRole('heading', { level: 1, name: 'Your session has ended' });
  expect(screen.getByRole('link', { name: 'Go back to the service' }).getAttribute('href')).toBe(
    'https://bank.example/account',
  );
});

test('looks again, and says so, where a session has ended and nothing leads back', async () => {
  const links = { ...aConfiguration.links, return: null };
  const { backend } = await renderApp({ configuration: { entry: 'hand-over', links } });
  const button = await screen.findByRole('button', { name: 'Try again' });
  await userEvent.click(button);
  expect(await screen.findAllByText('Nothing has changed yet.')).toHaveLength(2);
  backend.state.verification = aVerification({ status: 'in-progress' });
  await userEvent.click(button);
  await screen.findByRole('button', { name: 'Continue where you left off' });
});

test('lets somebody who tries it out enter as a new person', async () => {
  const { backend } = await renderApp({
    path: '/status',
    verification: aVerification({ status: 'verified', revision: 7 }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Enter as a new person' }));
  await screen.findByRole('button', { name: 'Start identity check' });
  expect(backend.calls).toContain('POST /api/session');
});

test('offers no new person to people who come from the host product', async () => {
  await renderApp({
    path: '/status',
    configuration: { entry: 'hand-over' },
    verification: aVerification({ status: 'verified' }),
  });
  await screen.findByRole('heading', { level: 1, name: 'You’re verified' });
  expect(screen.queryByRole('button', { name: 'Enter as a new person' })).toBeNull();
});

test('speaks Arabic from right to left as soon as it is chosen', async () => {
  await renderApp({});
  await chooseLanguage('العربية');
  await screen.findByRole('heading', { level: 1, name: 'أكّد أنك أنت' });
  expect(document.documentElement.dir).toBe('rtl');
  expect(document.documentElement.lang).toBe('ar');
  expect(document.title).toBe('البداية – التحقق من الهوية');
});

test('asks before a change of language restarts the frame, then gives the frame a language the page lacks', async () => {
  const { sdk } = await renderApp({ path: '/verify', verification: aVerification({ status: 'in-progress' }) });
  await waitFor(() => expect(sdk.alive()).toHaveLength(1));
  act(() => sdk.alive()[0]?.say('onInitialized'));

  await chooseLanguage('Esperanto');
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(sdk.launches).toHaveLength(1);
  screen.getByRole('button', { name: 'Language: English' });

  await chooseLanguage('Esperanto');
  await userEvent.click(screen.getByRole('button', { name: 'Change the language' }));
  await waitFor(() => expect(sdk.launches).toHaveLength(2));
  expect(sdk.alive()).toHaveLength(1);
  expect(sdk.alive()[0]?.config?.lang).toBe('eo');
  await screen.findByRole('button', { name: 'Language: Esperanto' });
  expect(document.documentElement.lang).toBe('en');
});

test('moves the focus to the heading on a change of screen, and leaves it alone on the first', async () => {
  const { push } = await renderApp({ path: '/status', verification: aVerification({ status: 'in-review' }) });
  await screen.findByRole('heading', { level: 1, name: 'We have your documents' });
  expect(document.activeElement).toBe(document.body);
  await push(aVerification({ status: 'verified', revision: 2 }));
  expect(await screen.findByRole('heading', { level: 1, name: 'You’re verified' })).toBe(document.activeElement);
});

test('keeps showing what is known while the backend fails', async () => {
  const { backend } = await renderApp({ path: '/status', verification: aVerification({ status: 'in-review' }) });
  await screen.findByRole('heading', { level: 1, name: 'We have your documents' });
  backend.state.problem = 'provider-refused';
  const asked = backend.calls.length;
  await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
  await waitFor(() => expect(backend.calls.length).toBeGreaterThan(asked));
  screen.getByRole('heading', { level: 1, name: 'We have your documents' });
});

test('says what is wrong, with the reference last, and recovers on another try', async () => {
  const { backend } = await renderApp({
    path: '/status',
    verification: aVerification({ status: 'in-review' }),
    problem: 'provider-refused',
  });
  await screen.findByRole('heading', { level: 1, name: 'The checking service is not available' });
  screen.getByText('Reference request-1');
  backend.state.problem = undefined;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('heading', { level: 1, name: 'We have your documents' });
});

test('says beside the button why no session could be started', async () => {
  const { backend } = await renderApp({});
  const button = await screen.findByRole('button', { name: 'Start identity check' });
  backend.state.problem = 'rate-limited';
  await userEvent.click(button);
  await screen.findByText(/Too many tries/);
  backend.state.problem = undefined;
  await userEvent.click(button);
  await waitFor(() => expect(window.location.pathname).toBe('/verify'));
});

test('shows at once where the person stands when that came with the page', async () => {
  const answer = { verification: aVerification({ status: 'in-progress' }), ends: { inSeconds: 900, canStay: true } };
  const { backend } = await renderApp({ embedded: aConfiguration, session: { answer, at: Date.now() } });
  screen.getByRole('heading', { name: 'Your check is not finished' });
  expect(backend.calls).not.toContain('GET /api/session');
});

test('asks where the person stands when what came with the page is old', async () => {
  const answer = { verification: aVerification({ status: 'in-progress' }) };
  const session = { answer, at: Date.now() - 60_000 };
  const { backend } = await renderApp({ embedded: aConfiguration, session, verification: answer.verification });
  await waitFor(() => expect(backend.calls).toContain('GET /api/session'));
});
