import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { action, person } from '../testing/builders';
import { choosePerson, fill, openPanel } from '../testing/open-panel';

test.each([
  ['Prechecked', 'precheck', { reviewStatus: 'prechecked' }],
  ['Queued', 'precheck', { reviewStatus: 'queued' }],
  ['Wait for the person', 'await-user', {}],
  ['Wait for a service', 'await-service', {}],
  ['Completed', 'workflow', { outcome: 'completed' }],
  ['Failed', 'workflow', { outcome: 'failed' }],
  ['Deactivate', 'deactivate', {}],
  ['Erase the data of u-1', 'erase', {}],
  ['Delete u-1', 'delete', {}],
])('“%s” asks the sandbox for it', async (name, path, body) => {
  const { sandbox } = openPanel({}, '/?applicant=applicant-u-1');
  await userEvent.click(await screen.findByRole('button', { name }));
  await waitFor(() => expect(sandbox.posted).toEqual([{ path: `applicants/applicant-u-1/${path}`, body }]));
});

test('what is chosen and filled in goes along', async () => {
  const user = userEvent.setup();
  const { sandbox } = openPanel({}, '/?applicant=applicant-u-1');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Step to reset' }), 'Selfie');
  await user.click(screen.getByRole('button', { name: 'Reset step' }));
  await screen.findByRole('option', { name: 'full-kyc-level' });
  expect(screen.queryByRole('option', { name: 'basic-action-level' })).toBeNull();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Level' }), 'full-kyc-level');
  await user.click(screen.getByRole('button', { name: 'Change level' }));
  await fill(user, screen.getByRole('textbox', { name: 'First name' }), 'Aigerim');
  await user.type(screen.getByLabelText('Date of birth'), '1990-02-03');
  await user.click(screen.getByRole('button', { name: 'Correct' }));
  await fill(user, screen.getByRole('textbox', { name: 'Tags' }), ' vip, , seen before');
  await user.click(screen.getByRole('button', { name: 'Save tags' }));
  await user.click(screen.getByRole('button', { name: 'Screenshot' }));
  await user.click(screen.getByRole('button', { name: 'Bad selfie' }));
  await user.click(screen.getByRole('button', { name: 'Find this at the next upload' }));
  await waitFor(() =>
    expect(sandbox.posted).toEqual(
      [
        { path: 'reset-step', body: { idDocSetType: 'SELFIE' } },
        { path: 'level', body: { levelName: 'full-kyc-level' } },
        { path: 'personal-info', body: { firstName: 'Aigerim', dob: '1990-02-03' } },
        { path: 'tags', body: { tags: ['vip', 'seen before'] } },
        { path: 'fast-fail', body: { errors: ['screenshot'], warnings: ['badSelfie'] } },
      ].map(({ path, body }) => ({ path: `applicants/applicant-u-1/${path}`, body })),
    ),
  );
});

test('ends a person’s tokens, and says what that means', async () => {
  const { sandbox } = openPanel({}, '/?applicant=applicant-u-1');
  await userEvent.click(await screen.findByRole('button', { name: 'Expire SDK tokens' }));
  expect(await screen.findByText(/the app has to ask for another one/)).toBeDefined();
  expect(sandbox.posted).toEqual([{ path: 'access-tokens/expire', body: { externalUserId: 'u-1' } }]);
});

test('shows a refusal beside the transition that was refused', async () => {
  openPanel(
    { refusal: { description: 'A workflow ends after a verdict only', code: 409, correlationId: 'c-3' } },
    '/?applicant=applicant-u-1',
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Completed' }));
  const alert = await screen.findByRole('alert');
  expect(within(alert.closest('li') as HTMLElement).getByRole('group', { name: 'End of the workflow' })).toBeDefined();
});

test('offers to activate who is deactivated, and nothing at all of who is deleted', async () => {
  openPanel({ people: [person('u-1', { presence: 'deactivated' }), person('u-2', { presence: 'deleted' })] });
  await choosePerson(/u-1/);
  expect(screen.getByRole('button', { name: 'Activate' })).toBeDefined();
  await userEvent.click(screen.getByRole('link', { name: /u-2/ }));
  expect(await screen.findByRole('heading', { name: 'u-2' })).toBeDefined();
  expect(screen.queryByRole('heading', { name: 'Verdict' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Activate' })).toBeNull();
});

test('answers an action of the person by itself', async () => {
  const { sandbox } = openPanel({ actions: [action()] }, '/?applicant=applicant-u-1');
  const actions = within(await screen.findByRole('region', { name: 'Actions' }));
  await userEvent.click(actions.getByRole('button', { name: 'RED, final for payout-7' }));
  await waitFor(() =>
    expect(sandbox.posted).toEqual([
      { path: 'actions/act-1/verdict', body: { reviewAnswer: 'RED', reviewRejectType: 'FINAL' } },
    ]),
  );
});
