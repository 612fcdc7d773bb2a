import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { mail } from '../testing/builders';
import { openPanel } from '../testing/open-panel';

test('shows a mail with its link, which opens in a new tab and can be copied', async () => {
  const user = userEvent.setup();
  openPanel({ mails: [mail({ kind: 'resubmission', link: 'http://localhost:4100/link/x', lang: 'ru' })] });
  await user.click(await screen.findByRole('link', { name: 'Outbox' }));
  const entry = within(await screen.findByRole('article'));
  expect(screen.getByRole('article').lang).toBe('ru');
  const link = entry.getByRole('link', { name: 'Open the link in a new tab' });
  expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['http://localhost:4100/link/x', '_blank']);
  await user.click(entry.getByRole('button', { name: 'Copy link' }));
  expect(await entry.findByText('Copied')).toBeDefined();
  expect(await navigator.clipboard.readText()).toBe('http://localhost:4100/link/x');
});

test('shows a code by itself', async () => {
  openPanel({ mails: [mail({ kind: 'code', text: 'رمز التأكيد 482913', lang: 'ar' })] }, '/?view=outbox');
  expect((await screen.findByText('482913')).className).toBe('code');
  expect(screen.getByRole('button', { name: 'Copy code' })).toBeDefined();
});

test('says to whom nothing could have been sent', async () => {
  openPanel({ mails: [mail({ to: null, note: 'IDnGO knows no address' })] }, '/?view=outbox');
  expect(await screen.findByText('IDnGO knows no address.')).toBeDefined();
});

test('is narrowed to the chosen person', async () => {
  openPanel(
    { mails: [mail(), mail({ mailId: 'm2', applicantId: 'applicant-u-2', subject: 'To another' })] },
    '/?applicant=applicant-u-1&view=outbox',
  );
  expect(await screen.findAllByRole('article')).toHaveLength(2);
  const main = within(screen.getByRole('main'));
  await userEvent.click(main.getByRole('checkbox', { name: 'This person only' }));
  expect(screen.getAllByRole('article')).toHaveLength(1);
  expect(screen.queryByText('To another')).toBeNull();
});
