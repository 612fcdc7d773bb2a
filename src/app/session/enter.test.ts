import { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import type { Verification } from '#contract/verification';
import { createApi } from '../api/http';
import { verificationKey } from '../api/queries';
import { aVerification, createFakeBackend } from '../testing/fake-backend';
import { createFakeBrowser, type FakeTab } from '../testing/fake-tabs';
import { enter } from './enter';

type Backend = ReturnType<typeof createFakeBackend>;

function openWindow(backend: Pick<Backend, 'fetch'>, locks: FakeTab['locks'] | undefined) {
  const client = new QueryClient();
  const enterHere = () => enter(client, { api: createApi({ fetch: backend.fetch }), locks });
  return { enterHere, known: () => client.getQueryData<Verification>(verificationKey) };
}

const listEntries = ({ calls }: Backend) => calls.filter(call => call === 'POST /api/session');

test('two windows that enter at once are one person', async () => {
  const [backend, browser] = [createFakeBackend({}), createFakeBrowser()];
  const windows = [1, 2, 3].map(() => openWindow(backend, browser.openTab().locks));
  await Promise.all(windows.map(({ enterHere }) => enterHere()));
  expect(listEntries(backend)).toHaveLength(1);
  expect(windows.map(({ known }) => known())).toEqual(windows.map(() => backend.state.verification));
});

test('a window in which nobody was signed in goes on as whoever has entered in another since', async () => {
  const verification = { ...aVerification({ status: 'in-review' }), reference: 'ANO-THR' };
  const backend = createFakeBackend({ verification });
  const { enterHere, known } = openWindow(backend, createFakeBrowser().openTab().locks);
  await enterHere();
  expect(listEntries(backend)).toEqual([]);
  expect(known()).toEqual(verification);
});

test('a browser without locks looks all the same before it enters', async () => {
  const backend = createFakeBackend({});
  const [first, second] = [openWindow(backend, undefined), openWindow(backend, undefined)];
  await first.enterHere();
  await second.enterHere();
  expect(listEntries(backend)).toHaveLength(1);
});

test('a window that is not let in by the other does not wait for ever', async () => {
  vi.useFakeTimers();
  const [backend, browser] = [createFakeBackend({}), createFakeBrowser()];
  const frozen = browser.openTab();
  void frozen.locks.request('entry', { signal: new AbortController().signal }, () => new Promise(() => undefined));
  const { enterHere } = openWindow(backend, browser.openTab().locks);
  const entered = enterHere();
  await vi.advanceTimersByTimeAsync(5_000);
  await entered;
  expect(listEntries(backend)).toHaveLength(1);
  vi.useRealTimers();
});

test('a refusal is told to whoever entered, once, and lets the next one try', async () => {
  const [backend, browser] = [createFakeBackend({ problem: 'rate-limited' }), createFakeBrowser()];
  const [first, second] = [1, 2].map(() => openWindow(backend, browser.openTab().locks));
  await expect(first?.enterHere()).rejects.toMatchObject({ code: 'rate-limited' });
  expect(backend.calls).toHaveLength(1);
  backend.state.problem = undefined;
  await second?.enterHere();
  expect(listEntries(backend)).toHaveLength(1);
});
