import { act, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { chooseLanguage } from '../testing/choose-language';
import { aChangedVerification, aVerification } from '../testing/fake-backend';
import { createFakeSdk } from '../testing/fake-sdk';
import { renderApp } from '../testing/render-app';

const inProgress = aVerification({ status: 'in-progress', revision: 2 });

async function renderFrame(options: Parameters<typeof renderApp>[0] = {}) {
  const app = await renderApp({ path: '/verify', verification: inProgress, ...options });
  await waitFor(() => expect(app.sdk.alive()).toHaveLength(1));
  return app;
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

test('is covered until the frame has drawn its first screen', async () => {
  const { sdk } = await renderFrame();
  screen.getByText('Opening the check…');
  act(() => sdk.alive()[0]?.say('onInitialized'));
  await waitFor(() => expect(screen.queryByText('Opening the check…')).toBeNull());
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
