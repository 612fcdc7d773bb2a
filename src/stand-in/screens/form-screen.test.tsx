import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FrameApiError } from '../frame-api';
import { dataStep, emailStep, questionnaireStep, redRetry } from '../frame-applicant-samples';
import { openTestFrame } from '../open-test-frame';

const field = (name: string) => screen.findByRole('textbox', { name });
const send = (name = 'Continue') => screen.findByRole('button', { name });

async function fillIn({ user }: ReturnType<typeof openTestFrame>) {
  await user.type(await field('First name'), ' Aigerim ');
  await user.type(screen.getByLabelText(/^Date of birth/), '1991-03-08');
  await user.click(screen.getByRole('combobox', { name: 'Country of residence' }));
  await user.keyboard('kaz{Enter}');
  await user.type(screen.getByRole('textbox', { name: 'Phone number' }), '8 701 000-00-00');
}

test('sends what was filled in as IDnGO writes it, and goes on', async () => {
  const frame = openTestFrame({ steps: [dataStep(), questionnaireStep()] });
  await fillIn(frame);
  frame.api.giveAnswers.mockImplementation(async () => frame.receive('APPLICANT_DATA'));
  await frame.user.click(await send());
  expect(frame.api.giveAnswers).toHaveBeenCalledExactlyOnceWith({
    idDocSetType: 'APPLICANT_DATA',
    values: { firstName: 'Aigerim', dob: '1991-03-08', country: 'KAZ', phone: '+77010000000' },
  });
  expect(await screen.findByRole('group', { name: 'Your work' })).toBeDefined();
  expect(frame.events).toContainEqual(['stepCompleted', { step: 'APPLICANT_DATA', idDocSetType: 'APPLICANT_DATA' }]);
});

test('says beside each field and in a list what is wrong, and leads to the first of it', async () => {
  const { user, api } = openTestFrame({ steps: [dataStep()] });
  await user.type(await field('E-mail'), 'aigerim');
  await user.type(screen.getByLabelText(/^Date of birth/), '2999-01-01');
  await user.click(await send());
  expect(api.giveAnswers).not.toHaveBeenCalled();
  const firstName = await field('First name');
  expect(document.activeElement).toBe(firstName);
  expect(firstName.getAttribute('aria-invalid')).toBe('true');
  const faultId = firstName.getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(faultId)?.textContent).toBe('An answer is needed here');
  const list = screen.getByRole('alert').textContent;
  expect(list).toContain('First name: An answer is needed here');
  expect(list).toContain('Date of birth: This date must be before today');
  expect(list).toContain('E-mail: Enter an e-mail address like name@example.com');
  await user.type(firstName, 'Aigerim');
  expect(firstName.getAttribute('aria-invalid')).toBeNull();
});

test('judges a field when it is left, and not while something right is being changed', async () => {
  const { user } = openTestFrame({ steps: [dataStep()] });
  const email = await field('E-mail');
  await user.type(email, 'a@b.kz');
  await user.tab();
  await user.type(email, '{Backspace}{Backspace}{Backspace}');
  expect(email.getAttribute('aria-invalid')).toBeNull();
  await user.tab();
  expect(email.getAttribute('aria-invalid')).toBe('true');
});

test('keeps what was typed when it cannot be sent, when the session ends and when the language changes', async () => {
  const frame = openTestFrame({ steps: [dataStep()] });
  await fillIn(frame);
  frame.api.giveAnswers.mockRejectedValueOnce(new FrameApiError({ kind: 'offline' }));
  await frame.user.click(await send());
  expect((await screen.findByRole('alert')).textContent).toContain('Your answers were not sent');

  frame.api.giveAnswers.mockRejectedValueOnce(new FrameApiError({ kind: 'session-ended' }));
  await frame.user.click(await send());
  await frame.user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Try again' }));

  frame.tell({ method: 'idCheck.callSetLanguage', language: 'ru' });
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Имя' })).value).toBe(' Aigerim ');
  expect(screen.getByRole('combobox', { name: 'Страна проживания' }).textContent).toContain('Казахстан');
  await frame.user.click(await send('Продолжить'));
  expect(frame.api.giveAnswers.mock.lastCall?.[0].values).toMatchObject({
    firstName: 'Aigerim',
    phone: '+77010000000',
  });
});

test('begins with what the host knows of the person, unless they have said otherwise', async () => {
  const init = { email: 'host@example.kz', phone: '8 (701) 111-11-11', country: 'DEU' };
  const frame = openTestFrame(
    { steps: [dataStep({ values: { email: 'own@example.kz' } })] },
    { ...init, phone: '77011111111' },
  );
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'E-mail' })).value).toBe('own@example.kz');
  expect(screen.getByRole('combobox', { name: 'Country of residence' }).textContent).toContain('Germany');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Phone number' }).value).toBe('7011111111');
  expect(frame.api.giveAnswers).not.toHaveBeenCalled();
});

test('asks the questions of every kind, in English where the level has no other words', async () => {
  const frame = openTestFrame({ steps: [questionnaireStep()] }, { lang: 'ru' });
  const work = within(await screen.findByRole('group', { name: 'Ваша работа' }));
  await frame.user.selectOptions(work.getByRole('combobox', { name: 'Steady income' }), 'Да');
  await frame.user.click(within(work.getByRole('group', { name: 'Plans' })).getByRole('checkbox', { name: 'Нет' }));
  await frame.user.click(
    within(work.getByRole('radiogroup', { name: 'Public office' })).getByRole('radio', { name: 'Нет' }),
  );
  const end = within(screen.getByRole('group', { name: 'At last' }));
  await frame.user.type(end.getByRole('textbox', { name: 'Comment' }), 'first\nsecond');
  await frame.user.click(end.getByRole('checkbox', { name: 'All of it is true' }));
  await frame.user.click(await send('Продолжить'));
  expect(frame.api.giveAnswers.mock.lastCall?.[0].values).toEqual({
    income: 'yes',
    services: ['no'],
    office: 'no',
    comment: 'first\nsecond',
    truth: 'true',
  });
});

test('shows what the reviewer wrote about a form that is asked for again', async () => {
  const step = dataStep({
    state: 'send-again',
    moderationComment: 'As in the passport.',
    values: { firstName: 'Aika' },
  });
  const frame = openTestFrame({ review: redRetry, steps: [step, emailStep({ state: 'accepted', address: 'a@b.kz' })] });
  await frame.user.click(await screen.findByRole('button', { name: 'Send again' }));
  expect(await screen.findByText('As in the passport.')).toBeDefined();
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'First name' })).value).toBe('Aika');
});
