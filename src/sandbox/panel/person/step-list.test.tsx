import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { documents, image, person } from '../testing/builders';
import { choosePerson, fill, openPanel } from '../testing/open-panel';

const form = { ...documents, idDocType: null, country: null, images: [] };

test('offers PDFs and videos as links', async () => {
  const images = [
    image('21', null, { mediaType: 'application/pdf' }),
    image('22', null, { mediaType: 'video/mp4' }),
    image('23', null),
  ];
  openPanel({
    people: [
      person('u-1', {
        steps: [{ idDocSetType: 'IDENTITY', ...documents, idDocType: 'PASSPORT', country: 'GBR', images }],
      }),
    ],
  });
  await choosePerson(/u-1/);
  expect(screen.getByRole('link', { name: 'Open PDF' }).getAttribute('href')).toBe('/panel/api/images/21');
  expect(screen.getByRole('link', { name: 'Open video' }).getAttribute('href')).toBe('/panel/api/images/22');
  expect(screen.getByRole('img', { name: 'Open Passport' }).getAttribute('src')).toBe('/panel/api/images/23');
});

test('shows what was answered in a form, and asks for the form again with a comment', async () => {
  const user = userEvent.setup();
  const { sandbox } = openPanel({
    people: [
      person('u-1', {
        steps: [
          {
            ...form,
            idDocSetType: 'QUESTIONNAIRE',
            kind: 'questionnaire',
            values: { sourceOfFunds: 'salary', services: ['payments', 'saving'] },
          },
          { ...form, idDocSetType: 'EMAIL_VERIFICATION', kind: 'contact', state: 'open' },
        ],
      }),
    ],
  });
  await choosePerson(/u-1/);
  expect(screen.getByText('Source of funds').nextSibling?.textContent).toBe('salary');
  expect(screen.getByText('Services').nextSibling?.textContent).toBe('payments, saving');
  expect(screen.getByText('not given yet')).toBeDefined();

  const choice = within(screen.getByRole('group', { name: 'Questionnaire' }));
  await user.click(choice.getByRole('radio', { name: 'Send again' }));
  await fill(user, screen.getByRole('textbox', { name: 'Comment the person may see about it' }), 'Which funds?');
  await user.click(screen.getByRole('button', { name: 'Decide and send webhook' }));
  await waitFor(() =>
    expect(sandbox.posted[0]?.body).toMatchObject({
      reviewRejectType: 'RETRY',
      images: {},
      steps: { QUESTIONNAIRE: { rejectLabels: [], moderationComment: 'Which funds?' } },
    }),
  );
});

test('shows what was read from the documents, without Latin spellings that say the same', async () => {
  openPanel({
    people: [
      person('u-1', {
        recognised: [
          {
            idDocType: 'UTILITY_BILL',
            firstName: 'ӘЙГЕРІМ',
            firstNameEn: 'AIGERIM',
            lastName: 'DOE',
            lastNameEn: 'DOE',
            address: { street: 'ABAY', streetEn: 'ABAY', town: 'ALMATY', townEn: 'ALMATY' },
          },
        ],
      }),
    ],
  });
  await choosePerson(/u-1/);
  const read = screen.getByRole('region', { name: 'Read from the documents' });
  expect([...read.querySelectorAll('dt')].map(term => `${term.textContent}: ${term.nextSibling?.textContent}`)).toEqual(
    ['First name: ӘЙГЕРІМ', 'First name en: AIGERIM', 'Last name: DOE', 'Address: ABAY, ALMATY'],
  );
});
