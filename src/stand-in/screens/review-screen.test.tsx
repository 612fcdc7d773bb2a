import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { dataStep, emailStep, identityStep, questionnaireStep, sampleImage } from '../frame-applicant-samples';
import { openTestFrame } from '../open-test-frame';

const navConf = { skipWelcomeScreen: true, skipReviewScreen: false, disableContinuingOnMobile: false };
const given = { state: 'received' } as const;
const everything = [
  emailStep({ ...given, address: 'aigerim@example.kz' }),
  dataStep({
    ...given,
    values: { firstName: 'Aigerim', dob: '1991-03-08', country: 'KAZ', phone: '+77010000000' },
  }),
  questionnaireStep({ ...given, values: { income: 'no', services: ['yes', 'no'], truth: 'true' } }),
  identityStep({
    ...given,
    idDocType: 'ID_CARD',
    country: 'KAZ',
    images: [sampleImage({ imageId: '7', idDocSubType: 'FRONT_SIDE' })],
  }),
];
const lines = () => screen.getAllByText(/:$/).map(({ parentElement }) => parentElement?.textContent);

test('says what is about to be sent in words, not in codes', async () => {
  const { api } = openTestFrame({ navConf, steps: everything });
  await screen.findByRole('heading', { name: 'Check what you are about to send' });
  expect(lines()).toEqual([
    'E-mail: aigerim@example.kz',
    'First name: Aigerim',
    'Date of birth: 8 March 1991',
    'Country of residence: Kazakhstan',
    'Phone number: +77010000000',
    'Steady income: No',
    'Plans: Yes, No',
    'All of it is true: Yes',
    'Document type: ID card',
    'Issuing country: Kazakhstan',
  ]);
  expect(api.image).toHaveBeenCalledExactlyOnceWith('7');
  expect(screen.getByRole('figure').textContent).toBe('Front side');
  expect(api.submit).not.toHaveBeenCalled();
});

test('leads back to a step and returns, without or with a change', async () => {
  const frame = openTestFrame({ navConf, steps: everything });
  const change = async () => frame.user.click(await screen.findByRole('button', { name: 'Change: Personal data' }));
  await change();
  await frame.user.click(await screen.findByRole('button', { name: 'Back' }));
  await change();
  const name = await screen.findByRole('textbox', { name: 'First name' });
  await frame.user.type(name, ' Ospan');
  frame.api.giveAnswers.mockImplementation(async ({ values }) => frame.receive('APPLICANT_DATA', { values }));
  await frame.user.click(screen.getByRole('button', { name: 'Continue' }));
  expect(await screen.findByText('Aigerim Ospan')).toBeDefined();
});

test('asks for the check only when it is told to', async () => {
  const frame = openTestFrame({ navConf, steps: everything });
  await frame.user.click(await screen.findByRole('button', { name: 'Send for checking' }));
  expect(await screen.findByRole('heading', { name: 'Your documents are being checked' })).toBeDefined();
  expect(frame.events.map(([name]) => name)).toContain('onApplicantSubmitted');
});

test('writes dates as a reader of each language does', async () => {
  const frame = openTestFrame({ navConf, steps: everything }, { lang: 'ru' });
  expect(await screen.findByText('8 марта 1991 г.')).toBeDefined();
  frame.tell({ method: 'idCheck.callSetLanguage', language: 'kk' });
  expect(screen.getByText('08.03.1991')).toBeDefined();
});
