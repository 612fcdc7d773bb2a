import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { aConfiguration, aVerification } from '../testing/fake-backend';
import { renderApp } from '../testing/render-app';

const nowhere = { ...aConfiguration.links, return: null };

test.each([
  ['expired', 'This link has expired'],
  ['invalid', 'This link does not work'],
  ['used', 'This link has been used already'],
  ['busy', 'Too many tries'],
  ['unavailable', 'This is not working on our side'],
])('explains a hand-over that was refused as %s, and leads back to where it came from', async (entry, heading) => {
  await renderApp({ path: `/?entry=${entry}`, configuration: { entry: 'hand-over' } });
  await screen.findByRole('heading', { level: 1, name: heading });
  expect(screen.getByRole('link', { name: 'Go back to the service' }).getAttribute('href')).toBe(
    aConfiguration.links.return,
  );
});

test('a refused link leads to the start page where there is nothing to go back to', async () => {
  await renderApp({ path: '/?entry=busy', configuration: { links: nowhere } });
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  await screen.findByRole('button', { name: 'Start identity check' });
});

test('somebody who is signed in already is told that the link was used, and goes on with their own check', async () => {
  await renderApp({ path: '/?entry=used', verification: aVerification({ status: 'in-review' }) });
  await screen.findByRole('heading', { level: 1, name: 'This link has been used already' });
  await userEvent.click(screen.getByRole('button', { name: 'Continue where you left off' }));
  await screen.findByRole('heading', { level: 1, name: 'We have your documents' });
});

test('Back to a refused link shows the check of whoever has got in by another link since', async () => {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
    { type: 'back_forward' } as Partial<PerformanceNavigationTiming> as PerformanceNavigationTiming,
  ]);
  await renderApp({ path: '/?entry=used', verification: aVerification({ status: 'in-review' }) });
  await screen.findByRole('heading', { level: 1, name: 'We have your documents' });
  vi.restoreAllMocks();
});
