// Loaded here, since a page that is loaded on demand is compiled on demand, which takes long on a busy machine.
import './device-page';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { aVerification } from '../testing/fake-backend';
import { createFakePermission, createFakeWorld, userAgents } from '../testing/fake-device';
import { renderApp } from '../testing/render-app';
import type { DeviceWorld } from './device-world';

type Changes = Parameters<typeof createFakeWorld>[0];

async function openCheck(changes: Changes = {}, app: Parameters<typeof renderApp>[0] = {}) {
  const fake = createFakeWorld(changes);
  await renderApp({ path: '/check-device', verification: aVerification({}), world: fake.world, ...app });
  return fake;
}

const findHeading = (name: string) => screen.findByRole('heading', { level: 1, name });
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const listSteps = () => screen.getAllByRole('listitem').map(item => item.textContent);
const failWith = (error: unknown): NonNullable<DeviceWorld['mediaDevices']> => ({
  enumerateDevices: async () => [{ kind: 'videoinput' } as MediaDeviceInfo],
  getUserMedia: () => Promise.reject(error),
});

test.each<[string, Changes, string[]]>([
  ['You’re offline', { isOnline: () => false }, ['Try again']],
  ['This page was not opened securely', { isSecureContext: false }, ['Use my phone instead']],
  ['Your browser blocks cookies', { takesCookies: () => false }, ['Try again', 'Copy the link']],
  [
    'Your browser stores nothing for this page',
    { takesStorage: () => false },
    ['Try again', 'Use my phone instead', 'Go on anyway'],
  ],
  [
    'We can’t reach the checking service',
    { fetch: () => Promise.reject(new TypeError('Failed to fetch')) },
    ['Try again', 'Use my phone instead', 'Go on anyway'],
  ],
  [
    'This page may not use your camera',
    { permission: createFakePermission('denied') },
    ['Try again', 'Use my phone instead', 'Send files instead'],
  ],
  [
    'The camera is not allowed here',
    { isCameraAllowedByPolicy: () => false },
    ['Use my phone instead', 'Send files instead'],
  ],
  [
    'This browser can’t use the camera',
    { mediaDevices: undefined },
    ['Use my phone instead', 'Copy the link', 'Send files instead'],
  ],
  [
    'Open this page in your browser',
    { userAgent: userAgents.instagramIos },
    ['Copy the link', 'Use another device', 'Go on anyway'],
  ],
])('says “%s” and the ways out', async (heading, changes, ways) => {
  await openCheck(changes);
  await findHeading(heading);
  const shown = within(screen.getByRole('main'));
  expect(shown).toEqual(ways);
});

function within(element: HTMLElement): (string | null)[] {
  return [...element.querySelectorAll('button')].map(button => button.textContent);
}

test('leads to the secure address where the page was opened without', async () => {
  await openCheck({ isSecureContext: false, address: 'http://portico.example/check-device' });
  const link = await screen.findByRole('link', { name: 'Open the secure page' });
  expect(link.getAttribute('href')).toBe('https://portico.example/check-device');
});

test.each<[string, string, string]>([
  ['NotAllowedError', 'Permission denied by system', 'Your browser may not use the camera'],
  ['NotAllowedError', 'Permission dismissed', 'The camera is not allowed yet'],
  ['NotFoundError', '', 'We found no camera'],
  ['NotReadableError', '', 'The camera can’t be opened'],
  ['OverconstrainedError', '', 'This camera can’t be used'],
  ['AbortError', '', 'The camera stopped'],
  ['SecurityError', '', 'The camera is off in this browser'],
  ['TypeError', '', 'This browser can’t use the camera'],
  ['UnheardOfError', '', 'The camera did not start'],
])('explains a camera test that fails with %s (%s)', async (name, message, heading) => {
  await openCheck({ mediaDevices: failWith(new DOMException(message, name)) });
  await press('Test my camera');
  await findHeading(heading);
});

test('shows what the camera sees only after a press, and stops it on leaving', async () => {
  const { opened } = await openCheck();
  await findHeading('This device is ready');
  expect(opened).toEqual([]);
  await press('Test my camera');
  await findHeading('Your camera works');
  screen.getByLabelText('Live picture from your camera');
  await press('Continue');
  await waitFor(() => expect(window.location.pathname).toBe('/verify'));
  expect(opened.map(({ track }) => track.isStopped)).toEqual([true]);
});

test('switches the camera off when it is asked to, and when the person looks elsewhere', async () => {
  const { opened, dispatch } = await openCheck();
  await press('Test my camera');
  await press('Switch the camera off');
  await findHeading('This device is ready');
  await press('Test my camera');
  await findHeading('Your camera works');
  act(() => dispatch('hidden'));
  await findHeading('This device is ready');
  expect(opened.map(({ track }) => track.isStopped)).toEqual([true, true]);
});

test('says so when the camera is taken away while it is on', async () => {
  const { opened } = await openCheck();
  await press('Test my camera');
  await findHeading('Your camera works');
  act(() => void opened[0]?.track.dispatchEvent(new Event('ended')));
  await findHeading('The camera stopped');
});

test('notices by itself that the camera was allowed', async () => {
  const { change } = await openCheck({ permission: createFakePermission('denied') });
  await findHeading('This page may not use your camera');
  expect(listSteps()).toEqual([
    'Click the icon beside the address.',
    'Switch “Camera” on.',
    'Come back here and press “Try again”.',
  ]);
  act(() => change('granted'));
  expect(await findHeading('This device is ready')).toBe(document.activeElement);
});

test('notices by itself that the connection is back', async () => {
  const isOnline = vi.fn(() => false);
  const { dispatch } = await openCheck({ isOnline });
  await findHeading('You’re offline');
  isOnline.mockReturnValue(true);
  act(() => dispatch('online'));
  await findHeading('This device is ready');
});

test('says after another try that nothing has changed, and goes on once it has', async () => {
  const takesCookies = vi.fn(() => false);
  await openCheck({ takesCookies });
  await press('Try again');
  expect(await screen.findAllByText(/^Nothing has changed yet/)).toHaveLength(2);
  takesCookies.mockReturnValue(true);
  await press('Try again');
  await findHeading('This device is ready');
});

test('says after another try that the camera is still blocked, each time anew', async () => {
  const answers: ((error: unknown) => void)[] = [];
  const mediaDevices = {
    ...failWith(undefined),
    getUserMedia: () => new Promise<MediaStream>((_, reject) => answers.push(reject)),
  };
  await openCheck({ permission: createFakePermission('denied'), mediaDevices });
  await findHeading('This page may not use your camera');
  const still = 'The camera is still blocked. Go through the steps once more, then try again.';
  expect(screen.queryByText(still)).toBeNull();
  for (const attempt of [1, 2]) {
    await press('Try again');
    await waitFor(() => expect(answers).toHaveLength(attempt));
    // Words that stay the same would not be read out again.
    expect(screen.queryByText(still)).toBeNull();
    act(() => answers.at(-1)?.(new DOMException('Permission denied', 'NotAllowedError')));
    await waitFor(() => expect(screen.getAllByText(still)).toHaveLength(2));
    expect(screen.getAllByText(still).filter(words => words.closest('[aria-live]'))).toHaveLength(1);
    expect(await findHeading('This page may not use your camera')).toBe(document.activeElement);
  }
});

test.each([
  ['NotReadableError', 'Nothing has changed yet. Go through the steps once more, then try again.'],
  ['AbortError', 'Nothing has changed yet.'],
])('says that nothing has changed where the camera fails again with %s', async (name, same) => {
  await openCheck({ mediaDevices: failWith(new DOMException('', name)) });
  await press('Test my camera');
  await screen.findByRole('button', { name: 'Try again' });
  expect(screen.queryByText(same)).toBeNull();
  await press('Try again');
  expect(await screen.findAllByText(same)).toHaveLength(2);
});

test('takes another cause for news', async () => {
  const failures = [new DOMException('', 'NotReadableError'), new DOMException('', 'AbortError')];
  await openCheck({ mediaDevices: { ...failWith(undefined), getUserMedia: () => Promise.reject(failures.shift()) } });
  await press('Test my camera');
  await press('Try again');
  await findHeading('The camera stopped');
  expect(screen.queryByText(/^Nothing has changed yet/)).toBeNull();
});

test('tells people inside an app how to get out, and copies the link', async () => {
  const { copied } = await openCheck({ userAgent: userAgents.facebookAndroid });
  await screen.findByText(/^You are inside Facebook/);
  expect(listSteps()[1]).toBe('Choose “Open in browser” or “Open in Chrome”.');
  await press('Copy the link');
  await screen.findAllByText(/^The link is copied/);
  screen.getByText('https://portico.example/');
  expect(copied).toEqual(['https://portico.example/']);
});

test('shows and selects the link where the clipboard is closed', async () => {
  await openCheck({ userAgent: userAgents.instagramIos, copy: () => Promise.reject(new Error('not allowed')) });
  await press('Copy the link');
  await screen.findAllByText(/^The link could not be copied/);
  screen.getByText('https://portico.example/');
  expect(window.getSelection()?.toString()).toBe('https://portico.example/');
});

test('copies the address of the host product where people get their session from there', async () => {
  const { copied } = await openCheck({ userAgent: userAgents.instagramIos }, { configuration: { entry: 'hand-over' } });
  await press('Copy the link');
  await waitFor(() => expect(copied).toEqual(['https://bank.example/account']));
});

test('offers no files where the level wants a film', async () => {
  await openCheck(
    { permission: createFakePermission('denied') },
    { configuration: { requirements: [{ need: 'selfie', as: 'film' }] } },
  );
  await findHeading('This page may not use your camera');
  expect(screen.queryByRole('button', { name: 'Send files instead' })).toBeNull();
});
