import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ChangedRemedy } from '#contract/verification';
import { aChangedVerification } from '../testing/fake-backend';
import { renderApp } from '../testing/render-app';

const approvedAt = new Date(2026, 10, 22, 14, 41).toISOString();
const changedAt = new Date(2026, 10, 24, 9, 10).toISOString();
const now = () => new Date(2026, 10, 26, 12, 0).getTime();

async function show(changes: Parameters<typeof aChangedVerification>[0], links = {}) {
  const configuration = {
    links: { return: null, support: null, privacy: null, retention: null, appeal: null, ...links },
  };
  await renderApp({ path: '/status', verification: aChangedVerification(changes), configuration, now });
  await screen.findByRole('heading', { level: 1, name: 'Your verification has changed' });
}

test.each([
  [
    { approvedAt, changedAt },
    'You were verified on 22 November at 14:41. We withdrew that approval on 24 November at 09:10.',
  ],
  [{ changedAt }, 'We withdrew the approval of your identity on 24 November at 09:10.'],
  [{}, 'We withdrew the approval of your identity.'],
])('says when, as far as it is known: %j', async (times, text) => {
  await show(times);
  screen.getByText(text);
  screen.getByText(/Until your identity is confirmed again/);
});

test.each<[ChangedRemedy, RegExp, string | undefined]>([
  ['resubmit', /Send what is marked below/, 'Send again'],
  ['start-again', /It takes about 4 minutes/, 'Start the check again'],
  ['contact', /There is nothing to do on this page/, undefined],
])('says what to do about it, or that there is nothing: %s', async (remedy, text, button) => {
  await show({ remedy });
  screen.getByText(text);
  const buttons = within(screen.getByRole('main')).queryAllByRole('button');
  expect(buttons.map(({ textContent }) => textContent)).toEqual(button ? [button] : []);
});

test('leads to a person where there is one', async () => {
  await show({ remedy: 'contact' }, { support: 'https://bank.example/help', appeal: 'https://bank.example/appeal' });
  const links = within(screen.getByRole('main')).getAllByRole('link');
  expect(links.map(({ textContent }) => textContent)).toEqual(['Contact us', 'Ask for a review']);
});
