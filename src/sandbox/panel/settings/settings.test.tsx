import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { readAnew } from '../api/panel-queries';
import { at, webhook } from '../testing/builders';
import { fill, openPanel } from '../testing/open-panel';

const main = () => within(screen.getByRole('main'));

test('saves only what was changed', async () => {
  const user = userEvent.setup();
  const { sandbox } = openPanel({}, '/?view=settings');
  await fill(user, await main().findByRole('textbox', { name: /^Address/ }), 'http://localhost:9/hook');
  await user.click(main().getByRole('radio', { name: 'SHA-512' }));
  await user.click(main().getByRole('button', { name: 'Add a header' }));
  await fill(user, main().getByRole('textbox', { name: 'Name of header 1' }), 'X-Tenant');
  await fill(user, main().getByRole('textbox', { name: 'Value of header 1' }), 'blue');
  await user.click(main().getByRole('button', { name: 'Save' }));
  expect(await main().findByText('Saved: the next webhook goes out like this.')).toBeDefined();
  expect(sandbox.posted).toEqual([
    {
      path: 'webhooks/sandbox',
      body: {
        url: 'http://localhost:9/hook',
        algorithm: 'HMAC_SHA512_HEX',
        headers: [{ name: 'X-Tenant', value: 'blue' }],
      },
    },
  ]);
});

test('follows what others change, but for what is being typed', async () => {
  const user = userEvent.setup();
  const { sandbox, queryClient } = openPanel({}, '/?view=settings');
  const address = await main().findByRole<HTMLInputElement>('textbox', { name: /^Address/ });
  await fill(user, address, 'http://localhost:9/mine');
  sandbox.webhooks = [webhook({ url: 'http://localhost:9/theirs', bodyFormat: 'compact' })];
  await readAnew(queryClient, ['webhooks']);
  await waitFor(() => expect(main().getByRole<HTMLInputElement>('radio', { name: 'In one line' }).checked).toBe(true));
  expect(address.value).toBe('http://localhost:9/mine');
});

test('says who disabled the webhook and why, and enables it', async () => {
  const { sandbox } = openPanel(
    { webhooks: [webhook({ state: { name: 'disabled', reason: 'failing', since: at } })] },
    '/?view=settings',
  );
  const state = within(await main().findByRole('region', { name: 'Webhook' }));
  expect(state.getByText(/5 webhooks in a row had to be given up/)).toBeDefined();
  await userEvent.click(state.getByRole('button', { name: 'Enable' }));
  await waitFor(() => expect(sandbox.posted).toEqual([{ path: 'webhooks/sandbox', body: { state: 'enabled' } }]));
});

test('sends a test webhook of a type, and leads to what became of it', async () => {
  const user = userEvent.setup();
  const { sandbox } = openPanel({}, '/?view=settings&environment=production');
  await user.selectOptions(await main().findByRole('combobox', { name: 'Type' }), 'applicantOnHold');
  await user.click(main().getByRole('button', { name: 'Send test webhook' }));
  expect(await main().findByText(/the app answered 200/)).toBeDefined();
  expect(main().getByRole('link', { name: 'See all of it' }).getAttribute('href')).toBe('/?delivery=d-test');
  expect(sandbox.posted).toEqual([{ path: 'webhooks/production/test', body: { type: 'applicantOnHold' } }]);
});

test('each environment has an address of its own', async () => {
  openPanel({}, '/?view=settings');
  await userEvent.click(await main().findByRole('link', { name: 'Production' }));
  expect(window.location.search).toBe('?view=settings&environment=production');
  expect(await main().findByText('No address is set, so nothing is sent.')).toBeDefined();
});

test('changes how tokens are spelled', async () => {
  const { sandbox } = openPanel({}, '/?view=settings');
  await userEvent.click(await main().findByRole('radio', { name: 'Opaque' }));
  await waitFor(() => expect(sandbox.posted).toEqual([{ path: 'access-tokens/shape', body: { shape: 'opaque' } }]));
});
