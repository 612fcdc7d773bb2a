import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { aVerification } from '../testing/fake-backend';
import { renderApp } from '../testing/render-app';

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const at = Date.UTC(2026, 10, 25, 12);
const toTime = (time: number) =>
  new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(time);

const open = (options: Parameters<typeof renderApp>[0] = {}) =>
  renderApp({ path: '/handoff', verification: aVerification({ revision: 1 }), now: () => at, ...options });

test('shows a code with the link beside it, the steps, and until when it works', async () => {
  const { backend } = await open({ language: 'kk' });
  await heading('Телефонда жалғастырыңыз');
  screen.getByRole('img', { name: 'QR-код. Ол төмендегі сілтемені ашады' });
  expect(within(screen.getByRole('list', { name: 'Әрі қарай не істеу керек' })).getAllByRole('listitem')).toHaveLength(
    3,
  );
  screen.getByText(new RegExp(toTime(at + 600_000)));
  screen.getByText('https://portico.example/handoff#token-of-hand-off-1-----.kk');
  expect(backend.calls.filter(call => call === 'POST /api/hand-off')).toHaveLength(1);
  expect(backend.calls.filter(call => call.endsWith(' /api/hand-off')).at(-1)).toBe('POST /api/hand-off');
});

test('copies the link, and says so', async () => {
  await open();
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Copy the link' }));
  expect(await navigator.clipboard.readText()).toBe('https://portico.example/handoff#token-of-hand-off-1-----.en');
  await waitFor(() => expect(screen.getAllByText('The link is copied.')).toHaveLength(2));
  expect(screen.getAllByRole('status').map(region => region.textContent)).toContain('The link is copied.');
});

test('selects the link where copying is forbidden, and says what to do', async () => {
  await open();
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  await user.click(await screen.findByRole('button', { name: 'Copy the link' }));
  await screen.findAllByText(/Select the link and copy it yourself/);
  expect(window.getSelection()?.toString()).toContain('#token-of-hand-off-1');
});

test('follows the phone: connected as soon as it has opened the link, then to the status once documents are sent', async () => {
  const { backend, push } = await open();
  await heading('Continue on your phone');
  const device = { browser: 'Safari', system: 'iOS' };
  backend.handOffs.newest = { state: 'connected', id: 'hand-off-1', device, at: new Date(at).toISOString() };
  await push(aVerification({ revision: 2 }));
  expect(await heading('Your phone is connected')).toBe(document.activeElement);
  screen.getByText(`Safari on iOS, since ${toTime(at)}`);
  await push(aVerification({ status: 'in-review', revision: 3 }));
  await heading('We have your documents');
  expect(window.location.pathname).toBe('/status');
});

test('asks nothing by itself while it waits', async () => {
  const { backend } = await open();
  await heading('Continue on your phone');
  const asked = backend.calls.length;
  vi.useFakeTimers();
  await act(() => vi.advanceTimersByTimeAsync(120_000));
  expect(backend.calls.slice(asked)).toEqual([]);
});

test('takes the code back, and makes another one when asked', async () => {
  const { backend } = await open();
  await press('Cancel');
  await heading('The code is cancelled');
  expect(backend.calls).toContain('DELETE /api/hand-off');
  await press('Get a new code');
  await heading('Continue on your phone');
  screen.getByText(/#token-of-hand-off-2/);
});

test('disconnects a phone that is not theirs', async () => {
  const device = { browser: null, system: null };
  const { backend } = await open({
    handOffs: { newest: { state: 'connected', id: 'earlier', device, at: new Date(at).toISOString() } },
  });
  await heading('Your phone is connected');
  screen.getByText(`Since ${toTime(at)}`);
  expect(backend.calls).not.toContain('POST /api/hand-off');
  await press('Disconnect the phone');
  await heading('The code is cancelled');
});

test('says that the code has expired when its time is over, by the clock of the device', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  await open({ now: Date.now });
  await heading('Continue on your phone');
  await act(() => vi.advanceTimersByTimeAsync(600_000));
  await heading('This code has expired');
  vi.useRealTimers();
  await press('Get a new code');
  await heading('Continue on your phone');
});

test('says that another window has made a newer code', async () => {
  const { backend, push } = await open();
  await heading('Continue on your phone');
  backend.handOffs.newest = { state: 'waiting', id: 'of-another-window' };
  await push(aVerification({ revision: 2 }));
  await heading('There is a newer code');
});

test('goes on with the check on this device instead', async () => {
  const { sdk } = await open();
  await press('Cancel');
  await press('Continue on this device');
  await waitFor(() => expect(sdk.alive()).toHaveLength(1));
});

test('makes a session only when somebody presses for it, and only where anybody can enter', async () => {
  const { backend } = await open({ verification: 'no-session' });
  await heading('Continue on your phone');
  expect(backend.calls).not.toContain('POST /api/session');
  await press('Show the code');
  await screen.findByRole('img', { name: /QR code/ });
});

test('says that the session has ended where people come from the host product', async () => {
  await open({ verification: 'no-session', configuration: { entry: 'hand-over' } });
  await heading('Your session has ended');
});

test('says why there is no code, and tries again', async () => {
  const { backend } = await open();
  await heading('Continue on your phone');
  await press('Cancel');
  backend.state.problem = 'rate-limited';
  await press('Get a new code');
  await heading('Too many tries');
  backend.state.problem = undefined;
  await press('Try again');
  await heading('Continue on your phone');
});

test.each(['in-review', 'verified', 'not-verified'] as const)('makes no code for somebody who is %s', async status => {
  const { backend } = await open({ verification: aVerification({ status }) });
  await waitFor(() => expect(window.location.pathname).toBe('/status'));
  expect(backend.calls).not.toContain('POST /api/hand-off');
});
