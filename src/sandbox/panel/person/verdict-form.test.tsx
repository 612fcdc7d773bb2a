import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { choosePerson, fill, openPanel } from '../testing/open-panel';

const main = () => within(screen.getByRole('main'));
const decideButton = () => screen.getByRole('button', { name: 'Decide and send webhook' });

test('posts the verdict with the upload to be sent again, and shows how the person stands now', async () => {
  const user = userEvent.setup();
  const { sandbox } = openPanel();
  await choosePerson(/u-1/);
  expect(main().getByText(/never decides by itself: this is your turn/)).toBeDefined();

  const back = screen.getByRole('group', { name: 'ID card, back' });
  await user.click(within(back).getByRole('radio', { name: 'Send again' }));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'RED, may try again' }).checked).toBe(true);
  await fill(user, screen.getByRole('textbox', { name: 'Comment the person may see about it' }), 'It is blurred.');
  const labels = within(screen.getByRole('group', { name: 'Labels of ID card, back' }));
  await user.click(labels.getByRole('button', { name: 'UNSATISFACTORY_PHOTOS' }));
  await fill(user, screen.getByRole('textbox', { name: 'Comment the person may see' }), 'Please send the back again.');
  await fill(user, screen.getByRole('textbox', { name: 'Comment only for the client' }), 'Second attempt.');
  await user.click(decideButton());

  expect(await screen.findByText('Done. The webhook is among the deliveries.')).toBeDefined();
  expect(sandbox.posted).toEqual([
    {
      path: 'applicants/applicant-u-1/verdict',
      body: {
        reviewAnswer: 'RED',
        reviewRejectType: 'RETRY',
        rejectLabels: [],
        moderationComment: 'Please send the back again.',
        clientComment: 'Second attempt.',
        steps: {},
        images: { 12: { rejectLabels: ['UNSATISFACTORY_PHOTOS'], moderationComment: 'It is blurred.' } },
      },
    },
  ]);
  expect(await main().findByText('RED retry')).toBeDefined();
  expect(screen.queryByRole('group', { name: 'ID card, back: why again' })).toBeNull();
});

test('shows a refusal beside the decision and keeps what was written', async () => {
  const user = userEvent.setup();
  openPanel({
    refusal: { description: 'Applicant has a final reject', code: 409, correlationId: 'c-1', errorCode: 1009 },
  });
  await choosePerson(/u-1/);
  await user.click(screen.getByRole('radio', { name: 'RED, final' }));
  await fill(user, screen.getByRole('textbox', { name: 'Comment only for the client' }), 'Seen before.');
  await user.click(decideButton());

  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toBe('Applicant has a final reject code 409, errorCode 1009, correlationId c-1');
  expect(alert.closest('form')?.contains(decideButton())).toBe(true);
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Comment only for the client' }).value).toBe(
    'Seen before.',
  );
});

test('sends nothing until a verdict is chosen', async () => {
  const { sandbox } = openPanel();
  await choosePerson(/u-1/);
  await userEvent.click(decideButton());
  expect(sandbox.posted).toEqual([]);
});

test('finds a label behind the common ones, and takes one that the documents do not know', async () => {
  const user = userEvent.setup();
  const { sandbox } = openPanel();
  await choosePerson(/u-1/);
  await user.click(screen.getByRole('radio', { name: 'RED, final' }));
  await user.click(screen.getByRole('button', { name: /^\d+ more$/ }));
  await fill(user, screen.getByRole('searchbox', { name: 'Find a label' }), 'deepf');
  await user.click(screen.getByRole('button', { name: 'DEEPFAKE' }));
  await user.clear(screen.getByRole('searchbox', { name: 'Find a label' }));
  await fill(user, screen.getByRole('searchbox', { name: 'Find a label' }), 'new kind');
  await user.click(screen.getByRole('button', { name: /Use NEW_KIND/ }));
  await user.click(decideButton());
  await waitFor(() => expect(sandbox.posted).toHaveLength(1));
  expect(sandbox.posted[0]?.body).toMatchObject({ rejectLabels: ['DEEPFAKE', 'NEW_KIND'] });
});
