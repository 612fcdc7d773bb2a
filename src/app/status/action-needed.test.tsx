import { act, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { DocumentStep } from '#contract/documents';
import { aChangedVerification, aVerification } from '../testing/fake-backend';
import { renderApp } from '../testing/render-app';

const blurred: DocumentStep = {
  idDocSetType: 'IDENTITY',
  idDocType: 'PASSPORT',
  verdict: 'send-again',
  reasons: ['LOW_QUALITY'],
  comment: null,
  images: [],
};
const path = '/status';
const actionNeeded = aVerification({ status: 'action-needed', revision: 4 });
const headings = () => screen.findByRole('heading', { level: 1 });
const again = () => screen.queryByRole('button', { name: 'Take a new photo' });

test.each([
  [1, 'You have 1 more try today.'],
  [2, 'You have 2 more tries today.'],
])('says that %i more tries are left', async (left, text) => {
  const documents = { steps: [blurred], attempts: { left, nextAt: null } };
  await renderApp({ path, verification: actionNeeded, documents });
  await screen.findByText(text);
  expect(again()).not.toBeNull();
});

test('says nothing of tries where nobody counts', async () => {
  await renderApp({ path, verification: actionNeeded, documents: { steps: [blurred] } });
  await screen.findByText(/blurred/);
  expect(screen.queryByText(/tr(y|ies) today/)).toBeNull();
});

test('offers no button while no try is left, says until when, and brings it back then', async () => {
  const now = new Date(2026, 10, 24, 20, 0).getTime();
  vi.useFakeTimers({ now, toFake: ['Date', 'setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const nextAt = new Date(2026, 10, 25, 9, 10).toISOString();
  await renderApp({ path, verification: actionNeeded, documents: { steps: [blurred], attempts: { left: 0, nextAt } } });
  await screen.findByText(/You can send again tomorrow at 09:10\./);
  expect(again()).toBeNull();
  await act(() => vi.advanceTimersByTimeAsync(13 * 60 * 60_000 + 10 * 60_000));
  await waitFor(() => expect(again()).not.toBeNull());
  expect(screen.queryByText(/You can send again/)).toBeNull();
});

test('says when to come back to somebody who opens the check without a try left', async () => {
  await renderApp({ path: '/verify', verification: actionNeeded, problem: 'attempts-used' });
  await screen.findByRole('heading', { level: 1, name: 'Too many tries' });
});

test('explains a request that marks no document, by its label or in neutral words', async () => {
  const { push, backend } = await renderApp({
    path,
    verification: actionNeeded,
    documents: { reasons: ['NOT_ALL_CHECKS_COMPLETED'] },
  });
  await screen.findByText('Some steps were not finished.');
  expect((await headings()).textContent).toBe('We need something more from you');
  screen.getByText(/once you have sent what is still needed/);
  backend.state.documents.reasons = [];
  await push(aVerification({ status: 'action-needed', revision: 5 }));
  await screen.findByText('Open the check: it shows what to send.');
});

test('speaks of no list where the list cannot be had', async () => {
  await renderApp({ path, verification: actionNeeded, documentsRefusal: 'provider-refused' });
  await screen.findByText(/can’t show the list/);
  screen.getByText('Your check is not over. It goes on once you have sent what is still needed.');
});

test('speaks of details, not of photos, where details were refused', async () => {
  const details = { ...blurred, idDocSetType: 'APPLICANT_DATA', idDocType: null, reasons: [] };
  await renderApp({ path, verification: actionNeeded, documents: { steps: [details] } });
  await screen.findByText('Open the check and go through them once more.');
  expect(screen.queryByText(/light/)).toBeNull();
});

test('says once what the provider says of the whole and of a document alike', async () => {
  const comment = 'Снимите без бликов.';
  await renderApp({ path, verification: actionNeeded, documents: { comment, steps: [{ ...blurred, comment }] } });
  expect(await screen.findAllByText(comment)).toHaveLength(1);
});

test('counts tries also where something is asked of somebody who was verified', async () => {
  await renderApp({
    path,
    verification: aChangedVerification({ remedy: 'resubmit' }),
    documents: { steps: [blurred], attempts: { left: 2, nextAt: null } },
  });
  await screen.findByText('You have 2 more tries today.');
  expect(again()).not.toBeNull();
});
