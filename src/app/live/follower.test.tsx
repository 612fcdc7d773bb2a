import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { aChangedVerification, aConfiguration, aVerification } from '../testing/fake-backend';
import { createFakeNotices } from '../testing/fake-notices';
import { createFakeBrowser } from '../testing/fake-tabs';
import { renderApp } from '../testing/render-app';
import { joinTabs } from './join-tabs';
import type { TabMessage } from './tab-messages';

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const politely = () => screen.getAllByRole('status').map(region => region.textContent);

function turnPage(state: 'visible' | 'hidden') {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  act(() => {
    fireEvent(document, new Event('visibilitychange'));
  });
}

afterEach(() => {
  Reflect.deleteProperty(document, 'visibilityState');
});

const inReview = aVerification({ status: 'in-review', revision: 3 });
const atStatus = { path: '/status', verification: inReview };

describe('in a hidden tab', () => {
  test('the window says that there is something new, which is announced to whoever comes to look', async () => {
    const { push, backend } = await renderApp(atStatus);
    await heading('We have your documents');
    await waitFor(() => expect(backend.streams.some(stream => !stream.isClosed)).toBe(true));
    turnPage('hidden');
    await push(aVerification({ status: 'verified', revision: 4 }));
    await heading('You’re verified');
    await waitFor(() => expect(document.title).toBe('● Verified – Identity check'));
    expect(politely()).not.toContain('Status: Verified');

    turnPage('visible');
    await waitFor(() => expect(document.title).toBe('Verified – Identity check'));
    expect(politely()).toContain('Status: Verified');
  });

  test('what changed and changed back is not news', async () => {
    const { push, backend } = await renderApp(atStatus);
    await heading('We have your documents');
    await waitFor(() => expect(backend.streams.some(stream => !stream.isClosed)).toBe(true));
    turnPage('hidden');
    await push(aVerification({ status: 'on-hold', revision: 4 }));
    await waitFor(() => expect(document.title).toBe('● A closer look – Identity check'));
    await push(aVerification({ status: 'in-review', revision: 5 }));
    await waitFor(() => expect(document.title).toBe('Being checked – Identity check'));
    turnPage('visible');
    expect(politely().filter(text => text?.startsWith('Status:'))).toEqual([]);
  });
});

describe('a page that comes back from the browser’s memory', () => {
  const leave = () => fireEvent(window, new PageTransitionEvent('pagehide', { persisted: true }));
  const comeBack = () =>
    act(async () => void fireEvent(window, new PageTransitionEvent('pageshow', { persisted: true })));

  async function leaveVerified() {
    const app = await renderApp({ path: '/status', verification: aVerification({ status: 'verified', revision: 4 }) });
    const shown = await heading('You’re verified');
    await waitFor(() => expect(app.backend.streams.filter(stream => !stream.isClosed)).toHaveLength(1));
    leave();
    return { ...app, shown };
  }

  test('held neither a stream nor the status in sight meanwhile, and shows what is so now', async () => {
    const { backend, shown } = await leaveVerified();
    expect(getComputedStyle(shown).visibility).toBe('hidden');
    expect(backend.streams.filter(stream => !stream.isClosed)).toEqual([]);

    backend.state.verification = aChangedVerification({ revision: 5 });
    const seen: (string | null)[] = [];
    const observer = new MutationObserver(() => {
      if (document.body.style.visibility === '') seen.push(screen.getByRole('heading', { level: 1 }).textContent);
    });
    observer.observe(document.body, { attributes: true });
    await comeBack();
    const now = await heading('Your verification has changed');
    await waitFor(() => expect(getComputedStyle(now).visibility).toBe('visible'));
    observer.disconnect();
    expect(seen).toEqual(['Your verification has changed']);
    expect(screen.getByRole('alert').textContent).toBe('Your verification has changed');
    expect(backend.streams.filter(stream => !stream.isClosed)).toHaveLength(1);
  });

  test('forgets the status where nobody says what is so now', async () => {
    const { backend } = await leaveVerified();
    backend.state.problem = 'provider-refused';
    await comeBack();
    await waitFor(() => expect(document.body.style.visibility).toBe(''));
    expect(screen.queryByRole('heading', { name: 'You’re verified' })).toBeNull();
    await heading('The checking service is not available');
  });
});

describe('beside another tab that has the stream', () => {
  async function renderSecondTab(initial: Partial<Parameters<typeof renderApp>[0]> = {}) {
    const browser = createFakeBrowser();
    const firstPlace = browser.openTab();
    const heard: TabMessage[] = [];
    let asked = 0;
    const first = joinTabs({
      name: 'portico-7K2-94F',
      tab: 'first',
      locks: firstPlace.locks,
      createChannel: firstPlace.createChannel,
      now: Date.now,
      isVisible: () => true,
      lead({ onLink }) {
        onLink('live');
        return {
          wake: () => {
            asked += 1;
          },
          close: () => undefined,
        };
      },
      onLink: () => undefined,
      onMessage: message => heard.push(message),
    });
    const { locks, createChannel } = browser.openTab();
    const app = await renderApp({ ...atStatus, locks, createChannel, ...initial });
    await heading('We have your documents');
    await screen.findByText(/^Live\. Last updated/);
    return { ...app, first, heard, asked: () => asked };
  }

  test('it opens no stream, and follows what that tab is told', async () => {
    const { backend, first } = await renderSecondTab();
    const calls = backend.calls.length;
    act(() =>
      first.tell({
        kind: 'status',
        verification: aVerification({ status: 'verified', revision: 8 }),
        ends: null,
        at: 9,
      }),
    );
    await heading('You’re verified');
    expect(politely()).toContain('Status: Verified');
    expect(backend.streams).toEqual([]);
    expect(backend.calls.slice(calls)).not.toContain('GET /api/session');
    first.close();
  });

  test('it lets that tab ask when it comes to the front, and asks itself only where a person presses', async () => {
    const { backend, asked, heard, first } = await renderSecondTab();
    const before = backend.calls.length;
    turnPage('visible');
    await waitFor(() => expect(asked()).toBe(1));
    expect(backend.calls).toHaveLength(before);

    await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
    await waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toMatchObject({ kind: 'status', verification: { revision: 3 }, ends: { canStay: true } });
    expect(backend.calls.slice(before)).toEqual(['POST /api/verification/check', 'GET /api/session']);
    first.close();
  });

  test('it takes the stream when that tab closes', async () => {
    const { backend, first, push } = await renderSecondTab();
    first.close();
    await waitFor(() => expect(backend.streams).toHaveLength(1));
    await push(aVerification({ status: 'verified', revision: 8 }));
    await heading('You’re verified');
  });

  test('it ends with the session, whichever tab saw the end', async () => {
    const { backend, first } = await renderSecondTab();
    backend.state.verification = 'no-session';
    act(() => first.tell({ kind: 'doubt' }));
    await heading('Your session has ended');
    screen.getByRole('link', { name: 'Go back to the service' });
    first.close();
  });
});

describe('the end of the session', () => {
  const noReturn = { links: { ...aConfiguration.links, return: null } };

  test('is said two minutes before, with what is kept, and shows in place of the status when it is over', async () => {
    const { backend } = await renderApp({ ...atStatus, ends: { inSeconds: 2, canStay: false } });
    const dialog = await screen.findByRole('dialog', { name: 'Your session is about to end' });
    expect(dialog.textContent).toMatch(/Everything you have sent is kept.*Time left: 0:0\d20 seconds left/);
    expect(screen.queryByRole('button', { name: 'Stay signed in' })).toBeNull();
    backend.state.verification = 'no-session';
    await heading('Your session has ended');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement?.tagName).toBe('H1');
  });

  test('can be put off by one press', async () => {
    const { backend } = await renderApp({ ...atStatus, ends: { inSeconds: 121, canStay: true } });
    const menu = await screen.findByRole('button', { name: 'Language: English' });
    menu.focus();
    const stay = await screen.findByRole('button', { name: 'Stay signed in' });
    backend.state.problem = 'provider-refused';
    await userEvent.click(stay);
    await screen.findByText('We couldn’t reach our service. Check your connection and try again.');
    backend.state.problem = undefined;
    backend.state.ends = { inSeconds: 604_800, canStay: true };
    await userEvent.click(stay);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await heading('We have your documents');
    expect(document.activeElement).toBe(menu);
  });

  test('leads on where anybody may enter, to a session that does not end with the old one', async () => {
    const { backend } = await renderApp({
      ...atStatus,
      configuration: noReturn,
      ends: { inSeconds: 1, canStay: false },
    });
    await screen.findByRole('dialog');
    backend.state.verification = 'no-session';
    await heading('Your session has ended');
    backend.state.ends = { inSeconds: 604_800, canStay: true };
    await userEvent.click(screen.getByRole('button', { name: 'Start identity check' }));
    await heading('Confirm it’s really you');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a notification of the answer', () => {
  test('is offered where a person waits, asked for by a press, and taken back by another', async () => {
    const browser = createFakeNotices();
    const { push } = await renderApp({ ...atStatus, notices: browser.openTab() });
    const offer = await screen.findByRole('button', { name: 'Tell me when there is an answer' });
    expect(browser.timesAsked()).toBe(0);
    await userEvent.click(offer);
    const cancel = await screen.findByRole('button', { name: 'Don’t notify me' });
    expect(document.activeElement).toBe(cancel);
    expect(politely().join()).toContain('This browser will notify you');
    await userEvent.click(cancel);
    await userEvent.click(await screen.findByRole('button', { name: 'Tell me when there is an answer' }));
    await screen.findByText(/This browser will notify you/);

    turnPage('hidden');
    await push(aVerification({ status: 'not-verified', revision: 4 }));
    await heading('We could not verify your identity');
    expect(browser.shown().map(({ title }) => title)).toEqual(['There is news about your identity check']);
  });

  test('that was refused says how to allow it', async () => {
    const browser = createFakeNotices();
    browser.willAnswer('denied');
    await renderApp({ ...atStatus, notices: browser.openTab() });
    await userEvent.click(await screen.findByRole('button', { name: 'Tell me when there is an answer' }));
    const how = await screen.findByText(/Your browser blocks notifications from this page/);
    expect(document.activeElement).toBe(how);
  });

  test('that was refused some other day is not spoken of again', async () => {
    const browser = createFakeNotices();
    browser.decide('denied');
    await renderApp({ ...atStatus, notices: browser.openTab() });
    await screen.findByText(/^Live\. Last updated/);
    expect(screen.queryByRole('button', { name: 'Tell me when there is an answer' })).toBeNull();
    expect(screen.queryByText(/Your browser blocks notifications/)).toBeNull();
  });
});
