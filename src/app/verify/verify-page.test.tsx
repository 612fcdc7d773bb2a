import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ProblemCode } from '#contract/problem';
import { chooseLanguage } from '../testing/choose-language';
import { aChangedVerification, aVerification } from '../testing/fake-backend';
import { createFakeSdk } from '../testing/fake-sdk';
import { createFakeScheme, renderApp } from '../testing/render-app';

const inProgress = aVerification({ status: 'in-progress', revision: 2 });

async function renderFrame(options: Parameters<typeof renderApp>[0] = {}) {
  const app = await renderApp({ path: '/verify', verification: inProgress, ...options });
  await waitFor(() => expect(app.sdk.alive()).toHaveLength(1));
  return app;
}

/** The frame with its first screen drawn. */
async function renderOpen(options: Parameters<typeof renderApp>[0] = {}) {
  const app = await renderFrame(options);
  act(() => app.sdk.alive()[0]?.say('onInitialized'));
  await screen.findByText('The check is open.');
  return app;
}

function setOnline(isOnline: boolean) {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
  act(() => void window.dispatchEvent(new Event(isOnline ? 'online' : 'offline')));
}

/** The frame's token has run out, and the backend says `problem` when it is asked for another. */
async function refuseRenewal(app: Awaited<ReturnType<typeof renderFrame>>, problem: ProblemCode) {
  app.backend.state.problem = problem;
  const renewal = app.sdk.alive()[0]?.renewToken();
  await screen.findByRole('button', { name: 'Try again' });
  return { renewal };
}

test('launches once in spite of StrictMode, and keeps the frame through renders and news', async () => {
  const { sdk, rerender, push, backend } = await renderFrame();
  const frame = sdk.alive()[0]?.frame;
  expect(sdk.launches).toHaveLength(1);
  expect(backend.calls.filter(call => call === 'POST /api/access-token')).toHaveLength(1);

  rerender();
  await push(aVerification({ status: 'action-needed', revision: 3 }));
  await push(aChangedVerification({ remedy: 'resubmit', revision: 4 }));
  expect(sdk.launches).toHaveLength(1);
  expect(frame?.isConnected).toBe(true);
});

test('tells the frame language, theme and stylesheet, and leaves the viewport to the page', async () => {
  const { sdk } = await renderFrame({ language: 'kk-KZ' });
  expect(sdk.alive()[0]?.config).toEqual({
    lang: 'kk',
    theme: 'light',
    uiConf: { customCss: 'https://portico.example/themes/default/abc.css' },
  });
  expect(sdk.alive()[0]?.options).toEqual({ adaptIframeHeight: true, addViewportTag: false });
});

test('is not thrown out by a status event about what was already so, but asks the server', async () => {
  const { sdk, backend } = await renderFrame();
  const asked = backend.calls.filter(call => call === 'GET /api/session').length;
  act(() => sdk.alive()[0]?.say('onApplicantStatusChanged', { reviewStatus: 'completed' }));
  await waitFor(() => expect(backend.calls.filter(call => call === 'GET /api/session')).toHaveLength(asked + 1));
  expect(window.location.pathname).toBe('/verify');
  expect(sdk.alive()).toHaveLength(1);
});

test('leaves for the status when the server says that the check has begun', async () => {
  const { push } = await renderFrame();
  await push(aVerification({ status: 'in-review', revision: 3 }));
  await waitFor(() => expect(window.location.pathname).toBe('/status'));
});

test('is covered until the frame has drawn its first screen, and says both', async () => {
  const { sdk } = await renderFrame();
  const shown = () => within(screen.getByRole('main')).queryByText('Opening the check…');
  expect(shown()).not.toBeNull();
  await screen.findByText('Opening the check…', { selector: '[role=status]' });
  act(() => sdk.alive()[0]?.say('onInitialized'));
  await waitFor(() => expect(screen.queryByText('Opening the check…')).toBeNull());
  await screen.findByText('The check is open.', { selector: '[role=status]' });
});

test('switches the language in place, without asking, where the loader can', async () => {
  const setLanguage = vi.fn<(language: string) => void>();
  const { sdk } = await renderFrame({ sdk: createFakeSdk({ setLanguage }) });
  act(() => sdk.alive()[0]?.say('onInitialized'));
  await chooseLanguage('Русский');
  await waitFor(() => expect(setLanguage).toHaveBeenCalledWith('ru'));
  expect(sdk.launches).toHaveLength(1);
  await waitFor(() => expect(sdk.alive()[0]?.frame?.title).toBe('Проверка личности IDnGO'));
});

test('keeps the frame, unmoved and in its place, through a lost connection and a change of light and dark', async () => {
  const scheme = createFakeScheme();
  const { sdk, backend } = await renderOpen({ scheme });
  const frame = sdk.alive()[0]?.frame;
  const banners = document.querySelectorAll('header .banner').length;
  setOnline(false);
  screen.getByText('You’re offline. The check stays open and goes on once you’re connected again.', {
    selector: '.connection-line [aria-hidden="false"]',
  });
  expect(document.querySelectorAll('header .banner')).toHaveLength(banners);
  const said = () => screen.getAllByRole('status').map(region => region.textContent);
  expect(said()).toContain('You’re offline. The check stays open and goes on once you’re connected again.');
  setOnline(true);
  expect(said().join('')).not.toContain('You’re offline');
  act(() => scheme.set('dark'));
  expect(frame?.isConnected).toBe(true);
  expect(sdk.launches).toHaveLength(1);
  expect(backend.calls.filter(call => call === 'POST /api/access-token')).toHaveLength(1);
});

test('changes the frame between light and dark in place where the loader can', async () => {
  const scheme = createFakeScheme();
  const setTheme = vi.fn<(theme: 'light' | 'dark') => void>();
  const { sdk } = await renderOpen({ scheme, sdk: createFakeSdk({ setTheme }) });
  act(() => scheme.set('dark'));
  expect(setTheme.mock.calls).toEqual([['dark']]);
  expect(sdk.launches).toHaveLength(1);
});

test('goes on in the same frame when a token could not be renewed at first', async () => {
  const app = await renderOpen();
  const { renewal } = await refuseRenewal(app, 'rate-limited');
  screen.getByRole('heading', { level: 2, name: 'Too many tries' });
  screen.getByText('What you have typed is still there.');
  expect(app.sdk.alive()[0]?.frame?.closest('[inert]')).not.toBeNull();

  app.backend.state.problem = undefined;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await renewal).toMatch(/^token-/);
  await waitFor(() => expect(screen.queryByRole('heading', { level: 2, name: 'Too many tries' })).toBeNull());
  expect(app.sdk.launches).toHaveLength(1);
  expect(app.sdk.alive()[0]?.frame?.closest('[inert]')).toBeNull();
});

test('says the day, too, where the last of the day’s tries is used', async () => {
  const now = () => new Date(2026, 10, 25, 23, 22).getTime();
  const app = await renderOpen({ now, retryAfterSeconds: 24 * 60 * 60 });
  await refuseRenewal(app, 'attempts-used');
  await screen.findByRole('heading', { level: 2, name: 'Too many tries' });
  screen.getByText(/You can send again tomorrow at 23:22/);
});

test('offers another try, another device and help, and moves the focus to what happened', async () => {
  const app = await renderOpen();
  await refuseRenewal(app, 'provider-unreachable');
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'The checking service is not available' }));
  expect(document.title).toBe('Problem – Identity check');
  const main = within(screen.getByRole('main'));
  expect(main.getByRole('link', { name: 'Help' }).getAttribute('href')).toBe('https://bank.example/help');
  await userEvent.click(main.getByRole('button', { name: 'Use another device' }));
  expect(app.sdk.alive()).toEqual([]);
});

test('says that the session has ended, what is kept, and how to go on, in place of the frame', async () => {
  const app = await renderOpen({ configuration: { entry: 'hand-over' } });
  app.backend.state.verification = 'no-session';
  void app.sdk.alive()[0]?.renewToken();
  await screen.findByRole('heading', { level: 1, name: 'Your session has ended' });
  screen.getByText(/Everything you have sent is kept/);
  expect(screen.getByRole('link', { name: 'Go back to the service' }).getAttribute('href')).toBe(
    'https://bank.example/account',
  );
  expect(window.location.pathname).toBe('/verify');
  expect(app.sdk.alive()).toEqual([]);
});

test('opens the check again when it is stuck, by a button that says what is lost', async () => {
  const { sdk } = await renderOpen();
  await userEvent.click(await screen.findByText('Is the check stuck?'));
  await userEvent.click(screen.getByRole('button', { name: 'Open the check again' }));
  await waitFor(() => expect(sdk.launches).toHaveLength(2));
  expect(sdk.alive()).toHaveLength(1);
});

test('keeps no note of the person in the browser', async () => {
  await renderOpen();
  expect([window.localStorage.length, window.sessionStorage.length]).toEqual([0, 0]);
});
