import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { DocumentStep } from '#contract/documents';
import type { ProblemCode } from '#contract/problem';
import type { RevealedDocument } from '#contract/revealed';
import { aChangedVerification, aVerification } from '../testing/fake-backend';
import { renderApp } from '../testing/render-app';

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

function aStep(changes: Partial<DocumentStep>): DocumentStep {
  return {
    idDocSetType: 'IDENTITY',
    idDocType: 'ID_CARD',
    verdict: 'accepted',
    reasons: [],
    comment: null,
    images: [],
    ...changes,
  };
}

test('follows the push stream and ignores a revision lower than the one shown', async () => {
  const { push } = await renderApp({
    path: '/status',
    verification: aVerification({ status: 'in-review', revision: 3 }),
  });
  await heading('We have your documents');
  await push(aVerification({ status: 'verified', revision: 5 }));
  await heading('You’re verified');
  await push(aVerification({ status: 'in-review', revision: 4 }));
  expect(screen.getByRole('heading', { level: 1, name: 'You’re verified' })).toBeTruthy();
});

test('keeps a pushed status when the backend answers a later question with an older one', async () => {
  const { backend, push } = await renderApp({
    path: '/status',
    verification: aVerification({ status: 'in-review', revision: 3 }),
  });
  await heading('We have your documents');
  await push(aVerification({ status: 'on-hold', revision: 4 }));
  await heading('We are taking a closer look');
  const asked = backend.calls.length;
  await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
  await waitFor(() => expect(backend.calls.length).toBe(asked + 2));
  await heading('We are taking a closer look');
});

test('takes an approval back live, with an alert, and does not show it again on a late repeat', async () => {
  const { push } = await renderApp({
    path: '/status',
    verification: aVerification({ status: 'in-review', revision: 3 }),
  });
  await heading('We have your documents');
  const verified = aVerification({ status: 'verified', revision: 4 });
  await push(verified);
  await heading('You’re verified');
  expect(document.title).toBe('Verified – Identity check');
  expect(screen.getByText('Status: Verified').closest('[role="status"]')).toBeTruthy();

  await push(aChangedVerification({ revision: 5, changedAt: '2026-11-24T09:10:00Z' }));
  await heading('Your verification has changed');
  expect(screen.getByRole('alert').textContent).toBe('Your verification has changed');
  expect(document.title).toBe('Verification changed – Identity check');
  expect(screen.getByRole('link', { name: 'Contact us' }).getAttribute('href')).toBe('https://bank.example/help');

  await push(verified);
  expect(screen.queryByRole('heading', { name: 'You’re verified' })).toBeNull();
});

test('raises no alert when the withdrawal was already known on arrival', async () => {
  await renderApp({ path: '/status', verification: aChangedVerification({}) });
  await heading('Your verification has changed');
  expect(screen.getByRole('alert').textContent).toBe('');
});

test('names each photo to be sent again, says why and how, and what is accepted', async () => {
  const { sdk } = await renderApp({
    path: '/status',
    verification: aVerification({ status: 'action-needed' }),
    documents: {
      steps: [
        aStep({
          verdict: 'send-again',
          images: [
            { side: 'front', verdict: 'accepted', reasons: [], comment: null },
            { side: 'back', verdict: 'send-again', reasons: ['LOW_QUALITY'], comment: null },
          ],
        }),
        aStep({ idDocSetType: 'SELFIE', idDocType: 'SELFIE', verdict: 'send-again', reasons: ['BRAND_NEW_LABEL'] }),
      ],
    },
  });
  await heading('We need 2 new photos');
  const [back, selfie, front] = await screen.findAllByRole('listitem');
  if (!back || !selfie || !front) throw new Error('three cards are expected');
  within(back).getByText('ID card, back side');
  within(back).getByText('Send again');
  within(back).getByText('Put the document on a table in daylight and hold the phone still.');
  within(selfie).getByText('We could not accept this.');
  within(front).getByText('ID card, front side');
  within(front).getByText('Accepted');
  expect(document.title).toBe('Action needed – Identity check');

  await userEvent.click(screen.getByRole('button', { name: 'Take new photos' }));
  await waitFor(() => expect(sdk.alive()).toHaveLength(1));
});

test("shows the provider's own comment instead of our text for the label", async () => {
  await renderApp({
    path: '/status',
    verification: aVerification({ status: 'action-needed' }),
    documents: {
      steps: [aStep({ verdict: 'send-again', reasons: ['LOW_QUALITY'], comment: 'Снимите документ без бликов.' })],
    },
  });
  await heading('We need 1 new photo');
  expect((await screen.findByText('Снимите документ без бликов.')).dir).toBe('auto');
  expect(screen.queryByText(/blurred/)).toBeNull();
});

test('reads what was recognised only when asked, and hides it after a minute', async () => {
  const { backend } = await renderApp({
    path: '/status',
    verification: aVerification({ status: 'verified' }),
    documents: {
      recognised: [{ idDocType: 'ID_CARD', country: 'KAZ', fields: [{ name: 'number', masked: '••••77ID' }] }],
    },
  });
  await heading('You’re verified');
  expect(backend.calls).not.toContain('GET /api/verification/documents');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  fireEvent.click(screen.getByRole('button', { name: 'Show' }));
  await vi.waitFor(() => screen.getByText('••••77ID'));
  screen.getByText('ID card, Kazakhstan');
  act(() => vi.advanceTimersByTime(60_000));
  expect(screen.queryByText('••••77ID')).toBeNull();
  screen.getByRole('button', { name: 'Show' });
});

test('hides what was recognised when the person looks elsewhere', async () => {
  await renderApp({
    path: '/status',
    verification: aVerification({ status: 'verified' }),
    documents: {
      recognised: [{ idDocType: 'ID_CARD', country: null, fields: [{ name: 'number', masked: '••••77ID' }] }],
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Show' }));
  await screen.findByText('••••77ID');
  fireEvent.blur(window);
  expect(screen.queryByText('••••77ID')).toBeNull();
});

describe('the full values', () => {
  const documents = {
    recognised: [{ idDocType: 'ID_CARD', country: 'KAZ', fields: [{ name: 'number' as const, masked: '••••77ID' }] }],
  };
  const revealed: RevealedDocument[] = [
    {
      idDocType: 'ID_CARD',
      country: 'KAZ',
      fields: [
        { name: 'number', value: '123477ID' },
        { name: 'dob', value: '1990-02-03' },
      ],
    },
  ];
  const reveal = 'POST /api/verification/documents/reveal';

  async function show(answer: RevealedDocument[] | ProblemCode = revealed) {
    const view = await renderApp({
      path: '/status',
      verification: aVerification({ status: 'verified' }),
      documents,
      revealed: answer,
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Show' }));
    await screen.findByText('••••77ID');
    expect(view.backend.calls).not.toContain(reveal);
    return view;
  }

  test('are asked for by a button, announced, and leave the focus on it', async () => {
    const { backend } = await show();
    const button = screen.getByRole('button', { name: 'Show in full' });
    await userEvent.click(button);
    await screen.findByText('123477ID');
    screen.getByText('3 February 1990');
    expect(screen.queryByText('••••77ID')).toBeNull();
    expect((await screen.findByText('Your details are shown in full.')).role).toBe('status');
    expect(document.activeElement).toBe(button);
    expect(button.textContent).toBe('Show less');
    await userEvent.click(button);
    await screen.findByText('••••77ID');
    expect(screen.queryByText('123477ID')).toBeNull();
    expect(backend.calls.filter(call => call === reveal)).toHaveLength(1);
    await userEvent.click(button);
    await screen.findByText('123477ID');
    expect(backend.calls.filter(call => call === reveal)).toHaveLength(2);
  });

  test('are not asked for again by coming back to the page or online', async () => {
    const { backend } = await show();
    await userEvent.click(screen.getByRole('button', { name: 'Show in full' }));
    await screen.findByText('123477ID');
    fireEvent.focus(window);
    fireEvent(window, new Event('online'));
    await screen.findByText('123477ID');
    expect(backend.calls.filter(call => call === reveal)).toHaveLength(1);
  });

  test('are hidden with everything else when the person looks elsewhere, and the focus stays at hand', async () => {
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Show in full' }));
    await screen.findByText('123477ID');
    fireEvent.blur(window);
    expect(screen.queryByText('123477ID')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show' }));
    await userEvent.click(screen.getByRole('button', { name: 'Show' }));
    await screen.findByText('••••77ID');
    expect(screen.queryByText('123477ID')).toBeNull();
  });

  test('are hidden a minute after they came', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    await renderApp({ path: '/status', verification: aVerification({ status: 'verified' }), documents, revealed });
    fireEvent.click(await screen.findByRole('button', { name: 'Show' }));
    await screen.findByText('••••77ID');
    act(() => vi.advanceTimersByTime(50_000));
    fireEvent.click(screen.getByRole('button', { name: 'Show in full' }));
    await screen.findByText('123477ID');
    await act(async () => undefined); // what follows from them: the minute begins
    act(() => vi.advanceTimersByTime(50_000));
    screen.getByText('123477ID');
    act(() => vi.advanceTimersByTime(10_000));
    expect(screen.queryByText('123477ID')).toBeNull();
    screen.getByRole('button', { name: 'Show' });
  });

  test.each([
    ['rate-limited', 'You have shown this several times. Try again in a few minutes.'],
    ['provider-unreachable', 'This could not be loaded.'],
  ] as const)('stay masked where they are refused (%s), and may be asked for again', async (code, text) => {
    const { backend } = await show(code);
    const button = screen.getByRole('button', { name: 'Show in full' });
    await userEvent.click(button);
    expect((await screen.findByText(text)).role).toBe('alert');
    screen.getByText('••••77ID');
    expect(backend.calls.filter(call => call === reveal)).toHaveLength(1);
    backend.state.revealed = revealed;
    await userEvent.click(button);
    await screen.findByText('123477ID');
    expect(screen.queryByText(text)).toBeNull();
  });

  test('of somebody whom another tab signed in are never shown here', async () => {
    const { backend } = await show();
    backend.state.verification = { ...aVerification({ status: 'verified' }), reference: 'ANOTHER' };
    await userEvent.click(screen.getByRole('button', { name: 'Show in full' }));
    await waitFor(() => expect(backend.calls).toContain(reveal));
    await waitFor(() => expect(screen.queryByText('••••77ID')).not.toBeNull());
    expect(screen.queryByText('123477ID')).toBeNull();
  });
});

test('promises less the longer somebody waits, by the time that is usual here', async () => {
  const sentAt = Date.parse('2026-11-24T09:00:00Z');
  vi.useFakeTimers({ now: sentAt, toFake: ['Date', 'setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  await renderApp({
    path: '/status',
    verification: aVerification({ status: 'in-review', changedAt: new Date(sentAt).toISOString() }),
  });
  await heading('We have your documents');
  screen.getByText(/usually takes up to 15 minutes/);
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  screen.getByText(/still going on/);
  await act(() => vi.advanceTimersByTimeAsync(4 * 60_000));
  screen.getByText(/needs more time/);
  await act(() => vi.advanceTimersByTimeAsync(10 * 60_000));
  screen.getByText(/longer than the usual 15 minutes/);
});

test('counts the wait by the backend’s clock, whatever the device’s says', async () => {
  const sentAt = Date.parse('2026-11-24T09:00:00Z');
  await renderApp({
    path: '/status',
    now: () => sentAt + 3_600_000,
    date: new Date(sentAt).toUTCString(),
    verification: aVerification({ status: 'in-review', changedAt: new Date(sentAt).toISOString() }),
  });
  await heading('We have your documents');
  screen.getByText(/usually takes up to 15 minutes/);
});

test.each(['in-review', 'on-hold'] as const)('has IDnGO asked again for somebody who is %s', async status => {
  const { backend, push } = await renderApp({ path: '/status', verification: aVerification({ status }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Check again' }));
  await waitFor(() => expect(backend.calls.slice(-2)).toEqual(['POST /api/verification/check', 'GET /api/session']));
  await push(aVerification({ status: 'verified', revision: 2 }));
  await heading('You’re verified');
});

test.each(['rate-limited', 'database-unavailable'] as const)(
  'reads what is known when the question is refused as %s',
  async checkRefusal => {
    const verification = aVerification({ status: 'in-review' });
    const { backend } = await renderApp({ path: '/status', verification, checkRefusal });
    const button = await screen.findByRole('button', { name: 'Check again' });
    backend.state.verification = aVerification({ status: 'verified', revision: 2 });
    await userEvent.click(button);
    await heading('You’re verified');
  },
);

test('sends people without an attempt to the start', async () => {
  await renderApp({ path: '/status', verification: aVerification({}) });
  await waitFor(() => expect(window.location.pathname).toBe('/'));
});
