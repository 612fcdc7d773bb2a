import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { FaultCatalogueEntry } from '../../control/fault-contract';
import { setFault } from '../testing/builders';
import { fill, openPanel } from '../testing/open-panel';

const catalogue: FaultCatalogueEntry[] = [
  {
    name: 'delay',
    target: 'receiver',
    label: 'Delay',
    sentence: 'The webhook goes out later.',
    parameters: [
      { kind: 'number', name: 'seconds', label: 'Seconds', min: 1, max: 600, default: 60, emptyLabel: null },
    ],
  },
  { name: 'cut', target: 'api', label: 'Cut connection', sentence: 'The answer breaks off.', parameters: [] },
];

test('sets a fault for the chosen person as the catalogue describes it', async () => {
  const user = userEvent.setup();
  const { sandbox } = openPanel({ catalogue }, '/?applicant=applicant-u-1&fault=delay');
  const form = within(await screen.findByRole('region', { name: 'Delay' }));
  await fill(user, form.getByRole('spinbutton', { name: 'Seconds' }), '90');
  await user.click(form.getByRole('radio', { name: 'Several times' }));
  await user.click(await form.findByRole('radio', { name: 'u-1' }));
  await user.selectOptions(form.getByRole('combobox', { name: 'Type of webhook' }), 'applicantReviewed');
  await user.click(form.getByRole('button', { name: 'Set this fault' }));
  expect(await form.findByText('It is set: the next that fits meets it.')).toBeDefined();
  expect(sandbox.posted).toEqual([
    {
      path: 'faults',
      body: {
        target: 'receiver',
        fault: { name: 'delay', seconds: 90 },
        times: 3,
        only: { applicantId: 'applicant-u-1', type: 'applicantReviewed' },
      },
    },
  ]);
});

test('lists what is set with what is left of it, and takes back one or all', async () => {
  const user = userEvent.setup();
  const { sandbox } = openPanel(
    {
      catalogue,
      faults: [
        setFault({ only: { externalUserId: 'u-1' } }),
        setFault({ faultId: 'f2', fault: { name: 'drop' }, left: null }),
      ],
    },
    '/?view=faults',
  );
  const list = within(await screen.findByRole('region', { name: 'Set now' }));
  const [first, second] = list.getAllByRole('listitem');
  expect(first?.textContent).toContain('Delay 2 times more');
  expect(first?.textContent).toContain('for webhooks about u-1');
  expect(first?.textContent).toContain('seconds 60');
  expect(second?.textContent).toContain('until it is cleared');
  await user.click(list.getByRole('button', { name: 'Remove Delay' }));
  await user.click(list.getByRole('button', { name: 'Clear all' }));
  await waitFor(() => expect(sandbox.posted.map(({ path }) => path)).toEqual(['faults/f1', 'faults/clear']));
});

test('counts in the header what is set, and takes it back from there', async () => {
  const user = userEvent.setup();
  const { sandbox } = openPanel({ catalogue, faults: [setFault()] });
  const button = await screen.findByRole('button', { name: 'Faults: 1 set' });
  expect(button.className).toBe('warn');
  await user.click(button);
  await user.click(screen.getByRole('menuitem', { name: 'Remove Delay, 2 times more' }));
  await waitFor(() => expect(sandbox.posted.map(({ path }) => path)).toEqual(['faults/f1']));
});

test('limits a fault of the API to a path', async () => {
  const user = userEvent.setup();
  const { sandbox } = openPanel({ catalogue }, '/?fault=cut');
  const form = within(await screen.findByRole('region', { name: 'Cut connection' }));
  await fill(user, form.getByRole('textbox', { name: /^Only requests whose path/ }), '/resources/status');
  await user.click(form.getByRole('radio', { name: 'Until cleared' }));
  await user.click(form.getByRole('button', { name: 'Set this fault' }));
  await waitFor(() =>
    expect(sandbox.posted[0]?.body).toEqual({
      target: 'api',
      fault: { name: 'cut' },
      times: null,
      only: { pathPrefix: '/resources/status' },
    }),
  );
});

test('says so when the fault in the address is none', async () => {
  openPanel({ catalogue }, '/?fault=earthquake');
  expect((await screen.findByRole('alert')).textContent).toBe('There is no fault “earthquake”. Choose one below.');
});
