import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { readAnew } from '../api/panel-queries';
import { at, person } from '../testing/builders';
import { openPanel } from '../testing/open-panel';

const told = { at, what: 'Delivery 7: applicantReviewed, GREEN', detail: 'changed what people see' };

test('shows what the receiver made of the person’s webhooks, newest first, and follows when there is more', async () => {
  const { sandbox, queryClient } = openPanel(
    { receiverTimeline: { state: 'told', entries: [told] } },
    '/?applicant=applicant-u-1',
  );
  const section = within(await screen.findByRole('region', { name: 'What the receiver made of it' }));
  expect(section.getByRole('listitem').textContent).toContain(
    'Delivery 7: applicantReviewed, GREENchanged what people see',
  );
  sandbox.receiverTimeline = { state: 'told', entries: [told, { at, what: 'basic-kyc-level is verified' }] };
  await readAnew(queryClient, ['deliveries']);
  await waitFor(() => expect(section.getAllByRole('listitem')).toHaveLength(2));
  expect(section.getAllByRole('listitem')[0]?.textContent).toContain('basic-kyc-level is verified');
});

test('says that the receiver does not tell, and why', async () => {
  openPanel({ receiverTimeline: { state: 'silent', why: 'it answered 403' } }, '/?applicant=applicant-u-1');
  expect(await screen.findByText('The receiver does not tell: it answered 403.')).toBeDefined();
});

test('is shown of people who are deleted, too', async () => {
  openPanel(
    { people: [person('u-1', { presence: 'deleted' })], receiverTimeline: { state: 'told', entries: [] } },
    '/?applicant=applicant-u-1',
  );
  expect(await screen.findByText('Nothing so far.')).toBeDefined();
});

test('is not mentioned where the receiver was not said to tell anything', async () => {
  openPanel({}, '/?applicant=applicant-u-1');
  await screen.findByRole('heading', { name: 'Verdict' });
  expect(screen.queryByRole('region', { name: 'What the receiver made of it' })).toBeNull();
});
