import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { readAnew } from '../api/panel-queries';
import { person, run } from '../testing/builders';
import { choosePerson, openPanel, renderPanel } from '../testing/open-panel';

test('opens the person named in the address, and Back returns to the one before', async () => {
  openPanel({}, '/?applicant=applicant-u-2');
  expect(await screen.findByRole('heading', { name: 'u-2' })).toBeDefined();
  await choosePerson(/u-1/);
  expect(window.location.search).toBe('?applicant=applicant-u-1');
  expect(screen.getByRole('link', { name: /u-1/ }).getAttribute('aria-current')).toBe('page');
  window.history.back();
  expect(await screen.findByRole('heading', { name: 'u-2' })).toBeDefined();
});

test('says so when the person in the address is not there', async () => {
  openPanel({}, '/?applicant=gone');
  expect((await screen.findByRole('alert')).textContent).toContain('Applicant not found');
});

test('tells once that the sandbox does not answer', async () => {
  window.history.replaceState(null, '', '/');
  renderPanel(() => Promise.reject(new TypeError('Failed to fetch')));
  expect((await screen.findAllByRole('alert')).map(alert => alert.textContent?.trim())).toEqual([
    'The sandbox does not answer. Is it still running?',
  ]);
});

test('marks people of production, and those whom a scenario is played for or will be', async () => {
  openPanel({
    people: [person('u-1', { environment: 'production' }), person('u-2')],
    runs: [run({ applicantId: 'applicant-u-2' }), run({ runId: 'run-2', applicantId: null, externalUserId: null })],
  });
  expect((await screen.findByRole('link', { name: /^u-1/ })).textContent).toContain('production');
  expect(await screen.findByRole('link', { name: 'The next new person will play “Held overnight”' })).toBeDefined();
  const second = screen.getByRole('link', { name: /^u-2/ });
  expect(second.textContent).not.toContain('production');
  expect(second.textContent).toContain('plays “Held overnight”');
});

test('announces how the person stands when that has changed, and not before', async () => {
  const { sandbox, queryClient } = openPanel({}, '/?applicant=applicant-u-1');
  const heading = await screen.findByRole('heading', { name: 'u-1' });
  const status = heading.parentElement?.querySelector('[role="status"]');
  expect(status?.textContent).toBe('');
  sandbox.people = [person('u-1', { review: { reviewStatus: 'onHold' } })];
  await readAnew(queryClient, ['applicants']);
  await waitFor(() => expect(status?.textContent).toBe('u-1: onHold'));
});
