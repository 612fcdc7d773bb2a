import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { attempt, delivery, run, stoodStill } from '../testing/builders';
import { fill, openPanel } from '../testing/open-panel';

const clock = () => within(screen.getByRole('group', { name: 'The sandbox’s clock' }));

test('leaps by an hour or a day, announces it, and says that it is ahead', async () => {
  const user = userEvent.setup();
  const { sandbox } = openPanel();
  expect((await clock().findByRole('link')).textContent).not.toContain('ahead');
  await user.click(clock().getByRole('button', { name: '+1 d: move the clock forward by a day' }));
  await waitFor(() => expect(clock().getByRole('status').textContent).toMatch(/^The sandbox’s clock is at 23 Nov/));
  await user.click(clock().getByRole('button', { name: /^\+1 h/ }));
  await waitFor(() => expect(clock().getByRole('link').textContent).toContain('1 day 1 hour ahead'));
  expect(sandbox.posted).toEqual([
    { path: 'clock/advance', body: { seconds: 86_400 } },
    { path: 'clock/advance', body: { seconds: 3_600 } },
  ]);
});

test('moves by any amount', async () => {
  const user = userEvent.setup();
  const { sandbox } = openPanel({}, '/?view=clock');
  await fill(user, await screen.findByRole('spinbutton', { name: 'By' }), '1.5');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Unit' }), 'hours');
  await user.click(screen.getByRole('button', { name: 'Move the clock' }));
  expect(await screen.findByText(/in the sandbox, and all that fell due is done/)).toBeDefined();
  expect(sandbox.posted).toEqual([{ path: 'clock/advance', body: { seconds: 5_400 } }]);
});

test('lists what waits for its time, soonest first', async () => {
  openPanel(
    {
      clock: stoodStill,
      runs: [run()],
      deliveries: [
        delivery({
          state: 'waiting',
          attempts: [attempt({ httpStatus: 503 })],
          nextAttemptAt: '2026-11-23T14:33:07.000Z',
        }),
      ],
    },
    '/?view=clock',
  );
  const due = within(await screen.findByRole('region', { name: 'Waits for its time' }));
  await waitFor(() => expect(due.getAllByRole('listitem')).toHaveLength(2));
  const [first, second] = due.getAllByRole('listitem');
  expect(first?.textContent).toContain('Webhook applicantPending about u-1');
  expect(second?.textContent).toContain('Scenario “Held overnight” for u-1');
  expect(within(first as HTMLElement).getByRole('button', { name: /^Skip to \d\d:33:07/ })).toBeDefined();
});

test('shows a refusal to move beside the button', async () => {
  openPanel({ refusal: { description: 'ten years at a time', code: 400, correlationId: 'c-5' } }, '/?view=clock');
  await userEvent.click(await screen.findByRole('button', { name: 'Move the clock' }));
  expect((await screen.findByRole('alert')).closest('form')).not.toBeNull();
});
