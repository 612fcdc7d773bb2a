import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FrameApiError } from '../frame-api';
import { emailStep, questionnaireStep, selfieStep } from '../frame-applicant-samples';
import { openTestFrame, type TestFrame } from '../open-test-frame';

const address = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'E-mail' });
const code = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Code' });
const press = async ({ user }: TestFrame, name: string) => user.click(await screen.findByRole('button', { name }));
const complaint = async (text: string) =>
  expect((await screen.findAllByRole('alert')).map(({ textContent }) => textContent).join(' ')).toContain(text);

async function askForCode(frame: TestFrame) {
  await frame.user.type(await address(), 'aigerim@example.kz');
  await press(frame, 'Send the code');
  await code();
}

test('sends a code to an address, and goes on when the code is right', async () => {
  const frame = openTestFrame({ steps: [emailStep(), questionnaireStep()] });
  await askForCode(frame);
  expect(frame.api.sendCode).toHaveBeenCalledExactlyOnceWith({
    idDocSetType: 'EMAIL_VERIFICATION',
    address: 'aigerim@example.kz',
  });
  expect(screen.getByRole('status').textContent).toContain('aigerim@example.kz');
  await frame.user.type(await code(), '12 34-56');
  frame.receive('EMAIL_VERIFICATION', { address: 'aigerim@example.kz' });
  await press(frame, 'Confirm');
  expect(frame.api.confirmCode).toHaveBeenCalledExactlyOnceWith({
    idDocSetType: 'EMAIL_VERIFICATION',
    code: '123456',
  });
  expect(await screen.findByRole('group', { name: 'Your work' })).toBeDefined();
});

test('refuses an address that is none, and a code that is not whole, before they are sent', async () => {
  const frame = openTestFrame({ steps: [emailStep()] });
  await frame.user.type(await address(), 'aigerim');
  await press(frame, 'Send the code');
  await complaint('Enter an e-mail address like name@example.com');
  expect(document.activeElement).toBe(await address());
  await frame.user.type(await address(), '@example.kz');
  await press(frame, 'Send the code');
  await frame.user.type(await code(), '12345');
  await press(frame, 'Confirm');
  await complaint('Enter the 6 digits of the code');
  expect(frame.api.confirmCode).not.toHaveBeenCalled();
});

test.each([
  [{ outcome: 'wrong-code', triesLeft: 3 }, 'This is not the code that we sent. Tries left: 3'],
  [{ outcome: 'expired' }, 'This code no longer works'],
  [{ outcome: 'too-many-tries' }, 'There were too many wrong codes'],
] as const)('says what is wrong with a code: %j', async (refusal, words) => {
  const frame = openTestFrame({ steps: [emailStep()] });
  await askForCode(frame);
  frame.api.confirmCode.mockResolvedValueOnce(refusal);
  await frame.user.type(await code(), '000000');
  await press(frame, 'Confirm');
  await complaint(words);
  expect(document.activeElement).toBe(await code());
});

test('sends another code when asked, and says when it is too soon for that', async () => {
  const frame = openTestFrame({ steps: [emailStep()] });
  await askForCode(frame);
  frame.api.sendCode.mockResolvedValueOnce({ outcome: 'too-soon', codeLength: 6, waitSecs: 12 });
  await press(frame, 'Send again');
  await complaint('Another can be asked for in 12 s');
  (await screen.findByRole('button', { name: 'Send again' })).focus();
  await frame.user.keyboard(' ');
  expect((await screen.findByText(/^A new code is on its way/)).textContent).toContain('aigerim@example.kz');
});

test('lets the address be changed, and keeps what was typed when nothing arrives', async () => {
  const frame = openTestFrame({ steps: [emailStep()] });
  await askForCode(frame);
  await press(frame, 'Change');
  await frame.user.clear(await address());
  await frame.user.type(await address(), 'other@example.kz');
  frame.api.sendCode.mockRejectedValueOnce(new FrameApiError({ kind: 'offline' }));
  await press(frame, 'Send the code');
  await complaint('Check your internet connection');
  expect((await address()).value).toBe('other@example.kz');
});

test('asks for a phone number in the same way, with the calling code of the host’s country', async () => {
  const phone = emailStep({ idDocSetType: 'PHONE_VERIFICATION', contact: 'phone' });
  const frame = openTestFrame({ steps: [phone, selfieStep()] }, { country: 'KGZ' });
  await frame.user.type(await screen.findByRole('textbox', { name: 'Phone number' }), '0555 12 34 56');
  await press(frame, 'Send the code');
  expect(frame.api.sendCode.mock.lastCall?.[0].address).toBe('+996555123456');
  await press(frame, 'Change');
  await frame.user.selectOptions(await screen.findByRole('combobox', { name: 'Country code' }), 'Germany +49');
  await press(frame, 'Send the code');
  expect(frame.api.sendCode.mock.lastCall?.[0].address).toBe('+49555123456');
});
